package demo;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.EnumCodec;
import dev.brood.wire.Invocation;
import dev.brood.wire.Proxies;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Generic}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class GenericParallel {
  private GenericParallel() {}

  /** Describes a call of {@link Generic#biggest(List)}. */
  @SuppressWarnings("unchecked")
  static <T extends Generic.Shape> Call<T> biggest(List<T> shapes) {
    return (Call<T>) (Object) new BiggestCall((List<Generic.Shape>) (Object) shapes);
  }

  /** Describes a call of {@link Generic#group(Map, Generic.Color, Generic.Shape)}. */
  @SuppressWarnings("unchecked")
  static <S extends Generic.Shape, C extends Generic.Color> Call<Map<C, List<S>>> group(
      Map<C, S> shapes, C color, S s) {
    return (Call<Map<C, List<S>>>) (Object)
        new GroupCall((Map<Generic.Color, Generic.Shape>) (Object) shapes, color, s);
  }

  /** Describes a call of {@link Generic#count(Generic.Shape...)}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T extends Generic.Shape> Call<Integer> count(T... shapes) {
    return new CountCall(shapes);
  }

  /** Describes a call of {@link Generic#none(Generic.Shape)}. */
  static <T extends Generic.Shape> Call<Void> none(T shape) {
    return new NoneCall(shape);
  }

  /** The methods of {@link Generic}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Generic}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Generic}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Generic}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Generic}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Generic#biggest(List)}. */
    <T extends Generic.Shape> Task<T> biggest(List<T> shapes);

    /** Starts {@link Generic#group(Map, Generic.Color, Generic.Shape)}. */
    <S extends Generic.Shape, C extends Generic.Color> Task<Map<C, List<S>>> group(Map<C, S> shapes,
        C color, S s);

    /** Starts {@link Generic#count(Generic.Shape...)}. */
    @SuppressWarnings("unchecked")
    <T extends Generic.Shape> Task<Integer> count(T... shapes);

    /** Starts {@link Generic#none(Generic.Shape)}. */
    <T extends Generic.Shape> Task<Void> none(T shape);
  }

  /** The methods of {@link Generic}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Generic#biggest(List)}, and waits. */
    <T extends Generic.Shape> T biggest(List<T> shapes);

    /** Runs {@link Generic#group(Map, Generic.Color, Generic.Shape)}, and waits. */
    <S extends Generic.Shape, C extends Generic.Color> Map<C, List<S>> group(Map<C, S> shapes,
        C color, S s);

    /** Runs {@link Generic#count(Generic.Shape...)}, and waits. */
    @SuppressWarnings("unchecked")
    <T extends Generic.Shape> int count(T... shapes);

    /** Runs {@link Generic#none(Generic.Shape)}, and waits. */
    <T extends Generic.Shape> void none(T shape);
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
    public <T extends Generic.Shape> Task<T> biggest(List<T> shapes) {
      Call<T> call = GenericParallel.biggest(shapes);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public <S extends Generic.Shape, C extends Generic.Color> Task<Map<C, List<S>>> group(
        Map<C, S> shapes, C color, S s) {
      Call<Map<C, List<S>>> call = GenericParallel.group(shapes, color, s);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    @SuppressWarnings({"unchecked", "varargs"})
    public <T extends Generic.Shape> Task<Integer> count(T... shapes) {
      Call<Integer> call = new CountCall(shapes);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public <T extends Generic.Shape> Task<Void> none(T shape) {
      Call<Void> call = new NoneCall(shape);
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
    public <T extends Generic.Shape> T biggest(List<T> shapes) {
      Call<T> call = GenericParallel.biggest(shapes);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public <S extends Generic.Shape, C extends Generic.Color> Map<C, List<S>> group(
        Map<C, S> shapes, C color, S s) {
      Call<Map<C, List<S>>> call = GenericParallel.group(shapes, color, s);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    @SuppressWarnings({"unchecked", "varargs"})
    public <T extends Generic.Shape> int count(T... shapes) {
      Call<Integer> call = new CountCall(shapes);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public <T extends Generic.Shape> void none(T shape) {
      Call<Void> call = new NoneCall(shape);
      Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class BiggestCall extends WireCall<Generic.Shape> {
    private final List<Generic.Shape> shapes;

    BiggestCall(List<Generic.Shape> shapes) {
      super(Worker.TABLE, 0);
      this.shapes = shapes;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfShape(out, shapes);
    }

    @Override
    public Generic.Shape readResult(WireReader in) {
      return Codecs.readShape(in);
    }
  }

  private static final class CountCall extends WireCall<Integer> {
    private final Generic.Shape[] shapes;

    CountCall(Generic.Shape[] shapes) {
      super(Worker.TABLE, 1);
      this.shapes = shapes;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeArrayOfShape(out, shapes);
    }

    @Override
    public Integer readResult(WireReader in) {
      return in.readInt();
    }
  }

  private static final class GroupCall extends WireCall<Map<Generic.Color, List<Generic.Shape>>> {
    private final Map<Generic.Color, Generic.Shape> shapes;
    private final Generic.Color color;
    private final Generic.Shape s;

    GroupCall(Map<Generic.Color, Generic.Shape> shapes, Generic.Color color, Generic.Shape s) {
      super(Worker.TABLE, 2);
      this.shapes = shapes;
      this.color = color;
      this.s = s;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeMapOfColorToShape(out, shapes);
      Codecs.COLOR_CODEC.write(out, color);
      Codecs.writeShape(out, s);
    }

    @Override
    public Map<Generic.Color, List<Generic.Shape>> readResult(WireReader in) {
      return Codecs.readMapOfColorToListOfShape(in);
    }
  }

  private static final class NoneCall extends WireCall<Void> {
    private final Generic.Shape shape;

    NoneCall(Generic.Shape shape) {
      super(Worker.TABLE, 3);
      this.shape = shape;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeShape(out, shape);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
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
          0x2c062ae7d0467b69L,
          "demo.Generic.biggest(List<Generic.Shape>)",
          "demo.Generic.count(Generic.Shape...)",
          "demo.Generic.group(Map<Generic.Color, Generic.Shape>, Generic.Color, Generic.Shape)",
          "demo.Generic.none(Generic.Shape)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> biggest(invocation);
        case 1 -> count(invocation);
        case 2 -> group(invocation);
        case 3 -> none(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0xba19217f24505684L;
        case 1 -> 0x7804094288bb529aL;
        case 2 -> 0x3874bf28dd2b58ebL;
        default -> 0;
      };
    }

    private static void biggest(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Generic.Shape> shapes = Codecs.readListOfShape(in);
      invocation.begin();
      Generic.Shape result = Generic.biggest(shapes);
      Codecs.writeShape(invocation.result(), result);
    }

    private static void count(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Generic.Shape[] shapes = Codecs.readArrayOfShape(in);
      invocation.begin();
      int result = Generic.count(shapes);
      invocation.result().writeInt(result);
    }

    private static void group(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Map<Generic.Color, Generic.Shape> shapes = Codecs.readMapOfColorToShape(in);
      Generic.Color color = Codecs.COLOR_CODEC.read(in);
      Generic.Shape s = Codecs.readShape(in);
      invocation.begin();
      Map<Generic.Color, List<Generic.Shape>> result = Generic.group(shapes, color, s);
      Codecs.writeMapOfColorToListOfShape(invocation.result(), result);
    }

    private static void none(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Generic.Shape shape = Codecs.readShape(in);
      invocation.begin();
      Generic.none(shape);
      invocation.result();
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Generic.Color> COLOR_CODEC = EnumCodec.of(Generic.Color.values());

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

    static void writeArrayOfShape(WireWriter out, Generic.Shape[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Generic.Shape element : value) {
        writeShape(out, element);
      }
      out.end();
    }

    static Generic.Shape[] readArrayOfShape(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Generic.Shape[] value = new Generic.Shape[size];
      for (int i = 0; i < size; i++) {
        value[i] = readShape(in);
      }
      in.end();
      return value;
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

    static void writeMapOfColorToShape(WireWriter out, Map<Generic.Color, Generic.Shape> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<Generic.Color, Generic.Shape> entry : value.entrySet()) {
        COLOR_CODEC.write(out, entry.getKey());
        writeShape(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<Generic.Color, Generic.Shape> readMapOfColorToShape(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<Generic.Color, Generic.Shape> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(COLOR_CODEC.read(in), readShape(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeMapOfColorToListOfShape(WireWriter out,
        Map<Generic.Color, List<Generic.Shape>> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<Generic.Color, List<Generic.Shape>> entry : value.entrySet()) {
        COLOR_CODEC.write(out, entry.getKey());
        writeListOfShape(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<Generic.Color, List<Generic.Shape>> readMapOfColorToListOfShape(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<Generic.Color, List<Generic.Shape>> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(COLOR_CODEC.read(in), readListOfShape(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }
  }
}
