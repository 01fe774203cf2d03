package demo;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.Proxies;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireService;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Tricky}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
@SuppressWarnings("deprecation")
final class TrickyParallel {
  private TrickyParallel() {}

  /** Describes a call of {@link Tricky#main(String...)}. */
  static Call<Void> main(String... arguments) {
    return new MainCall(arguments);
  }

  /** Describes a call of {@link Tricky#create(int)}. */
  static Call<Void> create(int index) {
    return new CreateCall(index);
  }

  /** Describes a call of {@link Tricky#on(Tricky.Instance, Tricky.Worker)}. */
  static Call<List<Tricky.Instance>> on(Instance service2, Tricky.Instance pool,
      Tricky.Worker service) {
    return new OnCall(service2, pool, service);
  }

  /** Describes a call of {@link Tricky#blocking(Tricky.Instance, int, int, int)}. */
  static Call<Integer> blocking(Instance service, Tricky.Instance self, int in, int invocation,
      int result) {
    return new BlockingCall(service, self, in, invocation, result);
  }

  /** Describes a call of {@link Tricky#construct(Tricky.Worker, String)}. */
  static Call<Void> construct(Instance service2, Tricky.Worker out, String service) {
    return new ConstructCall(service2, out, service);
  }

  /** Describes a call of {@link Tricky#invoke(Tricky.Instance)}. */
  static Call<Void> invoke(Instance service, Tricky.Instance instance) {
    return new InvokeCall(service, instance);
  }

  /** Describes a call of {@link Tricky#newTricky(int)}. */
  static Call<Integer> newTricky(Instance service, int Instance) {
    return new NewTrickyCall(service, Instance);
  }

  /** Describes a call of {@link Tricky#service()}. */
  @Deprecated
  static Call<Void> service(Instance service) {
    return new ServiceCall(service);
  }

  /** The methods of {@link Tricky}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool, Instance service) {
    return new AsyncProxy(pool, service, null);
  }

  /**
   * The methods of {@link Tricky}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, Instance service, CallOptions options) {
    return new AsyncProxy(pool, service, Objects.requireNonNull(options));
  }

  /** The methods of {@link Tricky}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool, Instance service) {
    return new BlockingProxy(pool, service, null);
  }

  /**
   * The methods of {@link Tricky}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, Instance service, CallOptions options) {
    return new BlockingProxy(pool, service, Objects.requireNonNull(options));
  }

  /** A {@link Tricky} in each worker of a pool. */
  static final class Instance extends WireService<Tricky> {
    /** Each worker calls {@code new Tricky(List<Tricky.Instance>, int, int)}. */
    Instance(List<Tricky.Instance> Codecs2, int Worker2, int TrickyParallel2) {
      super(Worker.TABLE, 0, "demo.Tricky(List<Tricky.Instance>, int, int)", out -> {
        Codecs.writeListOfInstance(out, Codecs2);
        out.writeInt(Worker2);
        out.writeInt(TrickyParallel2);
      });
    }
  }

  /** The methods of {@link Tricky}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Tricky#main(String...)}. */
    Task<Void> main(String... arguments);

    /** Starts {@link Tricky#create(int)}. */
    Task<Void> create(int index);

    /** Starts {@link Tricky#on(Tricky.Instance, Tricky.Worker)}. */
    Task<List<Tricky.Instance>> on(Tricky.Instance pool, Tricky.Worker service);

    /** Starts {@link Tricky#blocking(Tricky.Instance, int, int, int)}. */
    Task<Integer> blocking(Tricky.Instance self, int in, int invocation, int result);

    /** Starts {@link Tricky#construct(Tricky.Worker, String)}. */
    Task<Void> construct(Tricky.Worker out, String service);

    /** Starts {@link Tricky#invoke(Tricky.Instance)}. */
    Task<Void> invoke(Tricky.Instance instance);

    /** Starts {@link Tricky#newTricky(int)}. */
    Task<Integer> newTricky(int Instance);

    /** Starts {@link Tricky#service()}. */
    @Deprecated
    Task<Void> service();
  }

  /** The methods of {@link Tricky}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Tricky#main(String...)}, and waits. */
    void main(String... arguments);

    /** Runs {@link Tricky#create(int)}, and waits. */
    void create(int index);

    /** Runs {@link Tricky#on(Tricky.Instance, Tricky.Worker)}, and waits. */
    List<Tricky.Instance> on(Tricky.Instance pool, Tricky.Worker service);

    /** Runs {@link Tricky#blocking(Tricky.Instance, int, int, int)}, and waits. */
    int blocking(Tricky.Instance self, int in, int invocation, int result);

    /** Runs {@link Tricky#construct(Tricky.Worker, String)}, and waits. */
    void construct(Tricky.Worker out, String service);

    /** Runs {@link Tricky#invoke(Tricky.Instance)}, and waits. */
    void invoke(Tricky.Instance instance);

    /** Runs {@link Tricky#newTricky(int)}, and waits. */
    int newTricky(int Instance);

    /** Runs {@link Tricky#service()}, and waits. */
    @Deprecated
    void service();
  }

  private static final class AsyncProxy implements Async {
    private final Pool pool;
    private final Instance service;

    /** Null if there are none. */
    private final CallOptions options;

    AsyncProxy(Pool pool, Instance service, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.service = Objects.requireNonNull(service);
      this.options = options;
    }

    @Override
    public Task<Void> main(String... arguments) {
      Call<Void> call = new MainCall(arguments);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> create(int index) {
      Call<Void> call = new CreateCall(index);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<List<Tricky.Instance>> on(Tricky.Instance pool2, Tricky.Worker service2) {
      Call<List<Tricky.Instance>> call = new OnCall(service, pool2, service2);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> blocking(Tricky.Instance self, int in, int invocation, int result) {
      Call<Integer> call = new BlockingCall(service, self, in, invocation, result);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> construct(Tricky.Worker out, String service2) {
      Call<Void> call = new ConstructCall(service, out, service2);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> invoke(Tricky.Instance instance) {
      Call<Void> call = new InvokeCall(service, instance);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> newTricky(int Instance) {
      Call<Integer> call = new NewTrickyCall(service, Instance);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> service() {
      Call<Void> call = new ServiceCall(service);
      return pool.submit(options == null ? call : call.with(options));
    }
  }

  private static final class BlockingProxy implements Blocking {
    private final Pool pool;
    private final Instance service;

    /** Null if there are none. */
    private final CallOptions options;

    BlockingProxy(Pool pool, Instance service, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.service = Objects.requireNonNull(service);
      this.options = options;
    }

    @Override
    public void main(String... arguments) {
      Call<Void> call = new MainCall(arguments);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void create(int index) {
      Call<Void> call = new CreateCall(index);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public List<Tricky.Instance> on(Tricky.Instance pool2, Tricky.Worker service2) {
      Call<List<Tricky.Instance>> call = new OnCall(service, pool2, service2);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int blocking(Tricky.Instance self, int in, int invocation, int result) {
      Call<Integer> call = new BlockingCall(service, self, in, invocation, result);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void construct(Tricky.Worker out, String service2) {
      Call<Void> call = new ConstructCall(service, out, service2);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void invoke(Tricky.Instance instance) {
      Call<Void> call = new InvokeCall(service, instance);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int newTricky(int Instance) {
      Call<Integer> call = new NewTrickyCall(service, Instance);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void service() {
      Call<Void> call = new ServiceCall(service);
      Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class BlockingCall extends WireCall<Integer> {
    private final Instance service;
    private final Tricky.Instance self;
    private final int in2;
    private final int invocation;
    private final int result;

    BlockingCall(Instance service, Tricky.Instance self, int in2, int invocation, int result) {
      super(Worker.TABLE, 0);
      this.service = Objects.requireNonNull(service);
      this.self = self;
      this.in2 = in2;
      this.invocation = invocation;
      this.result = result;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeInstance(out, self);
      out.writeInt(in2);
      out.writeInt(invocation);
      out.writeInt(result);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }
  }

  private static final class ConstructCall extends WireCall<Void> {
    private final Instance service;
    private final Tricky.Worker out2;
    private final String service2;

    ConstructCall(Instance service, Tricky.Worker out2, String service2) {
      super(Worker.TABLE, 1);
      this.service = Objects.requireNonNull(service);
      this.out2 = out2;
      this.service2 = service2;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeWorker(out, out2);
      out.writeString(service2);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class CreateCall extends WireCall<Void> {
    private final int index;

    CreateCall(int index) {
      super(Worker.TABLE, 2);
      this.index = index;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(index);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class InvokeCall extends WireCall<Void> {
    private final Instance service;
    private final Tricky.Instance instance;

    InvokeCall(Instance service, Tricky.Instance instance) {
      super(Worker.TABLE, 3);
      this.service = Objects.requireNonNull(service);
      this.instance = instance;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeInstance(out, instance);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class MainCall extends WireCall<Void> {
    private final String[] arguments;

    MainCall(String[] arguments) {
      super(Worker.TABLE, 4);
      this.arguments = arguments;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeArrayOfString(out, arguments);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class NewTrickyCall extends WireCall<Integer> {
    private final Instance service;
    private final int Instance;

    NewTrickyCall(Instance service, int Instance) {
      super(Worker.TABLE, 5);
      this.service = Objects.requireNonNull(service);
      this.Instance = Instance;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(Instance);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }
  }

  private static final class OnCall extends WireCall<List<Tricky.Instance>> {
    private final Instance service;
    private final Tricky.Instance pool;
    private final Tricky.Worker service2;

    OnCall(Instance service, Tricky.Instance pool, Tricky.Worker service2) {
      super(Worker.TABLE, 6);
      this.service = Objects.requireNonNull(service);
      this.pool = pool;
      this.service2 = service2;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeInstance(out, pool);
      Codecs.writeWorker(out, service2);
    }

    @Override
    public List<Tricky.Instance> readResult(WireReader in) {
      return Codecs.readListOfInstance(in);
    }
  }

  private static final class ServiceCall extends WireCall<Void> {
    private final Instance service;

    ServiceCall(Instance service) {
      super(Worker.TABLE, 7);
      this.service = Objects.requireNonNull(service);
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {}

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  /** The worker's side: reads the arguments, runs the method, writes the result. */
  private static final class Worker extends EntryPoints {
    static final Worker TABLE = new Worker();

    static {
      register(TABLE);
    }

    private Worker() {
      super(
          0x1db65ffe9e0e1f07L,
          "demo.Tricky.blocking(Tricky.Instance, int, int, int)",
          "demo.Tricky.construct(Tricky.Worker, String)",
          "demo.Tricky.create(int)",
          "demo.Tricky.invoke(Tricky.Instance)",
          "demo.Tricky.main(String...)",
          "demo.Tricky.newTricky(int)",
          "demo.Tricky.on(Tricky.Instance, Tricky.Worker)",
          "demo.Tricky.service()");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> blocking(invocation);
        case 1 -> construct(invocation);
        case 2 -> create(invocation);
        case 3 -> invoke(invocation);
        case 4 -> main(invocation);
        case 5 -> newTricky(invocation);
        case 6 -> on(invocation);
        case 7 -> service(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0, 5 -> 0x7804094288bb529aL;
        case 6 -> 0x152d7de49a8a774fL;
        default -> 0;
      };
    }

    @Override
    public Object construct(int index, Invocation invocation) throws Throwable {
      return switch (index) {
        case 0 -> newTricky2(invocation);
        default -> super.construct(index, invocation);
      };
    }

    private static Tricky newTricky2(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Tricky.Instance> Codecs2 = Codecs.readListOfInstance(in);
      int Worker2 = in.readInt();
      int TrickyParallel2 = in.readInt();
      invocation.begin();
      return new Tricky(Codecs2, Worker2, TrickyParallel2);
    }

    private static void blocking(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Tricky.Instance self = Codecs.readInstance(in);
      int in2 = in.readInt();
      int invocation2 = in.readInt();
      int result = in.readInt();
      Tricky self2 = (Tricky) invocation.instance();
      invocation.begin();
      int result2 = self2.blocking(self, in2, invocation2, result);
      invocation.result().writeInt(result2);
    }

    private static void construct(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Tricky.Worker out = Codecs.readWorker(in);
      String service = in.readString();
      Tricky self = (Tricky) invocation.instance();
      invocation.begin();
      self.construct(out, service);
      invocation.result();
    }

    private static void create(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int index = in.readInt();
      invocation.begin();
      Tricky.create(index);
      invocation.result();
    }

    private static void invoke(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Tricky.Instance instance = Codecs.readInstance(in);
      Tricky self = (Tricky) invocation.instance();
      invocation.begin();
      self.invoke(instance);
      invocation.result();
    }

    private static void main(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String[] arguments = Codecs.readArrayOfString(in);
      invocation.begin();
      Tricky.main(arguments);
      invocation.result();
    }

    private static void newTricky(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int Instance = in.readInt();
      Tricky self = (Tricky) invocation.instance();
      invocation.begin();
      int result = self.newTricky(Instance);
      invocation.result().writeInt(result);
    }

    private static void on(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Tricky.Instance pool = Codecs.readInstance(in);
      Tricky.Worker service = Codecs.readWorker(in);
      Tricky self = (Tricky) invocation.instance();
      invocation.begin();
      List<Tricky.Instance> result = self.on(pool, service);
      Codecs.writeListOfInstance(invocation.result(), result);
    }

    private static void service(Invocation invocation) throws Throwable {
      invocation.arguments();
      Tricky self = (Tricky) invocation.instance();
      invocation.begin();
      self.service();
      invocation.result();
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeInstance(WireWriter out, Tricky.Instance value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.service());
      out.end();
    }

    static Tricky.Instance readInstance(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int service = in.readInt();
      in.end();
      return new Tricky.Instance(service);
    }

    static void writeWorker(WireWriter out, Tricky.Worker value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.self());
      out.end();
    }

    static Tricky.Worker readWorker(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int self = in.readInt();
      in.end();
      return new Tricky.Worker(self);
    }

    static void writeArrayOfString(WireWriter out, String[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (String element : value) {
        out.writeString(element);
      }
      out.end();
    }

    static String[] readArrayOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      String[] value = new String[size];
      for (int i = 0; i < size; i++) {
        value[i] = in.readString();
      }
      in.end();
      return value;
    }

    static void writeListOfInstance(WireWriter out, List<Tricky.Instance> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Tricky.Instance element : value) {
        writeInstance(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Tricky.Instance> readListOfInstance(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Tricky.Instance> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readInstance(in));
      }
      in.end();
      return value;
    }
  }
}
