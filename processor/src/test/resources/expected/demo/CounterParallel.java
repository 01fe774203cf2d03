package demo;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.Proxies;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireService;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Counter}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class CounterParallel {
  private CounterParallel() {}

  /** Describes a call of {@link Counter#twice(int)}. */
  public static Call<Integer> twice(int x) {
    return new TwiceCall(x);
  }

  /** Describes a call of {@link Counter#increment(int)}. */
  public static Call<Integer> increment(Instance service, int by) {
    return new IncrementCall(service, by);
  }

  /** Describes a call of {@link Counter#put(String)}. */
  public static Call<Void> put(Instance service, String key) {
    return new PutCall(service, key);
  }

  /** Describes a call of {@link Counter#apply(String)}. */
  public static Call<Integer> apply(Instance service, String text) {
    return new ApplyCall(service, text);
  }

  /** Describes a call of {@link Counter#compareTo(String)}. */
  public static Call<Integer> compareTo(Instance service, String other) {
    return new CompareToCall(service, other);
  }

  /** Describes a call of {@code Counter.isEmpty()}. */
  public static Call<Boolean> isEmpty(Instance service) {
    return new IsEmptyCall(service);
  }

  /** Describes a call of {@code Counter.last(Integer)}. */
  public static Call<Integer> last(Instance service2, Integer service) {
    return new LastCall(service2, service);
  }

  /** The methods of {@link Counter}, run in a pool: each returns at once, with a task. */
  public static Async on(Pool pool, Instance service) {
    return new AsyncProxy(pool, service, null);
  }

  /**
   * The methods of {@link Counter}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  public static Async on(Pool pool, Instance service, CallOptions options) {
    return new AsyncProxy(pool, service, Objects.requireNonNull(options));
  }

  /** The methods of {@link Counter}, run in a pool: each waits for its result. */
  public static Blocking blocking(Pool pool, Instance service) {
    return new BlockingProxy(pool, service, null);
  }

  /**
   * The methods of {@link Counter}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  public static Blocking blocking(Pool pool, Instance service, CallOptions options) {
    return new BlockingProxy(pool, service, Objects.requireNonNull(options));
  }

  /** A {@link Counter} in each worker of a pool. */
  public static final class Instance extends WireService<Counter> {
    /** Each worker calls {@code new Counter()}. */
    public Instance() {
      super(Worker.TABLE, 0, "demo.Counter()", out -> {});
    }

    /** Each worker calls {@code new Counter(int, Map<String, Integer>)}. */
    public Instance(int start, Map<String, Integer> out) {
      super(Worker.TABLE, 2, "demo.Counter(int, Map<String, Integer>)", out2 -> {
        out2.writeInt(start);
        Codecs.writeMapOfStringToInteger(out2, out);
      });
    }

    /** Each worker calls {@code new Counter(Counter.Start, List<String>...)}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public Instance(Counter.Start start, List<String>... more) {
      super(Worker.TABLE, 1, "demo.Counter(Counter.Start, List<String>...)", out -> {
        Codecs.writeStart(out, start);
        Codecs.writeArrayOfListOfString(out, more);
      });
    }
  }

  /** The methods of {@link Counter}, run in a pool: each returns at once, with a task. */
  public interface Async {
    /** Starts {@link Counter#twice(int)}. */
    Task<Integer> twice(int x);

    /** Starts {@link Counter#increment(int)}. */
    Task<Integer> increment(int by);

    /** Starts {@link Counter#put(String)}. */
    Task<Void> put(String key);

    /** Starts {@link Counter#apply(String)}. */
    Task<Integer> apply(String text);

    /** Starts {@link Counter#compareTo(String)}. */
    Task<Integer> compareTo(String other);

    /** Starts {@code Counter.isEmpty()}. */
    Task<Boolean> isEmpty();

    /** Starts {@code Counter.last(Integer)}. */
    Task<Integer> last(Integer service);
  }

  /** The methods of {@link Counter}, run in a pool: each waits for its result. */
  public interface Blocking extends Function<String, Integer>, Store<String>, Comparable<String> {
    /** Does nothing: workers close their objects when they end. */
    @Override
    void close();

    /** Runs {@link Counter#twice(int)}, and waits. */
    int twice(int x);

    /** Runs {@link Counter#increment(int)}, and waits. */
    int increment(int by);

    /** Runs {@link Counter#put(String)}, and waits. */
    void put(String key) throws IOException;

    /** Runs {@link Counter#apply(String)}, and waits. */
    Integer apply(String text);

    /** Runs {@link Counter#compareTo(String)}, and waits. */
    int compareTo(String other);

    /** Runs {@code Counter.isEmpty()}, and waits. */
    boolean isEmpty();

    /** Runs {@code Counter.last(Integer)}, and waits. */
    Integer last(Integer service);
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
    public Task<Integer> twice(int x) {
      Call<Integer> call = new TwiceCall(x);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> increment(int by) {
      Call<Integer> call = new IncrementCall(service, by);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> put(String key) {
      Call<Void> call = new PutCall(service, key);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> apply(String text) {
      Call<Integer> call = new ApplyCall(service, text);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> compareTo(String other) {
      Call<Integer> call = new CompareToCall(service, other);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Boolean> isEmpty() {
      Call<Boolean> call = new IsEmptyCall(service);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> last(Integer service2) {
      Call<Integer> call = new LastCall(service, service2);
      return pool.submit(options == null ? call : call.with(options));
    }
  }

  @SuppressWarnings("serial")
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
    public void close() {}

    @Override
    public int twice(int x) {
      Call<Integer> call = new TwiceCall(x);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int increment(int by) {
      Call<Integer> call = new IncrementCall(service, by);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void put(String key) throws IOException {
      Call<Void> call = new PutCall(service, key);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Integer apply(String text) {
      Call<Integer> call = new ApplyCall(service, text);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int compareTo(String other) {
      Call<Integer> call = new CompareToCall(service, other);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public boolean isEmpty() {
      Call<Boolean> call = new IsEmptyCall(service);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Integer last(Integer service2) {
      Call<Integer> call = new LastCall(service, service2);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class ApplyCall extends WireCall<Integer> {
    private final Instance service;
    private final String text;

    ApplyCall(Instance service, String text) {
      super(Worker.TABLE, 0);
      this.service = Objects.requireNonNull(service);
      this.text = text;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeString(text);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readBoxedInt();
    }

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        default -> null;
      };
    }
  }

  private static final class CompareToCall extends WireCall<Integer> {
    private final Instance service;
    private final String other;

    CompareToCall(Instance service, String other) {
      super(Worker.TABLE, 1);
      this.service = Objects.requireNonNull(service);
      this.other = other;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeString(other);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        default -> null;
      };
    }
  }

  private static final class IncrementCall extends WireCall<Integer> {
    private final Instance service;
    private final int by;

    IncrementCall(Instance service, int by) {
      super(Worker.TABLE, 2);
      this.service = Objects.requireNonNull(service);
      this.by = by;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(by);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        default -> null;
      };
    }
  }

  private static final class IsEmptyCall extends WireCall<Boolean> {
    private final Instance service;

    IsEmptyCall(Instance service) {
      super(Worker.TABLE, 3);
      this.service = Objects.requireNonNull(service);
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {}

    @Override
    public Boolean readResult(WireReader in) {
      return in.readBoolean();
    }

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        default -> null;
      };
    }
  }

  private static final class LastCall extends WireCall<Integer> {
    private final Instance service;
    private final Integer service2;

    LastCall(Instance service, Integer service2) {
      super(Worker.TABLE, 4);
      this.service = Objects.requireNonNull(service);
      this.service2 = service2;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeBoxedInt(service2);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readBoxedInt();
    }

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        default -> null;
      };
    }
  }

  private static final class PutCall extends WireCall<Void> {
    private final Instance service;
    private final String key;

    PutCall(Instance service, String key) {
      super(Worker.TABLE, 5);
      this.service = Objects.requireNonNull(service);
      this.key = key;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeString(key);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
    }

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        default -> null;
      };
    }
  }

  private static final class TwiceCall extends WireCall<Integer> {
    private final int x;

    TwiceCall(int x) {
      super(Worker.TABLE, 6);
      this.x = x;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(x);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
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
          0x6658d2532b04924aL,
          "demo.Counter.apply(String)",
          "demo.Counter.compareTo(String)",
          "demo.Counter.increment(int)",
          "demo.Counter.isEmpty()",
          "demo.Counter.last(Integer)",
          "demo.Counter.put(String)",
          "demo.Counter.twice(int)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> apply(invocation);
        case 1 -> compareTo(invocation);
        case 2 -> increment(invocation);
        case 3 -> isEmpty(invocation);
        case 4 -> last(invocation);
        case 5 -> put(invocation);
        case 6 -> twice(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0, 4 -> 0x1f64ed031c7fef94L;
        case 1, 2, 6 -> 0x7804094288bb529aL;
        case 3 -> 0x3d63ede67eebb9d7L;
        default -> 0;
      };
    }

    @Override
    public Object construct(int index, Invocation invocation) throws Throwable {
      return switch (index) {
        case 0 -> newCounter(invocation);
        case 1 -> newCounter2(invocation);
        case 2 -> newCounter3(invocation);
        default -> super.construct(index, invocation);
      };
    }

    private static Counter newCounter(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      return new Counter();
    }

    private static Counter newCounter2(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Counter.Start start = Codecs.readStart(in);
      List<String>[] more = Codecs.readArrayOfListOfString(in);
      invocation.begin();
      return new Counter(start, more);
    }

    private static Counter newCounter3(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int start = in.readInt();
      Map<String, Integer> out = Codecs.readMapOfStringToInteger(in);
      invocation.begin();
      return new Counter(start, out);
    }

    private static void apply(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String text = in.readString();
      Counter self = (Counter) invocation.instance();
      invocation.begin();
      Integer result = self.apply(text);
      invocation.result().writeBoxedInt(result);
    }

    private static void compareTo(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String other = in.readString();
      Counter self = (Counter) invocation.instance();
      invocation.begin();
      int result = self.compareTo(other);
      invocation.result().writeInt(result);
    }

    private static void increment(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int by = in.readInt();
      Counter self = (Counter) invocation.instance();
      invocation.begin();
      int result = self.increment(by);
      invocation.result().writeInt(result);
    }

    private static void isEmpty(Invocation invocation) throws Throwable {
      invocation.arguments();
      Counter self = (Counter) invocation.instance();
      invocation.begin();
      boolean result = self.isEmpty();
      invocation.result().writeBoolean(result);
    }

    private static void last(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Integer service = in.readBoxedInt();
      Counter self = (Counter) invocation.instance();
      invocation.begin();
      Integer result = self.last(service);
      invocation.result().writeBoxedInt(result);
    }

    private static void put(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String key = in.readString();
      Counter self = (Counter) invocation.instance();
      invocation.begin();
      self.put(key);
      invocation.result();
    }

    private static void twice(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      int result = Counter.twice(x);
      invocation.result().writeInt(result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeStart(WireWriter out, Counter.Start value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.value());
      out.end();
    }

    static Counter.Start readStart(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int value = in.readInt();
      in.end();
      return new Counter.Start(value);
    }

    static void writeListOfString(WireWriter out, List<String> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (String element : value) {
        out.writeString(element);
        written++;
      }
      out.end(size, written);
    }

    static List<String> readListOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<String> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(in.readString());
      }
      in.end();
      return value;
    }

    static void writeArrayOfListOfString(WireWriter out, List<String>[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (List<String> element : value) {
        writeListOfString(out, element);
      }
      out.end();
    }

    @SuppressWarnings("unchecked")
    static List<String>[] readArrayOfListOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<String>[] value = (List<String>[]) new List<?>[size];
      for (int i = 0; i < size; i++) {
        value[i] = readListOfString(in);
      }
      in.end();
      return value;
    }

    static void writeMapOfStringToInteger(WireWriter out, Map<String, Integer> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<String, Integer> entry : value.entrySet()) {
        out.writeString(entry.getKey());
        out.writeBoxedInt(entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<String, Integer> readMapOfStringToInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<String, Integer> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(in.readString(), in.readBoxedInt());
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }
  }
}
