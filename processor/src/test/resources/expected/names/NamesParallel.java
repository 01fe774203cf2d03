package names;

import dev.brood.CallOptions;
import dev.brood.WireException;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.EnumCodec;
import dev.brood.wire.Invocation;
import dev.brood.wire.Proxies;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Names}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class NamesParallel {
  private NamesParallel() {}

  /**
   * Describes a call of {@link Names#parameters(int, int, int, int, int, int, int, int, int, int, int, Names.Codecs, int, int, int, int)}.
   */
  static dev.brood.Call<Integer> parameters(int pool, int in, int out, int invocation, int result,
      int value, int typeName, int message, int cause, int Worker, int Codecs, Names.Codecs names,
      int Names, int NamesParallel, int dev, int java) {
    return new ParametersCall(pool, in, out, invocation, result, value, typeName, message, cause,
        Worker, Codecs, names, Names, NamesParallel, dev, java);
  }

  /** Describes a call of {@link Names#on(names.Async)}. */
  static dev.brood.Call<names.Async> on(names.Async on) {
    return new OnCall(on);
  }

  /** Describes a call of {@link Names#blocking(Call[])}. */
  static dev.brood.Call<Call> blocking(Call[] blocking) {
    return new BlockingCall(blocking);
  }

  /** Describes a call of {@link Names#invoke(Worker, List, WireReader)}. */
  static dev.brood.Call<Map<Task, Pool>> invoke(Worker worker, List list, WireReader reader) {
    return new InvokeCall(worker, list, reader);
  }

  /** Describes a call of {@link Names#register()}. */
  static dev.brood.Call<java.lang.Void> register() {
    return new RegisterCall();
  }

  /** Describes a call of {@link Names#unknown(int)}. */
  static dev.brood.Call<java.lang.Void> unknown(int index) {
    return new UnknownCall(index);
  }

  /** Describes a call of {@link Names#wire()}. */
  static dev.brood.Call<java.lang.Void> wire() {
    return new WireCall2();
  }

  /** Describes a call of {@link Names#toString(int)}. */
  static dev.brood.Call<java.lang.Void> toString(int x) {
    return new ToStringCall(x);
  }

  /** Describes a call of {@link Names#equals(int)}. */
  static dev.brood.Call<java.lang.Void> equals(int x) {
    return new EqualsCall(x);
  }

  /** The methods of {@link Names}, run in a pool: each returns at once, with a task. */
  static Async on(dev.brood.Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Names}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(dev.brood.Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Names}, run in a pool: each waits for its result. */
  static Blocking blocking(dev.brood.Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Names}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(dev.brood.Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Names}, run in a pool: each returns at once, with a task. */
  interface Async {
    /**
     * Starts {@link Names#parameters(int, int, int, int, int, int, int, int, int, int, int, Names.Codecs, int, int, int, int)}.
     */
    dev.brood.Task<Integer> parameters(int pool, int in, int out, int invocation, int result,
        int value, int typeName, int message, int cause, int Worker, int Codecs, Names.Codecs names,
        int Names, int NamesParallel, int dev, int java);

    /** Starts {@link Names#on(names.Async)}. */
    dev.brood.Task<names.Async> on(names.Async on);

    /** Starts {@link Names#blocking(Call[])}. */
    dev.brood.Task<Call> blocking(Call[] blocking);

    /** Starts {@link Names#invoke(Worker, List, WireReader)}. */
    dev.brood.Task<Map<Task, Pool>> invoke(Worker worker, List list, WireReader reader);

    /** Starts {@link Names#register()}. */
    dev.brood.Task<java.lang.Void> register();

    /** Starts {@link Names#unknown(int)}. */
    dev.brood.Task<java.lang.Void> unknown(int index);

    /** Starts {@link Names#wire()}. */
    dev.brood.Task<java.lang.Void> wire();

    /** Starts {@link Names#toString(int)}. */
    dev.brood.Task<java.lang.Void> toString(int x);

    /** Starts {@link Names#equals(int)}. */
    dev.brood.Task<java.lang.Void> equals(int x);
  }

  /** The methods of {@link Names}, run in a pool: each waits for its result. */
  interface Blocking {
    /**
     * Runs {@link Names#parameters(int, int, int, int, int, int, int, int, int, int, int, Names.Codecs, int, int, int, int)}, and waits.
     */
    Integer parameters(int pool, int in, int out, int invocation, int result, int value,
        int typeName, int message, int cause, int Worker, int Codecs, Names.Codecs names, int Names,
        int NamesParallel, int dev, int java) throws IOException;

    /** Runs {@link Names#on(names.Async)}, and waits. */
    names.Async on(names.Async on);

    /** Runs {@link Names#blocking(Call[])}, and waits. */
    Call blocking(Call[] blocking);

    /** Runs {@link Names#invoke(Worker, List, WireReader)}, and waits. */
    Map<Task, Pool> invoke(Worker worker, List list, WireReader reader);

    /** Runs {@link Names#register()}, and waits. */
    void register();

    /** Runs {@link Names#unknown(int)}, and waits. */
    void unknown(int index);

    /** Runs {@link Names#wire()}, and waits. */
    void wire();

    /** Runs {@link Names#toString(int)}, and waits. */
    void toString(int x);

    /** Runs {@link Names#equals(int)}, and waits. */
    void equals(int x) throws Exception;
  }

  private static final class AsyncProxy implements Async {
    private final dev.brood.Pool pool;

    /** Null if there are none. */
    private final CallOptions options;

    AsyncProxy(dev.brood.Pool pool, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.options = options;
    }

    @java.lang.Override
    public dev.brood.Task<Integer> parameters(int pool2, int in, int out, int invocation,
        int result, int value, int typeName, int message, int cause, int Worker3, int Codecs2,
        Names.Codecs names2, int Names2, int NamesParallel2, int dev2, int java2) {
      dev.brood.Call<Integer> call = new ParametersCall(pool2, in, out, invocation, result, value,
          typeName, message, cause, Worker3, Codecs2, names2, Names2, NamesParallel2, dev2, java2);
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<names.Async> on(names.Async on) {
      dev.brood.Call<names.Async> call = new OnCall(on);
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<Call> blocking(Call[] blocking) {
      dev.brood.Call<Call> call = new BlockingCall(blocking);
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<Map<Task, Pool>> invoke(Worker worker, List list, WireReader reader) {
      dev.brood.Call<Map<Task, Pool>> call = new InvokeCall(worker, list, reader);
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<java.lang.Void> register() {
      dev.brood.Call<java.lang.Void> call = new RegisterCall();
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<java.lang.Void> unknown(int index) {
      dev.brood.Call<java.lang.Void> call = new UnknownCall(index);
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<java.lang.Void> wire() {
      dev.brood.Call<java.lang.Void> call = new WireCall2();
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<java.lang.Void> toString(int x) {
      dev.brood.Call<java.lang.Void> call = new ToStringCall(x);
      return pool.submit(options == null ? call : call.with(options));
    }

    @java.lang.Override
    public dev.brood.Task<java.lang.Void> equals(int x) {
      dev.brood.Call<java.lang.Void> call = new EqualsCall(x);
      return pool.submit(options == null ? call : call.with(options));
    }
  }

  private static final class BlockingProxy implements Blocking {
    private final dev.brood.Pool pool;

    /** Null if there are none. */
    private final CallOptions options;

    BlockingProxy(dev.brood.Pool pool, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.options = options;
    }

    @java.lang.Override
    public Integer parameters(int pool2, int in, int out, int invocation, int result, int value,
        int typeName, int message, int cause, int Worker3, int Codecs2, Names.Codecs names2,
        int Names2, int NamesParallel2, int dev2, int java2) throws IOException {
      dev.brood.Call<Integer> call = new ParametersCall(pool2, in, out, invocation, result, value,
          typeName, message, cause, Worker3, Codecs2, names2, Names2, NamesParallel2, dev2, java2);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public names.Async on(names.Async on) {
      dev.brood.Call<names.Async> call = new OnCall(on);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public Call blocking(Call[] blocking) {
      dev.brood.Call<Call> call = new BlockingCall(blocking);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public Map<Task, Pool> invoke(Worker worker, List list, WireReader reader) {
      dev.brood.Call<Map<Task, Pool>> call = new InvokeCall(worker, list, reader);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public void register() {
      dev.brood.Call<java.lang.Void> call = new RegisterCall();
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public void unknown(int index) {
      dev.brood.Call<java.lang.Void> call = new UnknownCall(index);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public void wire() {
      dev.brood.Call<java.lang.Void> call = new WireCall2();
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public void toString(int x) {
      dev.brood.Call<java.lang.Void> call = new ToStringCall(x);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @java.lang.Override
    public void equals(int x) throws Exception {
      dev.brood.Call<java.lang.Void> call = new EqualsCall(x);
      Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class BlockingCall extends WireCall<Call> {
    private final Call[] blocking;

    BlockingCall(Call[] blocking) {
      super(Worker2.TABLE, 0);
      this.blocking = blocking;
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {
      Codecs.writeArrayOfCall(out, blocking);
    }

    @java.lang.Override
    public Call readResult(dev.brood.wire.WireReader in) {
      return Codecs.readCall(in);
    }
  }

  private static final class EqualsCall extends WireCall<java.lang.Void> {
    private final int x;

    EqualsCall(int x) {
      super(Worker2.TABLE, 1);
      this.x = x;
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {
      out.writeInt(x);
    }

    @java.lang.Override
    public java.lang.Void readResult(dev.brood.wire.WireReader in) {
      return null;
    }

    @java.lang.Override
    public Throwable newException(java.lang.String typeName, java.lang.String message,
        Throwable cause) {
      return switch (typeName) {
        case "names.Exception" -> withCause(new Exception(), cause);
        default -> null;
      };
    }
  }

  private static final class InvokeCall extends WireCall<Map<Task, Pool>> {
    private final Worker worker;
    private final List list;
    private final WireReader reader;

    InvokeCall(Worker worker, List list, WireReader reader) {
      super(Worker2.TABLE, 2);
      this.worker = worker;
      this.list = list;
      this.reader = reader;
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {
      Codecs.writeWorker(out, worker);
      Codecs.writeList(out, list);
      Codecs.writeWireReader(out, reader);
    }

    @java.lang.Override
    public Map<Task, Pool> readResult(dev.brood.wire.WireReader in) {
      return Codecs.readMapOfTaskToPool(in);
    }
  }

  private static final class OnCall extends WireCall<names.Async> {
    private final names.Async on;

    OnCall(names.Async on) {
      super(Worker2.TABLE, 3);
      this.on = on;
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {
      Codecs.writeAsync(out, on);
    }

    @java.lang.Override
    public names.Async readResult(dev.brood.wire.WireReader in) {
      return Codecs.readAsync(in);
    }
  }

  private static final class ParametersCall extends WireCall<Integer> {
    private final int pool;
    private final int in2;
    private final int out2;
    private final int invocation;
    private final int result;
    private final int value;
    private final int typeName2;
    private final int message2;
    private final int cause2;
    private final int Worker3;
    private final int Codecs2;
    private final Names.Codecs names2;
    private final int Names2;
    private final int NamesParallel2;
    private final int dev2;
    private final int java2;

    ParametersCall(int pool, int in2, int out2, int invocation, int result, int value,
        int typeName2, int message2, int cause2, int Worker3, int Codecs2, Names.Codecs names2,
        int Names2, int NamesParallel2, int dev2, int java2) {
      super(Worker2.TABLE, 4);
      this.pool = pool;
      this.in2 = in2;
      this.out2 = out2;
      this.invocation = invocation;
      this.result = result;
      this.value = value;
      this.typeName2 = typeName2;
      this.message2 = message2;
      this.cause2 = cause2;
      this.Worker3 = Worker3;
      this.Codecs2 = Codecs2;
      this.names2 = names2;
      this.Names2 = Names2;
      this.NamesParallel2 = NamesParallel2;
      this.dev2 = dev2;
      this.java2 = java2;
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {
      out.writeInt(pool);
      out.writeInt(in2);
      out.writeInt(out2);
      out.writeInt(invocation);
      out.writeInt(result);
      out.writeInt(value);
      out.writeInt(typeName2);
      out.writeInt(message2);
      out.writeInt(cause2);
      out.writeInt(Worker3);
      out.writeInt(Codecs2);
      Codecs.CODECS_CODEC.write(out, names2);
      out.writeInt(Names2);
      out.writeInt(NamesParallel2);
      out.writeInt(dev2);
      out.writeInt(java2);
    }

    @java.lang.Override
    public Integer readResult(dev.brood.wire.WireReader in) {
      return Codecs.readInteger(in);
    }

    @java.lang.Override
    public Throwable newException(java.lang.String typeName, java.lang.String message,
        Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        default -> null;
      };
    }
  }

  private static final class RegisterCall extends WireCall<java.lang.Void> {
    RegisterCall() {
      super(Worker2.TABLE, 5);
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {}

    @java.lang.Override
    public java.lang.Void readResult(dev.brood.wire.WireReader in) {
      return null;
    }
  }

  private static final class ToStringCall extends WireCall<java.lang.Void> {
    private final int x;

    ToStringCall(int x) {
      super(Worker2.TABLE, 6);
      this.x = x;
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {
      out.writeInt(x);
    }

    @java.lang.Override
    public java.lang.Void readResult(dev.brood.wire.WireReader in) {
      return null;
    }
  }

  private static final class UnknownCall extends WireCall<java.lang.Void> {
    private final int index;

    UnknownCall(int index) {
      super(Worker2.TABLE, 7);
      this.index = index;
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {
      out.writeInt(index);
    }

    @java.lang.Override
    public java.lang.Void readResult(dev.brood.wire.WireReader in) {
      return null;
    }
  }

  private static final class WireCall2 extends WireCall<java.lang.Void> {
    WireCall2() {
      super(Worker2.TABLE, 8);
    }

    @java.lang.Override
    public void writeArguments(WireWriter out) {}

    @java.lang.Override
    public java.lang.Void readResult(dev.brood.wire.WireReader in) {
      return null;
    }
  }

  /** The worker's side: reads the arguments, runs the method, writes the result. */
  private static final class Worker2 extends EntryPoints {
    static final Worker2 TABLE = new Worker2();

    static {
      register(TABLE);
    }

    private Worker2() {
      super(
          0x2ce122bb29a55774L,
          "names.Names.blocking(Call[])",
          "names.Names.equals(int)",
          "names.Names.invoke(Worker, List, WireReader)",
          "names.Names.on(Async)",
          "names.Names.parameters(int, int, int, int, int, int, int, int, int, int, int, Names.Codecs, int, int, int, int)",
          "names.Names.register()",
          "names.Names.toString(int)",
          "names.Names.unknown(int)",
          "names.Names.wire()");
    }

    @java.lang.Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> blocking(invocation);
        case 1 -> equals(invocation);
        case 2 -> invoke(invocation);
        case 3 -> on(invocation);
        case 4 -> parameters(invocation);
        case 5 -> register(invocation);
        case 6 -> toString(invocation);
        case 7 -> unknown(invocation);
        case 8 -> wire(invocation);
        default -> throw unknown(index);
      }
    }

    @java.lang.Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x9baa535dfd1d0d2dL;
        case 2 -> 0x46d85da817e6100aL;
        case 3 -> 0xef8e91e9b6605ec4L;
        case 4 -> 0x8088d081002c6baeL;
        default -> 0;
      };
    }

    private static void blocking(Invocation invocation) throws Throwable {
      dev.brood.wire.WireReader in = invocation.arguments();
      Call[] blocking = Codecs.readArrayOfCall(in);
      invocation.begin();
      Call result = Names.blocking(blocking);
      Codecs.writeCall(invocation.result(), result);
    }

    private static void equals(Invocation invocation) throws Throwable {
      dev.brood.wire.WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      Names.equals(x);
      invocation.result();
    }

    private static void invoke(Invocation invocation) throws Throwable {
      dev.brood.wire.WireReader in = invocation.arguments();
      Worker worker = Codecs.readWorker(in);
      List list = Codecs.readList(in);
      WireReader reader = Codecs.readWireReader(in);
      invocation.begin();
      Map<Task, Pool> result = Names.invoke(worker, list, reader);
      Codecs.writeMapOfTaskToPool(invocation.result(), result);
    }

    private static void on(Invocation invocation) throws Throwable {
      dev.brood.wire.WireReader in = invocation.arguments();
      names.Async on = Codecs.readAsync(in);
      invocation.begin();
      names.Async result = Names.on(on);
      Codecs.writeAsync(invocation.result(), result);
    }

    private static void parameters(Invocation invocation) throws Throwable {
      dev.brood.wire.WireReader in = invocation.arguments();
      int pool = in.readInt();
      int in2 = in.readInt();
      int out = in.readInt();
      int invocation2 = in.readInt();
      int result = in.readInt();
      int value = in.readInt();
      int typeName = in.readInt();
      int message = in.readInt();
      int cause = in.readInt();
      int Worker3 = in.readInt();
      int Codecs2 = in.readInt();
      Names.Codecs names2 = Codecs.CODECS_CODEC.read(in);
      int Names2 = in.readInt();
      int NamesParallel2 = in.readInt();
      int dev2 = in.readInt();
      int java2 = in.readInt();
      invocation.begin();
      Integer result2 = Names.parameters(pool, in2, out, invocation2, result, value, typeName,
          message, cause, Worker3, Codecs2, names2, Names2, NamesParallel2, dev2, java2);
      Codecs.writeInteger(invocation.result(), result2);
    }

    private static void register(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      Names.register();
      invocation.result();
    }

    private static void toString(Invocation invocation) throws Throwable {
      dev.brood.wire.WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      Names.toString(x);
      invocation.result();
    }

    private static void unknown(Invocation invocation) throws Throwable {
      dev.brood.wire.WireReader in = invocation.arguments();
      int index = in.readInt();
      invocation.begin();
      Names.unknown(index);
      invocation.result();
    }

    private static void wire(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      Names.wire();
      invocation.result();
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Names.Codecs> CODECS_CODEC = EnumCodec.of(Names.Codecs.values());

    private Codecs() {}

    static void writeMapOfTaskToPool(WireWriter out, Map<Task, Pool> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<Task, Pool> entry : value.entrySet()) {
        writeTask(out, entry.getKey());
        writePool(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<Task, Pool> readMapOfTaskToPool(dev.brood.wire.WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<Task, Pool> value = new LinkedHashMap<>(dev.brood.wire.WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(readTask(in), readPool(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeAsync(WireWriter out, names.Async value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static names.Async readAsync(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new names.Async(x);
    }

    static void writeCall(WireWriter out, Call value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Call readCall(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Call(x);
    }

    static void writeArrayOfCall(WireWriter out, Call[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Call element : value) {
        writeCall(out, element);
      }
      out.end();
    }

    static Call[] readArrayOfCall(dev.brood.wire.WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Call[] value = new Call[size];
      for (int i = 0; i < size; i++) {
        value[i] = readCall(in);
      }
      in.end();
      return value;
    }

    static void writeInteger(WireWriter out, Integer value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Integer readInteger(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Integer(x);
    }

    static void writeList(WireWriter out, List value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static List readList(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new List(x);
    }

    static void writePool(WireWriter out, Pool value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Pool readPool(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Pool(x);
    }

    static void writeTask(WireWriter out, Task value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.x());
      out.end();
    }

    static Task readTask(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      java.lang.String x = in.readString();
      in.end();
      return new Task(x);
    }

    static void writeWireReader(WireWriter out, WireReader value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static WireReader readWireReader(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new WireReader(x);
    }

    static void writeWorker(WireWriter out, Worker value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Worker readWorker(dev.brood.wire.WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Worker(x);
    }
  }
}
