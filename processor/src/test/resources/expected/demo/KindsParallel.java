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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Kinds}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class KindsParallel {
  private KindsParallel() {}

  /** Describes a call of {@link Kinds#evaluate(Kinds.Expression)}. */
  static Call<Kinds.Result<Integer>> evaluate(Kinds.Expression expression) {
    return new EvaluateCall(expression);
  }

  /** Describes a call of {@link Kinds#names(Kinds.Zero)}. */
  static Call<Kinds.Result<List<String>>> names(Kinds.Zero zero) {
    return new NamesCall(zero);
  }

  /** The methods of {@link Kinds}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Kinds}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Kinds}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Kinds}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Kinds}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Kinds#evaluate(Kinds.Expression)}. */
    Task<Kinds.Result<Integer>> evaluate(Kinds.Expression expression);

    /** Starts {@link Kinds#names(Kinds.Zero)}. */
    Task<Kinds.Result<List<String>>> names(Kinds.Zero zero);
  }

  /** The methods of {@link Kinds}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Kinds#evaluate(Kinds.Expression)}, and waits. */
    Kinds.Result<Integer> evaluate(Kinds.Expression expression);

    /** Runs {@link Kinds#names(Kinds.Zero)}, and waits. */
    Kinds.Result<List<String>> names(Kinds.Zero zero);
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
    public Task<Kinds.Result<Integer>> evaluate(Kinds.Expression expression) {
      Call<Kinds.Result<Integer>> call = new EvaluateCall(expression);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Kinds.Result<List<String>>> names(Kinds.Zero zero) {
      Call<Kinds.Result<List<String>>> call = new NamesCall(zero);
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
    public Kinds.Result<Integer> evaluate(Kinds.Expression expression) {
      Call<Kinds.Result<Integer>> call = new EvaluateCall(expression);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Kinds.Result<List<String>> names(Kinds.Zero zero) {
      Call<Kinds.Result<List<String>>> call = new NamesCall(zero);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class EvaluateCall extends WireCall<Kinds.Result<Integer>> {
    private final Kinds.Expression expression;

    EvaluateCall(Kinds.Expression expression) {
      super(Worker.TABLE, 0);
      this.expression = expression;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeExpression(out, expression);
    }

    @Override
    public Kinds.Result<Integer> readResult(WireReader in) {
      return Codecs.readResultOfInteger(in);
    }
  }

  private static final class NamesCall extends WireCall<Kinds.Result<List<String>>> {
    private final Kinds.Zero zero;

    NamesCall(Kinds.Zero zero) {
      super(Worker.TABLE, 1);
      this.zero = zero;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.ZERO_CODEC.write(out, zero);
    }

    @Override
    public Kinds.Result<List<String>> readResult(WireReader in) {
      return Codecs.readResultOfListOfString(in);
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
          0x09d41801a07f2088L,
          "demo.Kinds.evaluate(Kinds.Expression)",
          "demo.Kinds.names(Kinds.Zero)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> evaluate(invocation);
        case 1 -> names(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0xdca23551d314f935L;
        case 1 -> 0x469b8142b077afa0L;
        default -> 0;
      };
    }

    private static void evaluate(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Kinds.Expression expression = Codecs.readExpression(in);
      invocation.begin();
      Kinds.Result<Integer> result = Kinds.evaluate(expression);
      Codecs.writeResultOfInteger(invocation.result(), result);
    }

    private static void names(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Kinds.Zero zero = Codecs.ZERO_CODEC.read(in);
      invocation.begin();
      Kinds.Result<List<String>> result = Kinds.names(zero);
      Codecs.writeResultOfListOfString(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Kinds.Zero> ZERO_CODEC = EnumCodec.of(Kinds.Zero.values());

    private Codecs() {}

    static void writeAnswer(WireWriter out, Kinds.Answer value) {
      if (!out.begin(value)) {
        return;
      }
      out.end();
    }

    static Kinds.Answer readAnswer(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      in.end();
      return new Kinds.Answer();
    }

    static void writeConstant(WireWriter out, Kinds.Constant value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeDouble(value.value());
      out.end();
    }

    static Kinds.Constant readConstant(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      double value = in.readDouble();
      in.end();
      return new Kinds.Constant(value);
    }

    static void writeCountOfInteger(WireWriter out, Kinds.Count<Integer> value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeBoxedInt(value.number);
      out.end();
    }

    static Kinds.Count<Integer> readCountOfInteger(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Integer number = in.readBoxedInt();
      in.end();
      return new Kinds.Count<Integer>(number);
    }

    static void writeExpression(WireWriter out, Kinds.Expression value) {
      if (value == null) {
        out.writeNull();
      } else if (value instanceof Kinds.Constant leaf) {
        out.writeKind(0);
        writeConstant(out, leaf);
      } else if (value instanceof Kinds.Negation leaf) {
        out.writeKind(1);
        writeNegation(out, leaf);
      } else if (value instanceof Kinds.Sum leaf) {
        out.writeKind(2);
        writeSum(out, leaf);
      } else if (value instanceof Kinds.Zero leaf) {
        out.writeKind(3);
        ZERO_CODEC.write(out, leaf);
      } else {
        throw WireWriter.unknownKind(value);
      }
    }

    static Kinds.Expression readExpression(WireReader in) {
      return switch (in.readKind(4)) {
        case 0 -> readConstant(in);
        case 1 -> readNegation(in);
        case 2 -> readSum(in);
        case 3 -> ZERO_CODEC.read(in);
        default -> null;
      };
    }

    static void writeFailedOfInteger(WireWriter out, Kinds.Failed<Integer> value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.getReason());
      out.end();
    }

    static Kinds.Failed<Integer> readFailedOfInteger(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      String reason = in.readString();
      in.end();
      return Kinds.Failed.because(reason);
    }

    static void writeFailedOfListOfString(WireWriter out, Kinds.Failed<List<String>> value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.getReason());
      out.end();
    }

    static Kinds.Failed<List<String>> readFailedOfListOfString(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      String reason = in.readString();
      in.end();
      return Kinds.Failed.because(reason);
    }

    static void writeNegation(WireWriter out, Kinds.Negation value) {
      if (!out.begin(value)) {
        return;
      }
      writeExpression(out, value.operand());
      out.end();
    }

    static Kinds.Negation readNegation(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Kinds.Expression operand = readExpression(in);
      in.end();
      return new Kinds.Negation(operand);
    }

    static void writeOkOfInteger(WireWriter out, Kinds.Ok<Integer> value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeBoxedInt(value.value);
      out.end();
    }

    static Kinds.Ok<Integer> readOkOfInteger(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Integer value = in.readBoxedInt();
      in.end();
      return new Kinds.Ok<Integer>(value);
    }

    static void writeOkOfListOfString(WireWriter out, Kinds.Ok<List<String>> value) {
      if (!out.begin(value)) {
        return;
      }
      writeListOfString(out, value.value);
      out.end();
    }

    static Kinds.Ok<List<String>> readOkOfListOfString(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      List<String> value = readListOfString(in);
      in.end();
      return new Kinds.Ok<List<String>>(value);
    }

    static void writeResultOfInteger(WireWriter out, Kinds.Result<Integer> value) {
      if (value == null) {
        out.writeNull();
      } else if (value instanceof Kinds.Answer leaf) {
        out.writeKind(0);
        writeAnswer(out, leaf);
      } else if (value instanceof Kinds.Count<Integer> leaf) {
        out.writeKind(1);
        writeCountOfInteger(out, leaf);
      } else if (value instanceof Kinds.Failed<Integer> leaf) {
        out.writeKind(2);
        writeFailedOfInteger(out, leaf);
      } else if (value instanceof Kinds.Ok<Integer> leaf) {
        out.writeKind(3);
        writeOkOfInteger(out, leaf);
      } else {
        throw WireWriter.unknownKind(value);
      }
    }

    static Kinds.Result<Integer> readResultOfInteger(WireReader in) {
      return switch (in.readKind(4)) {
        case 0 -> readAnswer(in);
        case 1 -> readCountOfInteger(in);
        case 2 -> readFailedOfInteger(in);
        case 3 -> readOkOfInteger(in);
        default -> null;
      };
    }

    static void writeResultOfListOfString(WireWriter out, Kinds.Result<List<String>> value) {
      if (value == null) {
        out.writeNull();
      } else if (value instanceof Kinds.Failed<List<String>> leaf) {
        out.writeKind(0);
        writeFailedOfListOfString(out, leaf);
      } else if (value instanceof Kinds.Ok<List<String>> leaf) {
        out.writeKind(1);
        writeOkOfListOfString(out, leaf);
      } else {
        throw WireWriter.unknownKind(value);
      }
    }

    static Kinds.Result<List<String>> readResultOfListOfString(WireReader in) {
      return switch (in.readKind(2)) {
        case 0 -> readFailedOfListOfString(in);
        case 1 -> readOkOfListOfString(in);
        default -> null;
      };
    }

    static void writeSum(WireWriter out, Kinds.Sum value) {
      if (!out.begin(value)) {
        return;
      }
      writeListOfExpression(out, value.terms());
      out.end();
    }

    static Kinds.Sum readSum(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      List<Kinds.Expression> terms = readListOfExpression(in);
      in.end();
      return new Kinds.Sum(terms);
    }

    static void writeListOfExpression(WireWriter out, List<Kinds.Expression> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Kinds.Expression element : value) {
        writeExpression(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Kinds.Expression> readListOfExpression(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Kinds.Expression> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readExpression(in));
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
