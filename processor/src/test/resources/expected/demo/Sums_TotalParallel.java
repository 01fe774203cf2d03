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

/** Calls of the parallel methods of {@link Sums.Total}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class Sums_TotalParallel {
  private Sums_TotalParallel() {}

  /** Describes a call of {@link Sums.Total#plus(Sums.Total)}. */
  static Call<Sums.Total> plus(Sums.Total total, Sums.Total other) {
    return new PlusCall(total, other);
  }

  /** The methods of {@link Sums.Total}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Sums.Total}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Sums.Total}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Sums.Total}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Sums.Total}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Sums.Total#plus(Sums.Total)}. */
    Task<Sums.Total> plus(Sums.Total total, Sums.Total other);
  }

  /** The methods of {@link Sums.Total}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Sums.Total#plus(Sums.Total)}, and waits. */
    Sums.Total plus(Sums.Total total, Sums.Total other);
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
    public Task<Sums.Total> plus(Sums.Total total, Sums.Total other) {
      Call<Sums.Total> call = new PlusCall(total, other);
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
    public Sums.Total plus(Sums.Total total, Sums.Total other) {
      Call<Sums.Total> call = new PlusCall(total, other);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class PlusCall extends WireCall<Sums.Total> {
    private final Sums.Total total;
    private final Sums.Total other;

    PlusCall(Sums.Total total, Sums.Total other) {
      super(Worker.TABLE, 0);
      this.total = total;
      this.other = other;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeTotal(out, total);
      Codecs.writeTotal(out, other);
    }

    @Override
    public Sums.Total readResult(WireReader in) {
      return Codecs.readTotal(in);
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
          0xb467c72d1adc16ddL,
          "demo.Sums.Total.plus(Sums.Total)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> plus(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public boolean isIdempotent(int index) {
      return switch (index) {
        case 0 -> true;
        default -> false;
      };
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x1aa89689f80c01e6L;
        default -> 0;
      };
    }

    @Override
    public long foldShape(int index) {
      return switch (index) {
        case 0 -> resultShape(index);
        default -> 0;
      };
    }

    private static void plus(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Sums.Total total = Codecs.readTotal(in);
      Sums.Total other = Codecs.readTotal(in);
      invocation.begin();
      Sums.Total result = total.plus(other);
      Codecs.writeTotal(invocation.result(), result);
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
  }
}
