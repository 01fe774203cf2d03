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
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Overloads}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class OverloadsParallel {
  private OverloadsParallel() {}

  /** Describes a call of {@link Overloads#sum(int...)}. */
  static Call<Integer> sum(int... values) {
    return new SumCall3(values);
  }

  /** Describes a call of {@link Overloads#sum(long, Long)}. */
  static Call<Long> sum(long a, Long b) {
    return new SumCall4(a, b);
  }

  /** Describes a call of {@link Overloads#sum(double)}. */
  static Call<Double> sum(double a) {
    return new SumCall2(a);
  }

  /** Describes a call of {@link Overloads#Sum(int)}. */
  static Call<Integer> Sum(int a) {
    return new SumCall(a);
  }

  /** Describes a call of {@link Overloads#sum2(int)}. */
  static Call<Integer> sum2(int a) {
    return new Sum2Call(a);
  }

  /** Describes a call of {@link Overloads#total(String, List...)}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static Call<Integer> total(String prefix, List<Integer>... lists) {
    return new TotalCall(prefix, lists);
  }

  /** The methods of {@link Overloads}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Overloads}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Overloads}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Overloads}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Overloads}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Overloads#sum(int...)}. */
    Task<Integer> sum(int... values);

    /** Starts {@link Overloads#sum(long, Long)}. */
    Task<Long> sum(long a, Long b);

    /** Starts {@link Overloads#sum(double)}. */
    Task<Double> sum(double a);

    /** Starts {@link Overloads#Sum(int)}. */
    Task<Integer> Sum(int a);

    /** Starts {@link Overloads#sum2(int)}. */
    Task<Integer> sum2(int a);

    /** Starts {@link Overloads#total(String, List...)}. */
    @SuppressWarnings("unchecked")
    Task<Integer> total(String prefix, List<Integer>... lists);
  }

  /** The methods of {@link Overloads}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Overloads#sum(int...)}, and waits. */
    int sum(int... values);

    /** Runs {@link Overloads#sum(long, Long)}, and waits. */
    long sum(long a, Long b);

    /** Runs {@link Overloads#sum(double)}, and waits. */
    double sum(double a);

    /** Runs {@link Overloads#Sum(int)}, and waits. */
    int Sum(int a);

    /** Runs {@link Overloads#sum2(int)}, and waits. */
    int sum2(int a);

    /** Runs {@link Overloads#total(String, List...)}, and waits. */
    @SuppressWarnings("unchecked")
    int total(String prefix, List<Integer>... lists);
  }

  private static final class AsyncProxy implements Async {
    private final Pool pool;

    /** Null if there are none. */
    private final CallOptions options;

    AsyncProxy(Pool pool, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.options = options;
    }

    @Override
    public Task<Integer> sum(int... values) {
      Call<Integer> call = new SumCall3(values);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Long> sum(long a, Long b) {
      Call<Long> call = new SumCall4(a, b);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Double> sum(double a) {
      Call<Double> call = new SumCall2(a);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> Sum(int a) {
      Call<Integer> call = new SumCall(a);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> sum2(int a) {
      Call<Integer> call = new Sum2Call(a);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    @SuppressWarnings({"unchecked", "varargs"})
    public Task<Integer> total(String prefix, List<Integer>... lists) {
      Call<Integer> call = new TotalCall(prefix, lists);
      return pool.submit(options == null ? call : call.with(options));
    }
  }

  private static final class BlockingProxy implements Blocking {
    private final Pool pool;

    /** Null if there are none. */
    private final CallOptions options;

    BlockingProxy(Pool pool, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.options = options;
    }

    @Override
    public int sum(int... values) {
      Call<Integer> call = new SumCall3(values);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public long sum(long a, Long b) {
      Call<Long> call = new SumCall4(a, b);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public double sum(double a) {
      Call<Double> call = new SumCall2(a);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int Sum(int a) {
      Call<Integer> call = new SumCall(a);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int sum2(int a) {
      Call<Integer> call = new Sum2Call(a);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    @SuppressWarnings({"unchecked", "varargs"})
    public int total(String prefix, List<Integer>... lists) {
      Call<Integer> call = new TotalCall(prefix, lists);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class SumCall extends WireCall<Integer> {
    private final int a;

    SumCall(int a) {
      super(Worker.TABLE, 0);
      this.a = a;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(a);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }
  }

  private static final class SumCall2 extends WireCall<Double> {
    private final double a;

    SumCall2(double a) {
      super(Worker.TABLE, 1);
      this.a = a;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeDouble(a);
    }

    @Override
    public Double readResult(WireReader in) {
      return in.readDouble();
    }
  }

  private static final class SumCall3 extends WireCall<Integer> {
    private final int[] values;

    SumCall3(int[] values) {
      super(Worker.TABLE, 2);
      this.values = values;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeIntArray(values);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }
  }

  private static final class SumCall4 extends WireCall<Long> {
    private final long a;
    private final Long b;

    SumCall4(long a, Long b) {
      super(Worker.TABLE, 3);
      this.a = a;
      this.b = b;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeLong(a);
      out.writeBoxedLong(b);
    }

    @Override
    public Long readResult(WireReader in) {
      return in.readLong();
    }
  }

  private static final class Sum2Call extends WireCall<Integer> {
    private final int a;

    Sum2Call(int a) {
      super(Worker.TABLE, 4);
      this.a = a;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(a);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }
  }

  private static final class TotalCall extends WireCall<Integer> {
    private final String prefix;
    private final List<Integer>[] lists;

    TotalCall(String prefix, List<Integer>[] lists) {
      super(Worker.TABLE, 5);
      this.prefix = prefix;
      this.lists = lists;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeString(prefix);
      Codecs.writeArrayOfListOfInteger(out, lists);
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
          0xffb399f9e079fe57L,
          "demo.Overloads.Sum(int)",
          "demo.Overloads.sum(double)",
          "demo.Overloads.sum(int...)",
          "demo.Overloads.sum(long, Long)",
          "demo.Overloads.sum2(int)",
          "demo.Overloads.total(String, List<Integer>...)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> Sum(invocation);
        case 1 -> sum(invocation);
        case 2 -> sum2(invocation);
        case 3 -> sum3(invocation);
        case 4 -> sum22(invocation);
        case 5 -> total(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0, 2, 4, 5 -> 0x7804094288bb529aL;
        case 1 -> 0xfb2244aaf60aab45L;
        case 3 -> 0x550d3aae92627c94L;
        default -> 0;
      };
    }

    private static void Sum(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int a = in.readInt();
      invocation.begin();
      int result = Overloads.Sum(a);
      invocation.result().writeInt(result);
    }

    private static void sum(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      double a = in.readDouble();
      invocation.begin();
      double result = Overloads.sum(a);
      invocation.result().writeDouble(result);
    }

    private static void sum2(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int[] values = in.readIntArray();
      invocation.begin();
      int result = Overloads.sum(values);
      invocation.result().writeInt(result);
    }

    private static void sum3(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      long a = in.readLong();
      Long b = in.readBoxedLong();
      invocation.begin();
      long result = Overloads.sum(a, b);
      invocation.result().writeLong(result);
    }

    private static void sum22(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int a = in.readInt();
      invocation.begin();
      int result = Overloads.sum2(a);
      invocation.result().writeInt(result);
    }

    private static void total(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String prefix = in.readString();
      List<Integer>[] lists = Codecs.readArrayOfListOfInteger(in);
      invocation.begin();
      int result = Overloads.total(prefix, lists);
      invocation.result().writeInt(result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeListOfInteger(WireWriter out, List<Integer> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Integer element : value) {
        out.writeBoxedInt(element);
        written++;
      }
      out.end(size, written);
    }

    static List<Integer> readListOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Integer> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(in.readBoxedInt());
      }
      in.end();
      return value;
    }

    static void writeArrayOfListOfInteger(WireWriter out, List<Integer>[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (List<Integer> element : value) {
        writeListOfInteger(out, element);
      }
      out.end();
    }

    @SuppressWarnings("unchecked")
    static List<Integer>[] readArrayOfListOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Integer>[] value = (List<Integer>[]) new List<?>[size];
      for (int i = 0; i < size; i++) {
        value[i] = readListOfInteger(in);
      }
      in.end();
      return value;
    }
  }
}
