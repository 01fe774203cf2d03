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

/** Calls of the parallel methods of {@link Outer}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class OuterParallel {
  private OuterParallel() {}

  /** Describes a call of {@link Outer#inInterface(int)}. */
  public static Call<Integer> inInterface(int x) {
    return new InInterfaceCall(x);
  }

  /** The methods of {@link Outer}, run in a pool: each returns at once, with a task. */
  public static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Outer}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  public static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Outer}, run in a pool: each waits for its result. */
  public static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Outer}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  public static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Outer}, run in a pool: each returns at once, with a task. */
  public interface Async {
    /** Starts {@link Outer#inInterface(int)}. */
    Task<Integer> inInterface(int x);
  }

  /** The methods of {@link Outer}, run in a pool: each waits for its result. */
  public interface Blocking {
    /** Runs {@link Outer#inInterface(int)}, and waits. */
    int inInterface(int x);
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
    public Task<Integer> inInterface(int x) {
      Call<Integer> call = new InInterfaceCall(x);
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
    public int inInterface(int x) {
      Call<Integer> call = new InInterfaceCall(x);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class InInterfaceCall extends WireCall<Integer> {
    private final int x;

    InInterfaceCall(int x) {
      super(Worker.TABLE, 0);
      this.x = x;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(x);
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
          0x489b30b617455bbdL,
          "demo.Outer.inInterface(int)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> inInterface(invocation);
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

    private static void inInterface(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      int result = Outer.inInterface(x);
      invocation.result().writeInt(result);
    }
  }
}
