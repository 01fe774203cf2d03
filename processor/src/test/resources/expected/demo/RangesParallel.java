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
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Ranges}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class RangesParallel {
  private RangesParallel() {}

  /** Describes a call of {@link Ranges#howManyWithinRange(int[], int, int)}. */
  static Call<Integer> howManyWithinRange(int[] row, int minimum, int maximum) {
    return new HowManyWithinRangeCall(row, minimum, maximum);
  }

  /** The methods of {@link Ranges}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Ranges}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Ranges}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Ranges}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Ranges}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Ranges#howManyWithinRange(int[], int, int)}. */
    Task<Integer> howManyWithinRange(int[] row, int minimum, int maximum);
  }

  /** The methods of {@link Ranges}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Ranges#howManyWithinRange(int[], int, int)}, and waits. */
    int howManyWithinRange(int[] row, int minimum, int maximum);
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
    public Task<Integer> howManyWithinRange(int[] row, int minimum, int maximum) {
      Call<Integer> call = new HowManyWithinRangeCall(row, minimum, maximum);
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
    public int howManyWithinRange(int[] row, int minimum, int maximum) {
      Call<Integer> call = new HowManyWithinRangeCall(row, minimum, maximum);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class HowManyWithinRangeCall extends WireCall<Integer> {
    private final int[] row;
    private final int minimum;
    private final int maximum;

    HowManyWithinRangeCall(int[] row, int minimum, int maximum) {
      super(Worker.TABLE, 0);
      this.row = row;
      this.minimum = minimum;
      this.maximum = maximum;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeIntArray(row);
      out.writeInt(minimum);
      out.writeInt(maximum);
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
          0x30418590c81ff7b1L,
          "demo.Ranges.howManyWithinRange(int[], int, int)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> howManyWithinRange(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x7804094288bb529aL;
        default -> 0;
      };
    }

    private static void howManyWithinRange(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int[] row = in.readIntArray();
      int minimum = in.readInt();
      int maximum = in.readInt();
      invocation.begin();
      int result = Ranges.howManyWithinRange(row, minimum, maximum);
      invocation.result().writeInt(result);
    }
  }
}
