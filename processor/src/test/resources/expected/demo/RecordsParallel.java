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
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Records}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class RecordsParallel {
  private RecordsParallel() {}

  /** Describes a call of {@link Records#longest(List)}. */
  static Call<Records.Line> longest(List<Records.Line> lines) {
    return new LongestCall(lines);
  }

  /** Describes a call of {@link Records#grow(Records.Tree, Records.Awkward)}. */
  static Call<Records.Tree> grow(Records.Tree tree, Records.Awkward awkward) {
    return new GrowCall(tree, awkward);
  }

  /** Describes a call of {@link Records#swap(Records.Pair, Records.Linked)}. */
  static Call<Records.Pair<String, Records.Point[]>> swap(
      Records.Pair<Records.Point[], String> pair, Records.Linked<Integer> linked) {
    return new SwapCall(pair, linked);
  }

  /** The methods of {@link Records}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Records}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Records}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Records}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Records}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Records#longest(List)}. */
    Task<Records.Line> longest(List<Records.Line> lines);

    /** Starts {@link Records#grow(Records.Tree, Records.Awkward)}. */
    Task<Records.Tree> grow(Records.Tree tree, Records.Awkward awkward);

    /** Starts {@link Records#swap(Records.Pair, Records.Linked)}. */
    Task<Records.Pair<String, Records.Point[]>> swap(Records.Pair<Records.Point[], String> pair,
        Records.Linked<Integer> linked);
  }

  /** The methods of {@link Records}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Records#longest(List)}, and waits. */
    Records.Line longest(List<Records.Line> lines);

    /** Runs {@link Records#grow(Records.Tree, Records.Awkward)}, and waits. */
    Records.Tree grow(Records.Tree tree, Records.Awkward awkward);

    /** Runs {@link Records#swap(Records.Pair, Records.Linked)}, and waits. */
    Records.Pair<String, Records.Point[]> swap(Records.Pair<Records.Point[], String> pair,
        Records.Linked<Integer> linked);
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
    public Task<Records.Line> longest(List<Records.Line> lines) {
      Call<Records.Line> call = new LongestCall(lines);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Records.Tree> grow(Records.Tree tree, Records.Awkward awkward) {
      Call<Records.Tree> call = new GrowCall(tree, awkward);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Records.Pair<String, Records.Point[]>> swap(
        Records.Pair<Records.Point[], String> pair, Records.Linked<Integer> linked) {
      Call<Records.Pair<String, Records.Point[]>> call = new SwapCall(pair, linked);
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
    public Records.Line longest(List<Records.Line> lines) {
      Call<Records.Line> call = new LongestCall(lines);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Records.Tree grow(Records.Tree tree, Records.Awkward awkward) {
      Call<Records.Tree> call = new GrowCall(tree, awkward);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Records.Pair<String, Records.Point[]> swap(Records.Pair<Records.Point[], String> pair,
        Records.Linked<Integer> linked) {
      Call<Records.Pair<String, Records.Point[]>> call = new SwapCall(pair, linked);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class GrowCall extends WireCall<Records.Tree> {
    private final Records.Tree tree;
    private final Records.Awkward awkward;

    GrowCall(Records.Tree tree, Records.Awkward awkward) {
      super(Worker.TABLE, 0);
      this.tree = tree;
      this.awkward = awkward;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeTree(out, tree);
      Codecs.writeAwkward(out, awkward);
    }

    @Override
    public Records.Tree readResult(WireReader in) {
      return Codecs.readTree(in);
    }
  }

  private static final class LongestCall extends WireCall<Records.Line> {
    private final List<Records.Line> lines;

    LongestCall(List<Records.Line> lines) {
      super(Worker.TABLE, 1);
      this.lines = lines;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfLine(out, lines);
    }

    @Override
    public Records.Line readResult(WireReader in) {
      return Codecs.readLine(in);
    }
  }

  private static final class SwapCall extends WireCall<Records.Pair<String, Records.Point[]>> {
    private final Records.Pair<Records.Point[], String> pair;
    private final Records.Linked<Integer> linked;

    SwapCall(Records.Pair<Records.Point[], String> pair, Records.Linked<Integer> linked) {
      super(Worker.TABLE, 2);
      this.pair = pair;
      this.linked = linked;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writePairOfArrayOfPointAndString(out, pair);
      Codecs.writeLinkedOfInteger(out, linked);
    }

    @Override
    public Records.Pair<String, Records.Point[]> readResult(WireReader in) {
      return Codecs.readPairOfStringAndArrayOfPoint(in);
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
          0x7515a1699ef64560L,
          "demo.Records.grow(Records.Tree, Records.Awkward)",
          "demo.Records.longest(List<Records.Line>)",
          "demo.Records.swap(Records.Pair<Records.Point[], String>, Records.Linked<Integer>)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> grow(invocation);
        case 1 -> longest(invocation);
        case 2 -> swap(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x4ae9b907750f8b4cL;
        case 1 -> 0x3f0d79da02602d5eL;
        case 2 -> 0x23f3a5bd13193e66L;
        default -> 0;
      };
    }

    private static void grow(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Records.Tree tree = Codecs.readTree(in);
      Records.Awkward awkward = Codecs.readAwkward(in);
      invocation.begin();
      Records.Tree result = Records.grow(tree, awkward);
      Codecs.writeTree(invocation.result(), result);
    }

    private static void longest(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Records.Line> lines = Codecs.readListOfLine(in);
      invocation.begin();
      Records.Line result = Records.longest(lines);
      Codecs.writeLine(invocation.result(), result);
    }

    private static void swap(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Records.Pair<Records.Point[], String> pair = Codecs.readPairOfArrayOfPointAndString(in);
      Records.Linked<Integer> linked = Codecs.readLinkedOfInteger(in);
      invocation.begin();
      Records.Pair<String, Records.Point[]> result = Records.swap(pair, linked);
      Codecs.writePairOfStringAndArrayOfPoint(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writeAwkward(WireWriter out, Records.Awkward value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.in());
      out.writeBoxedInt(value.out());
      out.writeLong(value.value());
      writeListOfString(out, value.size());
      out.writeIntArray(value.rest());
      out.end();
    }

    static Records.Awkward readAwkward(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int in2 = in.readInt();
      Integer out = in.readBoxedInt();
      long value = in.readLong();
      List<String> size = readListOfString(in);
      int[] rest = in.readIntArray();
      in.end();
      return new Records.Awkward(in2, out, value, size, rest);
    }

    static void writeEmpty(WireWriter out, Records.Empty value) {
      if (!out.begin(value)) {
        return;
      }
      out.end();
    }

    static Records.Empty readEmpty(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      in.end();
      return new Records.Empty();
    }

    static void writeLine(WireWriter out, Records.Line value) {
      if (!out.begin(value)) {
        return;
      }
      writePoint(out, value.start());
      writePoint(out, value.end());
      writeEmpty(out, value.empty());
      out.end();
    }

    static Records.Line readLine(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Records.Point start = readPoint(in);
      Records.Point end = readPoint(in);
      Records.Empty empty = readEmpty(in);
      in.end();
      return new Records.Line(start, end, empty);
    }

    static void writeLinkedOfInteger(WireWriter out, Records.Linked<Integer> value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeBoxedInt(value.value());
      writeLinkedOfInteger(out, value.next());
      out.end();
    }

    static Records.Linked<Integer> readLinkedOfInteger(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Integer value = in.readBoxedInt();
      Records.Linked<Integer> next = readLinkedOfInteger(in);
      in.end();
      return new Records.Linked<Integer>(value, next);
    }

    static void writePairOfArrayOfPointAndString(WireWriter out,
        Records.Pair<Records.Point[], String> value) {
      if (!out.begin(value)) {
        return;
      }
      writeArrayOfPoint(out, value.first());
      out.writeString(value.second());
      out.end();
    }

    static Records.Pair<Records.Point[], String> readPairOfArrayOfPointAndString(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Records.Point[] first = readArrayOfPoint(in);
      String second = in.readString();
      in.end();
      return new Records.Pair<Records.Point[], String>(first, second);
    }

    static void writePairOfStringAndArrayOfPoint(WireWriter out,
        Records.Pair<String, Records.Point[]> value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.first());
      writeArrayOfPoint(out, value.second());
      out.end();
    }

    static Records.Pair<String, Records.Point[]> readPairOfStringAndArrayOfPoint(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      String first = in.readString();
      Records.Point[] second = readArrayOfPoint(in);
      in.end();
      return new Records.Pair<String, Records.Point[]>(first, second);
    }

    static void writePoint(WireWriter out, Records.Point value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeDouble(value.x());
      out.writeDouble(value.y());
      out.end();
    }

    static Records.Point readPoint(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      double x = in.readDouble();
      double y = in.readDouble();
      in.end();
      return new Records.Point(x, y);
    }

    static void writeArrayOfPoint(WireWriter out, Records.Point[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Records.Point element : value) {
        writePoint(out, element);
      }
      out.end();
    }

    static Records.Point[] readArrayOfPoint(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Records.Point[] value = new Records.Point[size];
      for (int i = 0; i < size; i++) {
        value[i] = readPoint(in);
      }
      in.end();
      return value;
    }

    static void writeTree(WireWriter out, Records.Tree value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.label());
      writeListOfTree(out, value.children());
      writeOptionalOfTree(out, value.parent());
      out.end();
    }

    static Records.Tree readTree(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      String label = in.readString();
      List<Records.Tree> children = readListOfTree(in);
      Optional<Records.Tree> parent = readOptionalOfTree(in);
      in.end();
      return new Records.Tree(label, children, parent);
    }

    static void writeListOfLine(WireWriter out, List<Records.Line> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Records.Line element : value) {
        writeLine(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Records.Line> readListOfLine(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Records.Line> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readLine(in));
      }
      in.end();
      return value;
    }

    static void writeListOfTree(WireWriter out, List<Records.Tree> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Records.Tree element : value) {
        writeTree(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Records.Tree> readListOfTree(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Records.Tree> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readTree(in));
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

    static void writeOptionalOfTree(WireWriter out, Optional<Records.Tree> value) {
      if (!out.begin(value)) {
        return;
      }
      writeTree(out, value.orElse(null));
      out.end();
    }

    static Optional<Records.Tree> readOptionalOfTree(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Records.Tree value = readTree(in);
      in.end();
      return Optional.ofNullable(value);
    }
  }
}
