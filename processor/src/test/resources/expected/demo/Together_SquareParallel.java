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

/**
 * Calls of the parallel methods of {@link Together.Square}, and proxies that run them in a pool.
 */
@Generated("dev.brood.processor.ParallelProcessor")
final class Together_SquareParallel {
  private Together_SquareParallel() {}

  /** Describes a call of {@link Together.Square#area()}. */
  static Call<Double> area(Together.Square square) {
    return new AreaCall(square);
  }

  /** The methods of {@link Together.Square}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Together.Square}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Together.Square}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Together.Square}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Together.Square}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Together.Square#area()}. */
    Task<Double> area(Together.Square square);
  }

  /** The methods of {@link Together.Square}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Together.Square#area()}, and waits. */
    double area(Together.Square square);
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
    public Task<Double> area(Together.Square square) {
      Call<Double> call = new AreaCall(square);
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
    public double area(Together.Square square) {
      Call<Double> call = new AreaCall(square);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class AreaCall extends WireCall<Double> {
    private final Together.Square square;

    AreaCall(Together.Square square) {
      super(Worker.TABLE, 0);
      this.square = square;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeSquare(out, square);
    }

    @Override
    public Double readResult(WireReader in) {
      return in.readDouble();
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
          0xb106a49e6258d3b0L,
          "demo.Together.Square.area()");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> area(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0xfb2244aaf60aab45L;
        default -> 0;
      };
    }

    private static void area(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Together.Square square = Codecs.readSquare(in);
      invocation.begin();
      double result = square.area();
      invocation.result().writeDouble(result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeSquare(WireWriter out, Together.Square value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeDouble(value.side());
      out.end();
    }

    static Together.Square readSquare(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      double side = in.readDouble();
      in.end();
      return new Together.Square(side);
    }
  }
}
