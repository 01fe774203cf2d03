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
 * Calls of the parallel methods of {@link Together.Shape}, and proxies that run them in a pool.
 */
@Generated("dev.brood.processor.ParallelProcessor")
final class Together_ShapeParallel {
  private Together_ShapeParallel() {}

  /** Describes a call of {@link Together.Shape#area()}. */
  static Call<Double> area(Together.Shape shape) {
    return new AreaCall(shape);
  }

  /** The methods of {@link Together.Shape}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool);
  }

  /** The methods of {@link Together.Shape}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool);
  }

  /** The methods of {@link Together.Shape}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Together.Shape#area()}. */
    Task<Double> area(Together.Shape shape);
  }

  /** The methods of {@link Together.Shape}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Together.Shape#area()}, and waits. */
    double area(Together.Shape shape);
  }

  private static final class AsyncProxy implements Async {
    private final Pool pool;

    AsyncProxy(Pool pool) {
      this.pool = Objects.requireNonNull(pool);
    }

    @Override
    public Task<Double> area(Together.Shape shape) {
      return pool.submit(new AreaCall(shape));
    }
  }

  private static final class BlockingProxy implements Blocking {
    private final Pool pool;

    BlockingProxy(Pool pool) {
      this.pool = Objects.requireNonNull(pool);
    }

    @Override
    public double area(Together.Shape shape) {
      return Proxies.call(pool, new AreaCall(shape));
    }
  }

  private static final class AreaCall extends WireCall<Double> {
    private final Together.Shape shape;

    AreaCall(Together.Shape shape) {
      super(Worker.TABLE, 0);
      this.shape = shape;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeShape(out, shape);
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
          0xd7e416505f1616dbL,
          "demo.Together.Shape.area()");
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
      Together.Shape shape = Codecs.readShape(in);
      invocation.begin();
      double result = shape.area();
      invocation.result().writeDouble(result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeCircle(WireWriter out, Together.Circle value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeDouble(value.radius());
      out.end();
    }

    static Together.Circle readCircle(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      double radius = in.readDouble();
      in.end();
      return new Together.Circle(radius);
    }

    static void writeShape(WireWriter out, Together.Shape value) {
      if (value == null) {
        out.writeNull();
      } else if (value instanceof Together.Circle leaf) {
        out.writeKind(0);
        writeCircle(out, leaf);
      } else if (value instanceof Together.Square leaf) {
        out.writeKind(1);
        writeSquare(out, leaf);
      } else {
        throw WireWriter.unknownKind(value);
      }
    }

    static Together.Shape readShape(WireReader in) {
      return switch (in.readKind(2)) {
        case 0 -> readCircle(in);
        case 1 -> readSquare(in);
        default -> null;
      };
    }

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
