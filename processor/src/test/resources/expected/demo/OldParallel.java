package demo;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.EnumCodec;
import dev.brood.wire.Invocation;
import dev.brood.wire.Proxies;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Old}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class OldParallel {
  private OldParallel() {}

  /** Describes a call of {@link Old#shift(Old.Point)}. */
  @Deprecated
  static Call<Old.Point> shift(Old.Point point) {
    return new ShiftCall(point);
  }

  /** Describes a call of {@link Old#draw(Old.Line)}. */
  static Call<Void> draw(Old.Line line) {
    return new DrawCall(line);
  }

  /** Describes a call of {@link Old#dye(Old.Color)}. */
  @Deprecated(
      forRemoval = true
  )
  static Call<Old.Color> dye(Old.Color color) {
    return new DyeCall(color);
  }

  /** The methods of {@link Old}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Old}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Old}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Old}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Old}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Old#shift(Old.Point)}. */
    @Deprecated
    Task<Old.Point> shift(Old.Point point);

    /** Starts {@link Old#draw(Old.Line)}. */
    Task<Void> draw(Old.Line line);

    /** Starts {@link Old#dye(Old.Color)}. */
    @Deprecated(
        forRemoval = true
    )
    Task<Old.Color> dye(Old.Color color);
  }

  /** The methods of {@link Old}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Old#shift(Old.Point)}, and waits. */
    @Deprecated
    Old.Point shift(Old.Point point);

    /** Runs {@link Old#draw(Old.Line)}, and waits. */
    void draw(Old.Line line);

    /** Runs {@link Old#dye(Old.Color)}, and waits. */
    @Deprecated(
        forRemoval = true
    )
    Old.Color dye(Old.Color color);
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
    public Task<Old.Point> shift(Old.Point point) {
      Call<Old.Point> call = new ShiftCall(point);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> draw(Old.Line line) {
      Call<Void> call = new DrawCall(line);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Old.Color> dye(Old.Color color) {
      Call<Old.Color> call = new DyeCall(color);
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
    public Old.Point shift(Old.Point point) {
      Call<Old.Point> call = new ShiftCall(point);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void draw(Old.Line line) {
      Call<Void> call = new DrawCall(line);
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Old.Color dye(Old.Color color) {
      Call<Old.Color> call = new DyeCall(color);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class DrawCall extends WireCall<Void> {
    private final Old.Line line;

    DrawCall(Old.Line line) {
      super(Worker.TABLE, 0);
      this.line = line;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeLine(out, line);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class DyeCall extends WireCall<Old.Color> {
    private final Old.Color color;

    DyeCall(Old.Color color) {
      super(Worker.TABLE, 1);
      this.color = color;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.COLOR_CODEC.write(out, color);
    }

    @Override
    public Old.Color readResult(WireReader in) {
      return Codecs.COLOR_CODEC.read(in);
    }
  }

  private static final class ShiftCall extends WireCall<Old.Point> {
    private final Old.Point point;

    ShiftCall(Old.Point point) {
      super(Worker.TABLE, 2);
      this.point = point;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writePoint(out, point);
    }

    @Override
    public Old.Point readResult(WireReader in) {
      return Codecs.readPoint(in);
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
          0x56e343413dc2188aL,
          "demo.Old.draw(Old.Line)",
          "demo.Old.dye(Old.Color)",
          "demo.Old.shift(Old.Point)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> draw(invocation);
        case 1 -> dye(invocation);
        case 2 -> shift(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 1 -> 0xd8e5509f0f8b6fedL;
        case 2 -> 0x3720c3a5941ac965L;
        default -> 0;
      };
    }

    private static void draw(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Old.Line line = Codecs.readLine(in);
      invocation.begin();
      Old.draw(line);
      invocation.result();
    }

    private static void dye(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Old.Color color = Codecs.COLOR_CODEC.read(in);
      invocation.begin();
      Old.Color result = Old.dye(color);
      Codecs.COLOR_CODEC.write(invocation.result(), result);
    }

    private static void shift(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Old.Point point = Codecs.readPoint(in);
      invocation.begin();
      Old.Point result = Old.shift(point);
      Codecs.writePoint(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Old.Color> COLOR_CODEC = EnumCodec.of(Old.Color.values());

    private Codecs() {}

    static void writeLine(WireWriter out, Old.Line value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.start());
      out.writeInt(value.end());
      out.end();
    }

    static Old.Line readLine(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int start = in.readInt();
      int end = in.readInt();
      in.end();
      return new Old.Line(start, end);
    }

    static void writePoint(WireWriter out, Old.Point value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Old.Point readPoint(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Old.Point(x);
    }
  }
}
