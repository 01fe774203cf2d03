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

/** Calls of the parallel methods of {@link Mixed}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class MixedParallel {
  private MixedParallel() {}

  /** Describes a call of {@link Mixed#forEverybody(int)}. */
  public static Call<Integer> forEverybody(int x) {
    return new ForEverybodyCall(x);
  }

  /** Describes a call of {@link Mixed#forThePackage(int)}. */
  static Call<Integer> forThePackage(int x) {
    return new ForThePackageCall(x);
  }

  /** Describes a call of {@link Mixed#forHeirs(int)}. */
  static Call<Integer> forHeirs(int x) {
    return new ForHeirsCall(x);
  }

  /** Describes a call of {@link Mixed#withAHiddenType(List)}. */
  static Call<Integer> withAHiddenType(List<Mixed.Hidden> hidden) {
    return new WithAHiddenTypeCall(hidden);
  }

  /**
   * The methods of {@link Mixed}, run in a pool: each returns at once, with a task.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Mixed}, run in a pool: each returns at once, with a task.
   *
   * <p>Not public, because not all of the methods and their types are.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /**
   * The methods of {@link Mixed}, run in a pool: each waits for its result.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Mixed}, run in a pool: each waits for its result.
   *
   * <p>Not public, because not all of the methods and their types are.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /**
   * The methods of {@link Mixed}, run in a pool: each returns at once, with a task.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  interface Async {
    /** Starts {@link Mixed#forEverybody(int)}. */
    Task<Integer> forEverybody(int x);

    /** Starts {@link Mixed#forThePackage(int)}. */
    Task<Integer> forThePackage(int x);

    /** Starts {@link Mixed#forHeirs(int)}. */
    Task<Integer> forHeirs(int x);

    /** Starts {@link Mixed#withAHiddenType(List)}. */
    Task<Integer> withAHiddenType(List<Mixed.Hidden> hidden);
  }

  /**
   * The methods of {@link Mixed}, run in a pool: each waits for its result.
   *
   * <p>Not public, because not all of the methods and their types are.
   */
  interface Blocking {
    /** Runs {@link Mixed#forEverybody(int)}, and waits. */
    int forEverybody(int x);

    /** Runs {@link Mixed#forThePackage(int)}, and waits. */
    int forThePackage(int x);

    /** Runs {@link Mixed#forHeirs(int)}, and waits. */
    int forHeirs(int x);

    /** Runs {@link Mixed#withAHiddenType(List)}, and waits. */
    int withAHiddenType(List<Mixed.Hidden> hidden);
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
    public Task<Integer> forEverybody(int x) {
      Call<Integer> call = new ForEverybodyCall(x);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> forThePackage(int x) {
      Call<Integer> call = new ForThePackageCall(x);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> forHeirs(int x) {
      Call<Integer> call = new ForHeirsCall(x);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> withAHiddenType(List<Mixed.Hidden> hidden) {
      Call<Integer> call = new WithAHiddenTypeCall(hidden);
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
    public int forEverybody(int x) {
      Call<Integer> call = new ForEverybodyCall(x);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int forThePackage(int x) {
      Call<Integer> call = new ForThePackageCall(x);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int forHeirs(int x) {
      Call<Integer> call = new ForHeirsCall(x);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public int withAHiddenType(List<Mixed.Hidden> hidden) {
      Call<Integer> call = new WithAHiddenTypeCall(hidden);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class ForEverybodyCall extends WireCall<Integer> {
    private final int x;

    ForEverybodyCall(int x) {
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

  private static final class ForHeirsCall extends WireCall<Integer> {
    private final int x;

    ForHeirsCall(int x) {
      super(Worker.TABLE, 1);
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

  private static final class ForThePackageCall extends WireCall<Integer> {
    private final int x;

    ForThePackageCall(int x) {
      super(Worker.TABLE, 2);
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

  private static final class WithAHiddenTypeCall extends WireCall<Integer> {
    private final List<Mixed.Hidden> hidden;

    WithAHiddenTypeCall(List<Mixed.Hidden> hidden) {
      super(Worker.TABLE, 3);
      this.hidden = hidden;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfHidden(out, hidden);
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
          0x2d4b991d3ac42147L,
          "demo.Mixed.forEverybody(int)",
          "demo.Mixed.forHeirs(int)",
          "demo.Mixed.forThePackage(int)",
          "demo.Mixed.withAHiddenType(List<Mixed.Hidden>)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> forEverybody(invocation);
        case 1 -> forHeirs(invocation);
        case 2 -> forThePackage(invocation);
        case 3 -> withAHiddenType(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0, 1, 2, 3 -> 0x7804094288bb529aL;
        default -> 0;
      };
    }

    private static void forEverybody(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      int result = Mixed.forEverybody(x);
      invocation.result().writeInt(result);
    }

    private static void forHeirs(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      int result = Mixed.forHeirs(x);
      invocation.result().writeInt(result);
    }

    private static void forThePackage(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int x = in.readInt();
      invocation.begin();
      int result = Mixed.forThePackage(x);
      invocation.result().writeInt(result);
    }

    private static void withAHiddenType(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Mixed.Hidden> hidden = Codecs.readListOfHidden(in);
      invocation.begin();
      int result = Mixed.withAHiddenType(hidden);
      invocation.result().writeInt(result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeHidden(WireWriter out, Mixed.Hidden value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Mixed.Hidden readHidden(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Mixed.Hidden(x);
    }

    static void writeListOfHidden(WireWriter out, List<Mixed.Hidden> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Mixed.Hidden element : value) {
        writeHidden(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Mixed.Hidden> readListOfHidden(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Mixed.Hidden> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readHidden(in));
      }
      in.end();
      return value;
    }
  }
}
