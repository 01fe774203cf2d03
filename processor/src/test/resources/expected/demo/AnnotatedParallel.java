package demo;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.wire.EntryPoints;
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

/** Calls of the parallel methods of {@link Annotated}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class AnnotatedParallel {
  private AnnotatedParallel() {}

  /** Describes a call of {@link Annotated#run(String[][], List, Map, String...)}. */
  static Call<String[]> run(String[][] texts, List<String> list,
      Map<Integer, Annotated.Pair<String, Integer>> map, String... more) {
    return new RunCall(texts, list, map, more);
  }

  /** The methods of {@link Annotated}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Annotated}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Annotated}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Annotated}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Annotated}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Annotated#run(String[][], List, Map, String...)}. */
    Task<String[]> run(String[][] texts, List<String> list,
        Map<Integer, Annotated.Pair<String, Integer>> map, String... more);
  }

  /** The methods of {@link Annotated}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Annotated#run(String[][], List, Map, String...)}, and waits. */
    String[] run(String[][] texts, List<String> list,
        Map<Integer, Annotated.Pair<String, Integer>> map, String... more);
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
    public Task<String[]> run(String[][] texts, List<String> list,
        Map<Integer, Annotated.Pair<String, Integer>> map, String... more) {
      Call<String[]> call = new RunCall(texts, list, map, more);
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
    public String[] run(String[][] texts, List<String> list,
        Map<Integer, Annotated.Pair<String, Integer>> map, String... more) {
      Call<String[]> call = new RunCall(texts, list, map, more);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class RunCall extends WireCall<String[]> {
    private final String[][] texts;
    private final List<String> list;
    private final Map<Integer, Annotated.Pair<String, Integer>> map;
    private final String[] more;

    RunCall(String[][] texts, List<String> list, Map<Integer, Annotated.Pair<String, Integer>> map,
        String[] more) {
      super(Worker.TABLE, 0);
      this.texts = texts;
      this.list = list;
      this.map = map;
      this.more = more;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeArrayOfArrayOfString(out, texts);
      Codecs.writeListOfString(out, list);
      Codecs.writeMapOfIntegerToPairOfStringAndInteger(out, map);
      Codecs.writeArrayOfString(out, more);
    }

    @Override
    public String[] readResult(WireReader in) {
      return Codecs.readArrayOfString(in);
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
          0x3600b42b9f04b12bL,
          "demo.Annotated.run(String[][], List<String>, Map<Integer, Annotated.Pair<String, Integer>>, String...)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> run(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x8c110fdd145effeaL;
        default -> 0;
      };
    }

    private static void run(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String[][] texts = Codecs.readArrayOfArrayOfString(in);
      List<String> list = Codecs.readListOfString(in);
      Map<Integer, Annotated.Pair<String, Integer>> map = Codecs.readMapOfIntegerToPairOfStringAndInteger(in);
      String[] more = Codecs.readArrayOfString(in);
      invocation.begin();
      String[] result = Annotated.run(texts, list, map, more);
      Codecs.writeArrayOfString(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private Codecs() {}

    static void writePairOfStringAndInteger(WireWriter out, Annotated.Pair<String, Integer> value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.first());
      writeListOfInteger(out, value.second());
      out.end();
    }

    static Annotated.Pair<String, Integer> readPairOfStringAndInteger(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      String first = in.readString();
      List<Integer> second = readListOfInteger(in);
      in.end();
      return new Annotated.Pair<String, Integer>(first, second);
    }

    static void writeArrayOfString(WireWriter out, String[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (String element : value) {
        out.writeString(element);
      }
      out.end();
    }

    static String[] readArrayOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      String[] value = new String[size];
      for (int i = 0; i < size; i++) {
        value[i] = in.readString();
      }
      in.end();
      return value;
    }

    static void writeArrayOfArrayOfString(WireWriter out, String[][] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (String[] element : value) {
        writeArrayOfString(out, element);
      }
      out.end();
    }

    static String[][] readArrayOfArrayOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      String[][] value = new String[size][];
      for (int i = 0; i < size; i++) {
        value[i] = readArrayOfString(in);
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

    static void writeMapOfIntegerToPairOfStringAndInteger(WireWriter out,
        Map<Integer, Annotated.Pair<String, Integer>> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<Integer, Annotated.Pair<String, Integer>> entry : value.entrySet()) {
        out.writeBoxedInt(entry.getKey());
        writePairOfStringAndInteger(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<Integer, Annotated.Pair<String, Integer>> readMapOfIntegerToPairOfStringAndInteger(
        WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<Integer, Annotated.Pair<String, Integer>> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(in.readBoxedInt(), readPairOfStringAndInteger(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }
  }
}
