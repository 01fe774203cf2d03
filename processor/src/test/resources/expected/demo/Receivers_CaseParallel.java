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

/**
 * Calls of the parallel methods of {@link Receivers.Case}, and proxies that run them in a pool.
 */
@Generated("dev.brood.processor.ParallelProcessor")
final class Receivers_CaseParallel {
  private Receivers_CaseParallel() {}

  /** Describes a call of {@link Receivers.Case#convert(String)}. */
  static Call<String> convert(Receivers.Case receiver, String text) {
    return new ConvertCall(receiver, text);
  }

  /** Describes a call of {@link Receivers.Case#toString()}. */
  static Call<String> toString(Receivers.Case receiver) {
    return new ToStringCall(receiver);
  }

  /** The methods of {@link Receivers.Case}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Receivers.Case}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Receivers.Case}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Receivers.Case}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Receivers.Case}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Receivers.Case#convert(String)}. */
    Task<String> convert(Receivers.Case receiver, String text);

    /** Starts {@link Receivers.Case#toString()}. */
    Task<String> toString(Receivers.Case receiver);
  }

  /** The methods of {@link Receivers.Case}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Receivers.Case#convert(String)}, and waits. */
    String convert(Receivers.Case receiver, String text);

    /** Runs {@link Receivers.Case#toString()}, and waits. */
    String toString(Receivers.Case receiver);
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
    public Task<String> convert(Receivers.Case receiver, String text) {
      Call<String> call = new ConvertCall(receiver, text);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<String> toString(Receivers.Case receiver) {
      Call<String> call = new ToStringCall(receiver);
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
    public String convert(Receivers.Case receiver, String text) {
      Call<String> call = new ConvertCall(receiver, text);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public String toString(Receivers.Case receiver) {
      Call<String> call = new ToStringCall(receiver);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class ConvertCall extends WireCall<String> {
    private final Receivers.Case receiver;
    private final String text;

    ConvertCall(Receivers.Case receiver, String text) {
      super(Worker.TABLE, 0);
      this.receiver = receiver;
      this.text = text;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.CASE_CODEC.write(out, receiver);
      out.writeString(text);
    }

    @Override
    public String readResult(WireReader in) {
      return in.readString();
    }
  }

  private static final class ToStringCall extends WireCall<String> {
    private final Receivers.Case receiver;

    ToStringCall(Receivers.Case receiver) {
      super(Worker.TABLE, 1);
      this.receiver = receiver;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.CASE_CODEC.write(out, receiver);
    }

    @Override
    public String readResult(WireReader in) {
      return in.readString();
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
          0xfc6794adfae22f17L,
          "demo.Receivers.Case.convert(String)",
          "demo.Receivers.Case.toString()");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> convert(invocation);
        case 1 -> toString(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0, 1 -> 0xb0eab9ca1878803cL;
        default -> 0;
      };
    }

    private static void convert(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Receivers.Case receiver = Codecs.CASE_CODEC.read(in);
      String text = in.readString();
      invocation.begin();
      String result = receiver.convert(text);
      invocation.result().writeString(result);
    }

    private static void toString(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Receivers.Case receiver = Codecs.CASE_CODEC.read(in);
      invocation.begin();
      String result = receiver.toString();
      invocation.result().writeString(result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Receivers.Case> CASE_CODEC = EnumCodec.of(Receivers.Case.values());

    private Codecs() {}
  }
}
