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

/** Calls of the parallel methods of {@link Dollar$}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class Dollar$Parallel {
  private Dollar$Parallel() {}

  /** Describes a call of {@link Dollar$#$N(int, Dollar$.$L, int)}. */
  static Call<Dollar$.$L> $N(int $, Dollar$.$L $W, int größe) {
    return new $NCall($, $W, größe);
  }

  /** The methods of {@link Dollar$}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Dollar$}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Dollar$}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Dollar$}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Dollar$}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Dollar$#$N(int, Dollar$.$L, int)}. */
    Task<Dollar$.$L> $N(int $, Dollar$.$L $W, int größe);
  }

  /** The methods of {@link Dollar$}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Dollar$#$N(int, Dollar$.$L, int)}, and waits. */
    Dollar$.$L $N(int $, Dollar$.$L $W, int größe);
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
    public Task<Dollar$.$L> $N(int $, Dollar$.$L $W, int größe) {
      Call<Dollar$.$L> call = new $NCall($, $W, größe);
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
    public Dollar$.$L $N(int $, Dollar$.$L $W, int größe) {
      Call<Dollar$.$L> call = new $NCall($, $W, größe);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class $NCall extends WireCall<Dollar$.$L> {
    private final int $;
    private final Dollar$.$L $W;
    private final int größe;

    $NCall(int $, Dollar$.$L $W, int größe) {
      super(Worker.TABLE, 0);
      this.$ = $;
      this.$W = $W;
      this.größe = größe;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt($);
      Codecs.write$L(out, $W);
      out.writeInt(größe);
    }

    @Override
    public Dollar$.$L readResult(WireReader in) {
      return Codecs.read$L(in);
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
          0x4f1c859ec0633d8fL,
          "demo.Dollar$.$N(int, Dollar$.$L, int)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> $N(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x93ded34ba04b7bb9L;
        default -> 0;
      };
    }

    private static void $N(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int $ = in.readInt();
      Dollar$.$L $W = Codecs.read$L(in);
      int größe = in.readInt();
      invocation.begin();
      Dollar$.$L result = Dollar$.$N($, $W, größe);
      Codecs.write$L(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void write$L(WireWriter out, Dollar$.$L value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.$T());
      out.writeInt(value.größe());
      out.end();
    }

    static Dollar$.$L read$L(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int $T = in.readInt();
      int größe = in.readInt();
      in.end();
      return new Dollar$.$L($T, größe);
    }
  }
}
