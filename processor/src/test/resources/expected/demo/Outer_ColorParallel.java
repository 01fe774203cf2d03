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

/** Calls of the parallel methods of {@link Outer.Color}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class Outer_ColorParallel {
  private Outer_ColorParallel() {}

  /** Describes a call of {@link Outer.Color#inEnum(Outer.Color)}. */
  static Call<Outer.Color> inEnum(Outer.Color color) {
    return new InEnumCall(color);
  }

  /**
   * The methods of {@link Outer.Color}, run in a pool: each returns at once, with a task.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Outer.Color}, run in a pool: each returns at once, with a task.
   *
   * <p>Not public, because not all of the methods and their types are.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /**
   * The methods of {@link Outer.Color}, run in a pool: each waits for its result.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Outer.Color}, run in a pool: each waits for its result.
   *
   * <p>Not public, because not all of the methods and their types are.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /**
   * The methods of {@link Outer.Color}, run in a pool: each returns at once, with a task.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  interface Async {
    /** Starts {@link Outer.Color#inEnum(Outer.Color)}. */
    Task<Outer.Color> inEnum(Outer.Color color);
  }

  /**
   * The methods of {@link Outer.Color}, run in a pool: each waits for its result.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  interface Blocking {
    /** Runs {@link Outer.Color#inEnum(Outer.Color)}, and waits. */
    Outer.Color inEnum(Outer.Color color);
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
    public Task<Outer.Color> inEnum(Outer.Color color) {
      Call<Outer.Color> call = new InEnumCall(color);
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
    public Outer.Color inEnum(Outer.Color color) {
      Call<Outer.Color> call = new InEnumCall(color);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class InEnumCall extends WireCall<Outer.Color> {
    private final Outer.Color color;

    InEnumCall(Outer.Color color) {
      super(Worker.TABLE, 0);
      this.color = color;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.COLOR_CODEC.write(out, color);
    }

    @Override
    public Outer.Color readResult(WireReader in) {
      return Codecs.COLOR_CODEC.read(in);
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
          0x06023f6378e64b6eL,
          "demo.Outer.Color.inEnum(Outer.Color)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> inEnum(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x707accee8a3b29dcL;
        default -> 0;
      };
    }

    private static void inEnum(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Outer.Color color = Codecs.COLOR_CODEC.read(in);
      invocation.begin();
      Outer.Color result = Outer.Color.inEnum(color);
      Codecs.COLOR_CODEC.write(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Outer.Color> COLOR_CODEC = EnumCodec.of(Outer.Color.values());

    private Codecs() {}
  }
}
