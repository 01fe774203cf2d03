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
import dev.brood.wire.WireService;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Scorer}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class ScorerParallel {
  private ScorerParallel() {}

  /** Describes a call of {@link Scorer#version()}. */
  static Call<Integer> version() {
    return new VersionCall();
  }

  /** Describes a call of {@link Scorer#score(String)}. */
  static Call<Double> score(Instance service, String text) {
    return new ScoreCall(service, text);
  }

  /** Describes a call of {@link Scorer#scores(List)}. */
  static Call<List<Double>> scores(Instance service, List<String> texts) {
    return new ScoresCall(service, texts);
  }

  /** The methods of {@link Scorer}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool, Instance service) {
    return new AsyncProxy(pool, service, null);
  }

  /**
   * The methods of {@link Scorer}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, Instance service, CallOptions options) {
    return new AsyncProxy(pool, service, Objects.requireNonNull(options));
  }

  /** The methods of {@link Scorer}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool, Instance service) {
    return new BlockingProxy(pool, service, null);
  }

  /**
   * The methods of {@link Scorer}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, Instance service, CallOptions options) {
    return new BlockingProxy(pool, service, Objects.requireNonNull(options));
  }

  /** A {@link Scorer.Fast} in each worker of a pool. */
  static final class Instance extends WireService<Scorer> {
    /** Each worker calls {@code new Fast(double)}. */
    Instance(double factor) {
      super(Worker.TABLE, 0, "demo.Scorer.Fast(double)", out -> out.writeDouble(factor));
    }
  }

  /** The methods of {@link Scorer}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Scorer#version()}. */
    Task<Integer> version();

    /** Starts {@link Scorer#score(String)}. */
    Task<Double> score(String text);

    /** Starts {@link Scorer#scores(List)}. */
    Task<List<Double>> scores(List<String> texts);
  }

  /** The methods of {@link Scorer}, run in a pool: each waits for its result. */
  interface Blocking extends Scorer {
    /** Runs {@link Scorer#version()}, and waits. */
    int version();

    /** Runs {@link Scorer#score(String)}, and waits. */
    double score(String text);

    /** Runs {@link Scorer#scores(List)}, and waits. */
    List<Double> scores(List<String> texts);
  }

  private static final class AsyncProxy implements Async {
    private final Pool pool;
    private final Instance service;

    /** Null if there are none. */
    private final CallOptions options;

    AsyncProxy(Pool pool, Instance service, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.service = Objects.requireNonNull(service);
      this.options = options;
    }

    @Override
    public Task<Integer> version() {
      Call<Integer> call = new VersionCall();
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Double> score(String text) {
      Call<Double> call = new ScoreCall(service, text);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<List<Double>> scores(List<String> texts) {
      Call<List<Double>> call = new ScoresCall(service, texts);
      return pool.submit(options == null ? call : call.with(options));
    }
  }

  private static final class BlockingProxy implements Blocking {
    private final Pool pool;
    private final Instance service;

    /** Null if there are none. */
    private final CallOptions options;

    BlockingProxy(Pool pool, Instance service, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.service = Objects.requireNonNull(service);
      this.options = options;
    }

    @Override
    public int version() {
      Call<Integer> call = new VersionCall();
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public double score(String text) {
      Call<Double> call = new ScoreCall(service, text);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public List<Double> scores(List<String> texts) {
      Call<List<Double>> call = new ScoresCall(service, texts);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class ScoreCall extends WireCall<Double> {
    private final Instance service;
    private final String text;

    ScoreCall(Instance service, String text) {
      super(Worker.TABLE, 0);
      this.service = Objects.requireNonNull(service);
      this.text = text;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeString(text);
    }

    @Override
    public Double readResult(WireReader in) {
      return in.readDouble();
    }
  }

  private static final class ScoresCall extends WireCall<List<Double>> {
    private final Instance service;
    private final List<String> texts;

    ScoresCall(Instance service, List<String> texts) {
      super(Worker.TABLE, 1);
      this.service = Objects.requireNonNull(service);
      this.texts = texts;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfString(out, texts);
    }

    @Override
    public List<Double> readResult(WireReader in) {
      return Codecs.readListOfDouble(in);
    }
  }

  private static final class VersionCall extends WireCall<Integer> {
    VersionCall() {
      super(Worker.TABLE, 2);
    }

    @Override
    public void writeArguments(WireWriter out) {}

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
          0x134abd4cbc527e13L,
          "demo.Scorer.score(String)",
          "demo.Scorer.scores(List<String>)",
          "demo.Scorer.version()");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> score(invocation);
        case 1 -> scores(invocation);
        case 2 -> version(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0xfb2244aaf60aab45L;
        case 1 -> 0xf1d62e980e07d18eL;
        case 2 -> 0x7804094288bb529aL;
        default -> 0;
      };
    }

    @Override
    public Object construct(int index, Invocation invocation) throws Throwable {
      return switch (index) {
        case 0 -> newFast(invocation);
        default -> super.construct(index, invocation);
      };
    }

    private static Scorer.Fast newFast(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      double factor = in.readDouble();
      invocation.begin();
      return new Scorer.Fast(factor);
    }

    private static void score(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String text = in.readString();
      Scorer self = (Scorer) invocation.instance();
      invocation.begin();
      double result = self.score(text);
      invocation.result().writeDouble(result);
    }

    private static void scores(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<String> texts = Codecs.readListOfString(in);
      Scorer self = (Scorer) invocation.instance();
      invocation.begin();
      List<Double> result = self.scores(texts);
      Codecs.writeListOfDouble(invocation.result(), result);
    }

    private static void version(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      int result = Scorer.version();
      invocation.result().writeInt(result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeListOfDouble(WireWriter out, List<Double> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Double element : value) {
        out.writeBoxedDouble(element);
        written++;
      }
      out.end(size, written);
    }

    static List<Double> readListOfDouble(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Double> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(in.readBoxedDouble());
      }
      in.end();
      return value;
    }

    static void writeListOfString(WireWriter out, List<String> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (String element : value) {
        out.writeString(element);
        written++;
      }
      out.end(size, written);
    }

    static List<String> readListOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<String> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(in.readString());
      }
      in.end();
      return value;
    }
  }
}
