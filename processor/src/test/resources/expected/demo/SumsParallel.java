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

/** Calls of the parallel methods of {@link Sums}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class SumsParallel {
  private SumsParallel() {}

  /** Describes a call of {@link Sums#total(List)}. */
  static Call<Sums.Total> total(List<Integer> numbers) {
    return new TotalCall(numbers);
  }

  /** Describes a call of {@link Sums#both(Sums.Total, Sums.Total)}. */
  static Call<Sums.Total> both(Sums.Total left, Sums.Total right) {
    return new BothCall(left, right);
  }

  /** Describes a call of {@link Sums#add(int, int)}. */
  static Call<Integer> add(int left, int right) {
    return new AddCall(left, right);
  }

  /** Describes a call of {@link Sums#warmUp()}. */
  static Call<Void> warmUp() {
    return new WarmUpCall();
  }

  /** The methods of {@link Sums}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Sums}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Sums}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Sums}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Sums}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Sums#total(List)}. */
    Task<Sums.Total> total(List<Integer> numbers);

    /** Starts {@link Sums#both(Sums.Total, Sums.Total)}. */
    Task<Sums.Total> both(Sums.Total left, Sums.Total right);

    /** Starts {@link Sums#add(int, int)}. */
    Task<Integer> add(int left, int right);

    /** Starts {@link Sums#warmUp()}. */
    Task<Void> warmUp();
  }

  /** The methods of {@link Sums}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Sums#total(List)}, and waits. */
    Sums.Total total(List<Integer> numbers);

    /** Runs {@link Sums#both(Sums.Total, Sums.Total)}, and waits. */
    Sums.Total both(Sums.Total left, Sums.Total right);

    /** Runs {@link Sums#add(int, int)}, and waits. */
    int add(int left, int right);

    /** Runs {@link Sums#warmUp()}, and waits. */
    void warmUp();
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
    public Task<Sums.Total> total(List<Integer> numbers) {
      Call<Sums.Total> call = new TotalCall(numbers);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Sums.Total> both(Sums.Total left, Sums.Total right) {
      Call<Sums.Total> call = new BothCall(left, right);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> add(int left, int right) {
      Call<Integer> call = new AddCall(left, right);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> warmUp() {
      Call<Void> call = new WarmUpCall();
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
    public Sums.Total total(List<Integer> numbers) {
      Call<Sums.Total> call = new TotalCall(numbers);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Sums.Total both(Sums.Total left, Sums.Total right) {
      Call<Sums.Total> call = new BothCall(left, right);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int add(int left, int right) {
      Call<Integer> call = new AddCall(left, right);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void warmUp() {
      Call<Void> call = new WarmUpCall();
      Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class AddCall extends WireCall<Integer> {
    private final int left;
    private final int right;

    AddCall(int left, int right) {
      super(Worker.TABLE, 0);
      this.left = left;
      this.right = right;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(left);
      out.writeInt(right);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }
  }

  private static final class BothCall extends WireCall<Sums.Total> {
    private final Sums.Total left;
    private final Sums.Total right;

    BothCall(Sums.Total left, Sums.Total right) {
      super(Worker.TABLE, 1);
      this.left = left;
      this.right = right;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeTotal(out, left);
      Codecs.writeTotal(out, right);
    }

    @Override
    public Sums.Total readResult(WireReader in) {
      return Codecs.readTotal(in);
    }
  }

  private static final class TotalCall extends WireCall<Sums.Total> {
    private final List<Integer> numbers;

    TotalCall(List<Integer> numbers) {
      super(Worker.TABLE, 2);
      this.numbers = numbers;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfInteger(out, numbers);
    }

    @Override
    public Sums.Total readResult(WireReader in) {
      return Codecs.readTotal(in);
    }
  }

  private static final class WarmUpCall extends WireCall<Void> {
    WarmUpCall() {
      super(Worker.TABLE, 3);
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
          0x691041f6f4bd986dL,
          "demo.Sums.add(int, int)",
          "demo.Sums.both(Sums.Total, Sums.Total)",
          "demo.Sums.total(List<Integer>)",
          "demo.Sums.warmUp()");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> add(invocation);
        case 1 -> both(invocation);
        case 2 -> total(invocation);
        case 3 -> warmUp(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public boolean isIdempotent(int index) {
      return switch (index) {
        case 2, 3 -> true;
        default -> false;
      };
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x7804094288bb529aL;
        case 1, 2 -> 0x1aa89689f80c01e6L;
        default -> 0;
      };
    }

    @Override
    public long foldShape(int index) {
      return switch (index) {
        case 0, 1 -> resultShape(index);
        default -> 0;
      };
    }

    private static void add(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int left = in.readInt();
      int right = in.readInt();
      invocation.begin();
      int result = Sums.add(left, right);
      invocation.result().writeInt(result);
    }

    private static void both(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Sums.Total left = Codecs.readTotal(in);
      Sums.Total right = Codecs.readTotal(in);
      invocation.begin();
      Sums.Total result = Sums.both(left, right);
      Codecs.writeTotal(invocation.result(), result);
    }

    private static void total(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Integer> numbers = Codecs.readListOfInteger(in);
      invocation.begin();
      Sums.Total result = Sums.total(numbers);
      Codecs.writeTotal(invocation.result(), result);
    }

    private static void warmUp(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      Sums.warmUp();
      invocation.result();
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeTotal(WireWriter out, Sums.Total value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeLong(value.sum());
      out.writeInt(value.count());
      out.end();
    }

    static Sums.Total readTotal(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      long sum = in.readLong();
      int count = in.readInt();
      in.end();
      return new Sums.Total(sum, count);
    }

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
  }
}
