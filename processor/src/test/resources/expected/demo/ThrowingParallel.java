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
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Throwing}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class ThrowingParallel {
  private ThrowingParallel() {}

  /** Describes a call of {@link Throwing#jdk(int)}. */
  public static Call<Integer> jdk(int x) {
    return new JdkCall(x);
  }

  /** Describes a call of {@link Throwing#own()}. */
  public static Call<Void> own() {
    return new OwnCall();
  }

  /** Describes a call of {@link Throwing#onlyAbstract()}. */
  public static Call<Void> onlyAbstract() {
    return new OnlyAbstractCall();
  }

  /** The methods of {@link Throwing}, run in a pool: each returns at once, with a task. */
  public static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Throwing}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  public static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Throwing}, run in a pool: each waits for its result. */
  public static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Throwing}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  public static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Throwing}, run in a pool: each returns at once, with a task. */
  public interface Async {
    /** Starts {@link Throwing#jdk(int)}. */
    Task<Integer> jdk(int x);

    /** Starts {@link Throwing#own()}. */
    Task<Void> own();

    /** Starts {@link Throwing#onlyAbstract()}. */
    Task<Void> onlyAbstract();
  }

  /** The methods of {@link Throwing}, run in a pool: each waits for its result. */
  public interface Blocking {
    /** Runs {@link Throwing#jdk(int)}, and waits. */
    int jdk(int x) throws IOException, InterruptedException, TimeoutException, ExecutionException;

    /** Runs {@link Throwing#own()}, and waits. */
    void own() throws Throwing.WithBoth, Throwing.WithMessage, Throwing.WithCause,
        Throwing.WithNothing, Throwing.Abstract;

    /** Runs {@link Throwing#onlyAbstract()}, and waits. */
    void onlyAbstract() throws Throwing.Abstract;
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
    public Task<Integer> jdk(int x) {
      Call<Integer> call = new JdkCall(x);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> own() {
      Call<Void> call = new OwnCall();
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> onlyAbstract() {
      Call<Void> call = new OnlyAbstractCall();
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
    public int jdk(int x) throws IOException, InterruptedException, TimeoutException,
        ExecutionException {
      Call<Integer> call = new JdkCall(x);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void own() throws Throwing.WithBoth, Throwing.WithMessage, Throwing.WithCause,
        Throwing.WithNothing, Throwing.Abstract {
      Call<Void> call = new OwnCall();
      Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void onlyAbstract() throws Throwing.Abstract {
      Call<Void> call = new OnlyAbstractCall();
      Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class JdkCall extends WireCall<Integer> {
    private final int x;

    JdkCall(int x) {
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

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "java.io.IOException" -> new IOException(message, cause);
        case "java.lang.InterruptedException" -> withCause(new InterruptedException(message), cause);
        case "java.util.concurrent.TimeoutException" -> withCause(new TimeoutException(message), cause);
        case "java.util.concurrent.ExecutionException" -> new ExecutionException(message, cause);
        default -> null;
      };
    }
  }

  private static final class OnlyAbstractCall extends WireCall<Void> {
    OnlyAbstractCall() {
      super(Worker.TABLE, 1);
    }

    @Override
    public void writeArguments(WireWriter out) {}

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class OwnCall extends WireCall<Void> {
    OwnCall() {
      super(Worker.TABLE, 2);
    }

    @Override
    public void writeArguments(WireWriter out) {}

    @Override
    public Void readResult(WireReader in) {
      return null;
    }

    @Override
    public Throwable newException(String typeName, String message, Throwable cause) {
      return switch (typeName) {
        case "demo.Throwing$WithBoth" -> new Throwing.WithBoth(message, cause);
        case "demo.Throwing$WithMessage" -> withCause(new Throwing.WithMessage(message), cause);
        case "demo.Throwing$WithCause" -> new Throwing.WithCause(cause);
        case "demo.Throwing$WithNothing" -> withCause(new Throwing.WithNothing(), cause);
        default -> null;
      };
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
          0xe9ab2fb3b206c9f8L,
          "demo.Throwing.jdk(int)",
          "demo.Throwing.onlyAbstract()",
          "demo.Throwing.own()");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> jdk(invocation);
        case 1 -> onlyAbstract(invocation);
        case 2 -> own(invocation);
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

    private static void jdk(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      int result = Throwing.jdk(x);
      invocation.result().writeInt(result);
    }

    private static void onlyAbstract(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      Throwing.onlyAbstract();
      invocation.result();
    }

    private static void own(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      Throwing.own();
      invocation.result();
    }
  }
}
