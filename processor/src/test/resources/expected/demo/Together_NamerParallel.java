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
import java.util.regex.Pattern;
import javax.annotation.processing.Generated;

/**
 * Calls of the parallel methods of {@link Together.Namer}, and proxies that run them in a pool.
 */
@Generated("dev.brood.processor.ParallelProcessor")
final class Together_NamerParallel {
  private Together_NamerParallel() {}

  /** Describes a call of {@link Together.Namer#language(Together.Shape)}. */
  static Call<Pattern> language(Instance service, Together.Shape shape) {
    return new LanguageCall(service, shape);
  }

  /** Describes a call of {@link Together.Namer#same(Together.Shape, List)}. */
  @SuppressWarnings("unchecked")
  static <S extends Together.Shape> Call<S> same(Instance service, S shape,
      List<Pattern> patterns) {
    return (Call<S>) (Object) new SameCall(service, shape, patterns);
  }

  /** The methods of {@link Together.Namer}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool, Instance service) {
    return new AsyncProxy(pool, service, null);
  }

  /**
   * The methods of {@link Together.Namer}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, Instance service, CallOptions options) {
    return new AsyncProxy(pool, service, Objects.requireNonNull(options));
  }

  /** The methods of {@link Together.Namer}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool, Instance service) {
    return new BlockingProxy(pool, service, null);
  }

  /**
   * The methods of {@link Together.Namer}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, Instance service, CallOptions options) {
    return new BlockingProxy(pool, service, Objects.requireNonNull(options));
  }

  /** A {@link Together.Namer} in each worker of a pool. */
  static final class Instance extends WireService<Together.Namer> {
    /** Each worker calls {@code new Namer(Pattern)}. */
    Instance(Pattern pattern) {
      super(Worker.TABLE, 0, "demo.Together.Namer(Pattern)", out -> Codecs.writePattern(out, pattern));
    }
  }

  /** The methods of {@link Together.Namer}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Together.Namer#language(Together.Shape)}. */
    Task<Pattern> language(Together.Shape shape);

    /** Starts {@link Together.Namer#same(Together.Shape, List)}. */
    <S extends Together.Shape> Task<S> same(S shape, List<Pattern> patterns);
  }

  /** The methods of {@link Together.Namer}, run in a pool: each waits for its result. */
  interface Blocking extends Together.Naming<Together.Shape> {
    /** Runs {@link Together.Namer#language(Together.Shape)}, and waits. */
    Pattern language(Together.Shape shape);

    /** Runs {@link Together.Namer#same(Together.Shape, List)}, and waits. */
    <S extends Together.Shape> S same(S shape, List<Pattern> patterns);
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
    public Task<Pattern> language(Together.Shape shape) {
      Call<Pattern> call = new LanguageCall(service, shape);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public <S extends Together.Shape> Task<S> same(S shape, List<Pattern> patterns) {
      Call<S> call = Together_NamerParallel.same(service, shape, patterns);
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
    public Pattern language(Together.Shape shape) {
      Call<Pattern> call = new LanguageCall(service, shape);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public <S extends Together.Shape> S same(S shape, List<Pattern> patterns) {
      Call<S> call = Together_NamerParallel.same(service, shape, patterns);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class LanguageCall extends WireCall<Pattern> {
    private final Instance service;
    private final Together.Shape shape;

    LanguageCall(Instance service, Together.Shape shape) {
      super(Worker.TABLE, 0);
      this.service = Objects.requireNonNull(service);
      this.shape = shape;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeShape(out, shape);
    }

    @Override
    public Pattern readResult(WireReader in) {
      return Codecs.readPattern(in);
    }
  }

  private static final class SameCall extends WireCall<Together.Shape> {
    private final Instance service;
    private final Together.Shape shape;
    private final List<Pattern> patterns;

    SameCall(Instance service, Together.Shape shape, List<Pattern> patterns) {
      super(Worker.TABLE, 1);
      this.service = Objects.requireNonNull(service);
      this.shape = shape;
      this.patterns = patterns;
    }

    @Override
    public Instance service() {
      return service;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeShape(out, shape);
      Codecs.writeListOfPattern(out, patterns);
    }

    @Override
    public Together.Shape readResult(WireReader in) {
      return Codecs.readShape(in);
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
          0x9d1eada87d384378L,
          "demo.Together.Namer.language(Together.Shape)",
          "demo.Together.Namer.same(Together.Shape, List<Pattern>)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> language(invocation);
        case 1 -> same(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0xebf94569999bdb5fL;
        case 1 -> 0x7b50faf63fbf0801L;
        default -> 0;
      };
    }

    @Override
    public Object construct(int index, Invocation invocation) throws Throwable {
      return switch (index) {
        case 0 -> newNamer(invocation);
        default -> super.construct(index, invocation);
      };
    }

    private static Together.Namer newNamer(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Pattern pattern = Codecs.readPattern(in);
      invocation.begin();
      return new Together.Namer(pattern);
    }

    private static void language(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Together.Shape shape = Codecs.readShape(in);
      Together.Namer self = (Together.Namer) invocation.instance();
      invocation.begin();
      Pattern result = self.language(shape);
      Codecs.writePattern(invocation.result(), result);
    }

    private static void same(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Together.Shape shape = Codecs.readShape(in);
      List<Pattern> patterns = Codecs.readListOfPattern(in);
      Together.Namer self = (Together.Namer) invocation.instance();
      invocation.begin();
      Together.Shape result = self.same(shape, patterns);
      Codecs.writeShape(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final Together.PatternCodec PATTERN_CODEC = new Together.PatternCodec();

    private Codecs() {}

    static void writeCircle(WireWriter out, Together.Circle value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeDouble(value.radius());
      out.end();
    }

    static Together.Circle readCircle(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      double radius = in.readDouble();
      in.end();
      return new Together.Circle(radius);
    }

    static void writeShape(WireWriter out, Together.Shape value) {
      if (value == null) {
        out.writeNull();
      } else if (value instanceof Together.Circle leaf) {
        out.writeKind(0);
        writeCircle(out, leaf);
      } else if (value instanceof Together.Square leaf) {
        out.writeKind(1);
        writeSquare(out, leaf);
      } else {
        throw WireWriter.unknownKind(value);
      }
    }

    static Together.Shape readShape(WireReader in) {
      return switch (in.readKind(2)) {
        case 0 -> readCircle(in);
        case 1 -> readSquare(in);
        default -> null;
      };
    }

    static void writeSquare(WireWriter out, Together.Square value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeDouble(value.side());
      out.end();
    }

    static Together.Square readSquare(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      double side = in.readDouble();
      in.end();
      return new Together.Square(side);
    }

    static void writeListOfPattern(WireWriter out, List<Pattern> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Pattern element : value) {
        writePattern(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Pattern> readListOfPattern(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Pattern> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readPattern(in));
      }
      in.end();
      return value;
    }

    static void writePattern(WireWriter out, Pattern value) {
      if (!out.begin(value)) {
        return;
      }
      PATTERN_CODEC.write(out, value);
      out.end();
    }

    static Pattern readPattern(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Pattern value = PATTERN_CODEC.read(in);
      in.end();
      return value;
    }
  }
}
