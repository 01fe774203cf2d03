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

/**
 * Calls of the parallel methods of {@link Receivers.Model}, and proxies that run them in a pool.
 */
@Generated("dev.brood.processor.ParallelProcessor")
final class Receivers_ModelParallel {
  private Receivers_ModelParallel() {}

  /** Describes a call of {@link Receivers.Model#score(double[])}. */
  static Call<Double> score(Receivers.Model model, double[] features) {
    return new ScoreCall(model, features);
  }

  /** Describes a call of {@link Receivers.Model#rename(String, Receivers.Model)}. */
  static Call<String> rename(Receivers.Model model2, String model, Receivers.Model other) {
    return new RenameCall(model2, model, other);
  }

  /** Describes a call of {@link Receivers.Model#untrained(int)}. */
  static Call<Receivers.Model> untrained(int size) {
    return new UntrainedCall(size);
  }

  /** Describes a call of {@link Receivers.Model#labels(List)}. */
  @SuppressWarnings("unchecked")
  static <L extends Receivers.Label> Call<List<L>> labels(Receivers.Model model, List<L> labels) {
    return (Call<List<L>>) (Object) new LabelsCall(model, (List<Receivers.Label>) (Object) labels);
  }

  /** The methods of {@link Receivers.Model}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Receivers.Model}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Receivers.Model}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Receivers.Model}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Receivers.Model}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Receivers.Model#score(double[])}. */
    Task<Double> score(Receivers.Model model, double[] features);

    /** Starts {@link Receivers.Model#rename(String, Receivers.Model)}. */
    Task<String> rename(Receivers.Model model2, String model, Receivers.Model other);

    /** Starts {@link Receivers.Model#untrained(int)}. */
    Task<Receivers.Model> untrained(int size);

    /** Starts {@link Receivers.Model#labels(List)}. */
    <L extends Receivers.Label> Task<List<L>> labels(Receivers.Model model, List<L> labels);
  }

  /** The methods of {@link Receivers.Model}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Receivers.Model#score(double[])}, and waits. */
    double score(Receivers.Model model, double[] features);

    /** Runs {@link Receivers.Model#rename(String, Receivers.Model)}, and waits. */
    String rename(Receivers.Model model2, String model, Receivers.Model other);

    /** Runs {@link Receivers.Model#untrained(int)}, and waits. */
    Receivers.Model untrained(int size);

    /** Runs {@link Receivers.Model#labels(List)}, and waits. */
    <L extends Receivers.Label> List<L> labels(Receivers.Model model, List<L> labels);
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
    public Task<Double> score(Receivers.Model model, double[] features) {
      Call<Double> call = new ScoreCall(model, features);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<String> rename(Receivers.Model model2, String model, Receivers.Model other) {
      Call<String> call = new RenameCall(model2, model, other);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Receivers.Model> untrained(int size) {
      Call<Receivers.Model> call = new UntrainedCall(size);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public <L extends Receivers.Label> Task<List<L>> labels(Receivers.Model model, List<L> labels) {
      Call<List<L>> call = Receivers_ModelParallel.labels(model, labels);
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
    public double score(Receivers.Model model, double[] features) {
      Call<Double> call = new ScoreCall(model, features);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public String rename(Receivers.Model model2, String model, Receivers.Model other) {
      Call<String> call = new RenameCall(model2, model, other);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Receivers.Model untrained(int size) {
      Call<Receivers.Model> call = new UntrainedCall(size);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public <L extends Receivers.Label> List<L> labels(Receivers.Model model, List<L> labels) {
      Call<List<L>> call = Receivers_ModelParallel.labels(model, labels);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class LabelsCall extends WireCall<List<Receivers.Label>> {
    private final Receivers.Model model;
    private final List<Receivers.Label> labels;

    LabelsCall(Receivers.Model model, List<Receivers.Label> labels) {
      super(Worker.TABLE, 0);
      this.model = model;
      this.labels = labels;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeModel(out, model);
      Codecs.writeListOfLabel(out, labels);
    }

    @Override
    public List<Receivers.Label> readResult(WireReader in) {
      return Codecs.readListOfLabel(in);
    }
  }

  private static final class RenameCall extends WireCall<String> {
    private final Receivers.Model model2;
    private final String model;
    private final Receivers.Model other;

    RenameCall(Receivers.Model model2, String model, Receivers.Model other) {
      super(Worker.TABLE, 1);
      this.model2 = model2;
      this.model = model;
      this.other = other;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeModel(out, model2);
      out.writeString(model);
      Codecs.writeModel(out, other);
    }

    @Override
    public String readResult(WireReader in) {
      return in.readString();
    }
  }

  private static final class ScoreCall extends WireCall<Double> {
    private final Receivers.Model model;
    private final double[] features;

    ScoreCall(Receivers.Model model, double[] features) {
      super(Worker.TABLE, 2);
      this.model = model;
      this.features = features;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeModel(out, model);
      out.writeDoubleArray(features);
    }

    @Override
    public Double readResult(WireReader in) {
      return in.readDouble();
    }
  }

  private static final class UntrainedCall extends WireCall<Receivers.Model> {
    private final int size;

    UntrainedCall(int size) {
      super(Worker.TABLE, 3);
      this.size = size;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeInt(size);
    }

    @Override
    public Receivers.Model readResult(WireReader in) {
      return Codecs.readModel(in);
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
          0xf4af21c758b28943L,
          "demo.Receivers.Model.labels(List<Receivers.Label>)",
          "demo.Receivers.Model.rename(String, Receivers.Model)",
          "demo.Receivers.Model.score(double[])",
          "demo.Receivers.Model.untrained(int)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> labels(invocation);
        case 1 -> rename(invocation);
        case 2 -> score(invocation);
        case 3 -> untrained(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0xac5fc72aadc62584L;
        case 1 -> 0xb0eab9ca1878803cL;
        case 2 -> 0xfb2244aaf60aab45L;
        case 3 -> 0x25715c651c2b0de6L;
        default -> 0;
      };
    }

    private static void labels(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Receivers.Model model = Codecs.readModel(in);
      List<Receivers.Label> labels = Codecs.readListOfLabel(in);
      invocation.begin();
      List<Receivers.Label> result = model.labels(labels);
      Codecs.writeListOfLabel(invocation.result(), result);
    }

    private static void rename(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Receivers.Model model2 = Codecs.readModel(in);
      String model = in.readString();
      Receivers.Model other = Codecs.readModel(in);
      invocation.begin();
      String result = model2.rename(model, other);
      invocation.result().writeString(result);
    }

    private static void score(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Receivers.Model model = Codecs.readModel(in);
      double[] features = in.readDoubleArray();
      invocation.begin();
      double result = model.score(features);
      invocation.result().writeDouble(result);
    }

    private static void untrained(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int size = in.readInt();
      invocation.begin();
      Receivers.Model result = Receivers.Model.untrained(size);
      Codecs.writeModel(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeLabel(WireWriter out, Receivers.Label value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.text());
      out.end();
    }

    static Receivers.Label readLabel(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      String text = in.readString();
      in.end();
      return new Receivers.Label(text);
    }

    static void writeModel(WireWriter out, Receivers.Model value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.name());
      out.writeDoubleArray(value.weights());
      out.end();
    }

    static Receivers.Model readModel(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      String name = in.readString();
      double[] weights = in.readDoubleArray();
      in.end();
      return new Receivers.Model(name, weights);
    }

    static void writeListOfLabel(WireWriter out, List<Receivers.Label> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Receivers.Label element : value) {
        writeLabel(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Receivers.Label> readListOfLabel(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Receivers.Label> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readLabel(in));
      }
      in.end();
      return value;
    }
  }
}
