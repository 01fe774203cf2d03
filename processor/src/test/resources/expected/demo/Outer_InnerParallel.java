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

/** Calls of the parallel methods of {@link Outer.Inner}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class Outer_InnerParallel {
  private Outer_InnerParallel() {}

  /** Describes a call of {@link Outer.Inner#inRecord(Outer.Inner)}. */
  public static Call<Outer.Inner> inRecord(Outer.Inner inner) {
    return new InRecordCall(inner);
  }

  /** The methods of {@link Outer.Inner}, run in a pool: each returns at once, with a task. */
  public static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Outer.Inner}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  public static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Outer.Inner}, run in a pool: each waits for its result. */
  public static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Outer.Inner}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  public static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Outer.Inner}, run in a pool: each returns at once, with a task. */
  public interface Async {
    /** Starts {@link Outer.Inner#inRecord(Outer.Inner)}. */
    Task<Outer.Inner> inRecord(Outer.Inner inner);
  }

  /** The methods of {@link Outer.Inner}, run in a pool: each waits for its result. */
  public interface Blocking {
    /** Runs {@link Outer.Inner#inRecord(Outer.Inner)}, and waits. */
    Outer.Inner inRecord(Outer.Inner inner);
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
    public Task<Outer.Inner> inRecord(Outer.Inner inner) {
      Call<Outer.Inner> call = new InRecordCall(inner);
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
    public Outer.Inner inRecord(Outer.Inner inner) {
      Call<Outer.Inner> call = new InRecordCall(inner);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class InRecordCall extends WireCall<Outer.Inner> {
    private final Outer.Inner inner;

    InRecordCall(Outer.Inner inner) {
      super(Worker.TABLE, 0);
      this.inner = inner;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeInner(out, inner);
    }

    @Override
    public Outer.Inner readResult(WireReader in) {
      return Codecs.readInner(in);
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
          0xc6974b7a2f98a092L,
          "demo.Outer.Inner.inRecord(Outer.Inner)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> inRecord(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x0c82b5de20b46d23L;
        default -> 0;
      };
    }

    private static void inRecord(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Outer.Inner inner = Codecs.readInner(in);
      invocation.begin();
      Outer.Inner result = Outer.Inner.inRecord(inner);
      Codecs.writeInner(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeInner(WireWriter out, Outer.Inner value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Outer.Inner readInner(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Outer.Inner(x);
    }
  }
}
