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

/** Calls of the parallel methods of {@link Together}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class TogetherParallel {
  private TogetherParallel() {}

  /** Describes a call of {@link Together#biggest(List, Together.Shape)}. */
  @SuppressWarnings("unchecked")
  static <S extends Together.Shape> Call<S> biggest(List<S> shapes, S other) {
    return (Call<S>) (Object) new BiggestCall((List<Together.Shape>) (Object) shapes, other);
  }

  /** The methods of {@link Together}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Together}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Together}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Together}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Together}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Together#biggest(List, Together.Shape)}. */
    <S extends Together.Shape> Task<S> biggest(List<S> shapes, S other);
  }

  /** The methods of {@link Together}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Together#biggest(List, Together.Shape)}, and waits. */
    <S extends Together.Shape> S biggest(List<S> shapes, S other);
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
    public <S extends Together.Shape> Task<S> biggest(List<S> shapes, S other) {
      Call<S> call = TogetherParallel.biggest(shapes, other);
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
    public <S extends Together.Shape> S biggest(List<S> shapes, S other) {
      Call<S> call = TogetherParallel.biggest(shapes, other);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class BiggestCall extends WireCall<Together.Shape> {
    private final List<Together.Shape> shapes;
    private final Together.Shape other;

    BiggestCall(List<Together.Shape> shapes, Together.Shape other) {
      super(Worker.TABLE, 0);
      this.shapes = shapes;
      this.other = other;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfShape(out, shapes);
      Codecs.writeShape(out, other);
    }

    @Override
    public Together.Shape readResult(WireReader in) {
      return Codecs.readShape(in);
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
          0xfa545a25f617909eL,
          "demo.Together.biggest(List<Together.Shape>, Together.Shape)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> biggest(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x7b50faf63fbf0801L;
        default -> 0;
      };
    }

    private static void biggest(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Together.Shape> shapes = Codecs.readListOfShape(in);
      Together.Shape other = Codecs.readShape(in);
      invocation.begin();
      Together.Shape result = Together.biggest(shapes, other);
      Codecs.writeShape(invocation.result(), result);
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

    static void writeListOfShape(WireWriter out, List<Together.Shape> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Together.Shape element : value) {
        writeShape(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Together.Shape> readListOfShape(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Together.Shape> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readShape(in));
      }
      in.end();
      return value;
    }
  }
}
