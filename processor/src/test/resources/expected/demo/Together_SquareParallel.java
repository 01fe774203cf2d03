package demo;

import dev.brood.Call;
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
    return new AsyncProxy(pool);
  }

  /** The methods of {@link Together.Square}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool);
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

    AsyncProxy(Pool pool) {
      this.pool = Objects.requireNonNull(pool);
    }

    @Override
    public Task<Double> area(Together.Square square) {
      return pool.submit(new AreaCall(square));
    }
  }

  private static final class BlockingProxy implements Blocking {
    private final Pool pool;

    BlockingProxy(Pool pool) {
      this.pool = Objects.requireNonNull(pool);
    }

    @Override
    public double area(Together.Square square) {
      return Proxies.call(pool, new AreaCall(square));
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
