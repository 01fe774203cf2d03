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

/**
 * Calls of the parallel methods of {@link Generic.IntSorter}, and proxies that run them in a pool.
 */
@Generated("dev.brood.processor.ParallelProcessor")
final class Generic_IntSorterParallel {
  private Generic_IntSorterParallel() {}

  /** Describes a call of {@link Generic.IntSorter#sort(List)}. */
  static Call<List<Integer>> sort(Instance service, List<Integer> values) {
    return new SortCall(service, values);
  }

  /** Describes a call of {@code Generic.IntSorter.first(List<Integer>)}. */
  static Call<Integer> first(Instance service, List<Integer> values) {
    return new FirstCall(service, values);
  }

  /** Describes a call of {@code Generic.IntSorter.shapes(Integer, List<Generic.Shape>)}. */
  @SuppressWarnings("unchecked")
  static <S extends Generic.Shape> Call<List<S>> shapes(Instance service, Integer count,
      List<S> shapes) {
    return (Call<List<S>>) (Object) new ShapesCall(service, count, (List<Generic.Shape>) (Object)
        shapes);
  }

  /**
   * The methods of {@link Generic.IntSorter}, run in a pool: each returns at once, with a task.
   */
  static Async on(Pool pool, Instance service) {
    return new AsyncProxy(pool, service, null);
  }

  /**
   * The methods of {@link Generic.IntSorter}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, Instance service, CallOptions options) {
    return new AsyncProxy(pool, service, Objects.requireNonNull(options));
  }

  /** The methods of {@link Generic.IntSorter}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool, Instance service) {
    return new BlockingProxy(pool, service, null);
  }

  /**
   * The methods of {@link Generic.IntSorter}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, Instance service, CallOptions options) {
    return new BlockingProxy(pool, service, Objects.requireNonNull(options));
  }

  /** A {@link Generic.IntSorter} in each worker of a pool. */
  static final class Instance extends WireService<Generic.IntSorter> {
    /** Each worker calls {@code new IntSorter()}. */
    Instance() {
      super(Worker.TABLE, 0, "demo.Generic.IntSorter()", out -> {});
    }
  }

  /**
   * The methods of {@link Generic.IntSorter}, run in a pool: each returns at once, with a task.
   */
  interface Async {
    /** Starts {@link Generic.IntSorter#sort(List)}. */
    Task<List<Integer>> sort(List<Integer> values);

    /** Starts {@code Generic.IntSorter.first(List<Integer>)}. */
    Task<Integer> first(List<Integer> values);

    /** Starts {@code Generic.IntSorter.shapes(Integer, List<Generic.Shape>)}. */
    <S extends Generic.Shape> Task<List<S>> shapes(Integer count, List<S> shapes);
  }

  /** The methods of {@link Generic.IntSorter}, run in a pool: each waits for its result. */
  interface Blocking extends Generic.Sorter<Integer> {
    /** Runs {@link Generic.IntSorter#sort(List)}, and waits. */
    List<Integer> sort(List<Integer> values);

    /** Runs {@code Generic.IntSorter.first(List<Integer>)}, and waits. */
    Integer first(List<Integer> values);

    /** Runs {@code Generic.IntSorter.shapes(Integer, List<Generic.Shape>)}, and waits. */
    <S extends Generic.Shape> List<S> shapes(Integer count, List<S> shapes);
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
    public Task<List<Integer>> sort(List<Integer> values) {
      Call<List<Integer>> call = new SortCall(service, values);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Integer> first(List<Integer> values) {
      Call<Integer> call = new FirstCall(service, values);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public <S extends Generic.Shape> Task<List<S>> shapes(Integer count, List<S> shapes) {
      Call<List<S>> call = Generic_IntSorterParallel.shapes(service, count, shapes);
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
    public List<Integer> sort(List<Integer> values) {
      Call<List<Integer>> call = new SortCall(service, values);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Integer first(List<Integer> values) {
      Call<Integer> call = new FirstCall(service, values);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public <S extends Generic.Shape> List<S> shapes(Integer count, List<S> shapes) {
      Call<List<S>> call = Generic_IntSorterParallel.shapes(service, count, shapes);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class FirstCall extends WireCall<Integer> {
    private final Instance service;
    private final List<Integer> values;

    FirstCall(Instance service, List<Integer> values) {
      super(Worker.TABLE, 0);
      this.service = Objects.requireNonNull(service);
      this.values = values;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfInteger(out, values);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readBoxedInt();
    }
  }

  private static final class ShapesCall extends WireCall<List<Generic.Shape>> {
    private final Instance service;
    private final Integer count;
    private final List<Generic.Shape> shapes;

    ShapesCall(Instance service, Integer count, List<Generic.Shape> shapes) {
      super(Worker.TABLE, 1);
      this.service = Objects.requireNonNull(service);
      this.count = count;
      this.shapes = shapes;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeBoxedInt(count);
      Codecs.writeListOfShape(out, shapes);
    }

    @Override
    public List<Generic.Shape> readResult(WireReader in) {
      return Codecs.readListOfShape(in);
    }
  }

  private static final class SortCall extends WireCall<List<Integer>> {
    private final Instance service;
    private final List<Integer> values;

    SortCall(Instance service, List<Integer> values) {
      super(Worker.TABLE, 2);
      this.service = Objects.requireNonNull(service);
      this.values = values;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfInteger(out, values);
    }

    @Override
    public List<Integer> readResult(WireReader in) {
      return Codecs.readListOfInteger(in);
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
          0x9a6a62fff657967bL,
          "demo.Generic.IntSorter.first(List<Integer>)",
          "demo.Generic.IntSorter.shapes(Integer, List<Generic.Shape>)",
          "demo.Generic.IntSorter.sort(List<Integer>)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> first(invocation);
        case 1 -> shapes(invocation);
        case 2 -> sort(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x1f64ed031c7fef94L;
        case 1 -> 0x4ef3780860a6559aL;
        case 2 -> 0x112beb1b03743ee6L;
        default -> 0;
      };
    }

    @Override
    public Object construct(int index, Invocation invocation) throws Throwable {
      return switch (index) {
        case 0 -> newIntSorter(invocation);
        default -> super.construct(index, invocation);
      };
    }

    private static Generic.IntSorter newIntSorter(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      return new Generic.IntSorter();
    }

    private static void first(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Integer> values = Codecs.readListOfInteger(in);
      Generic.IntSorter self = (Generic.IntSorter) invocation.instance();
      invocation.begin();
      Integer result = self.first(values);
      invocation.result().writeBoxedInt(result);
    }

    private static void shapes(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Integer count = in.readBoxedInt();
      List<Generic.Shape> shapes = Codecs.readListOfShape(in);
      Generic.IntSorter self = (Generic.IntSorter) invocation.instance();
      invocation.begin();
      List<Generic.Shape> result = self.shapes(count, shapes);
      Codecs.writeListOfShape(invocation.result(), result);
    }

    private static void sort(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Integer> values = Codecs.readListOfInteger(in);
      Generic.IntSorter self = (Generic.IntSorter) invocation.instance();
      invocation.begin();
      List<Integer> result = self.sort(values);
      Codecs.writeListOfInteger(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeShape(WireWriter out, Generic.Shape value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeDouble(value.area());
      out.end();
    }

    static Generic.Shape readShape(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      double area = in.readDouble();
      in.end();
      return new Generic.Shape(area);
    }

    static void writeListOfShape(WireWriter out, List<Generic.Shape> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Generic.Shape element : value) {
        writeShape(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Generic.Shape> readListOfShape(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Generic.Shape> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readShape(in));
      }
      in.end();
      return value;
    }

    static void writeListOfInteger(WireWriter out, List<Integer> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Integer element : value) {
        out.writeBoxedInt(element);
        written++;
      }
      out.end(size, written);
    }

    static List<Integer> readListOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Integer> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(in.readBoxedInt());
      }
      in.end();
      return value;
    }
  }
}
