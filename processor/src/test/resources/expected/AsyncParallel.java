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
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Async}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
final class AsyncParallel {
  private AsyncParallel() {}

  /** Describes a call of {@link Async#call(Call, Blocking[], Worker)}. */
  static dev.brood.Call<Call> call(Call Call, Blocking[] blocking, Worker worker) {
    return new CallCall(Call, blocking, worker);
  }

  /** Describes a call of {@link Async#text(String, Map)}. */
  static dev.brood.Call<Map<String, List>> text(String text, Map<Codecs, Object> codecs) {
    return new TextCall(text, codecs);
  }

  /** The methods of {@link Async}, run in a pool: each returns at once, with a task. */
  static Async2 on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Async}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async2 on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Async}, run in a pool: each waits for its result. */
  static Blocking2 blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Async}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking2 blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Async}, run in a pool: each returns at once, with a task. */
  interface Async2 {
    /** Starts {@link Async#call(Call, Blocking[], Worker)}. */
    Task<Call> call(Call Call, Blocking[] blocking, Worker worker);

    /** Starts {@link Async#text(String, Map)}. */
    Task<Map<String, List>> text(String text, Map<Codecs, Object> codecs);
  }

  /** The methods of {@link Async}, run in a pool: each waits for its result. */
  interface Blocking2 {
    /** Runs {@link Async#call(Call, Blocking[], Worker)}, and waits. */
    Call call(Call Call, Blocking[] blocking, Worker worker);

    /** Runs {@link Async#text(String, Map)}, and waits. */
    Map<String, List> text(String text, Map<Codecs, Object> codecs);
  }

  private static final class AsyncProxy implements Async2 {
    private final Pool pool;

    /** Null if there are none. */
    private final CallOptions options;

    AsyncProxy(Pool pool, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.options = options;
    }

    @Override
    public Task<Call> call(Call Call2, Blocking[] blocking, Worker worker) {
      dev.brood.Call<Call> call = new CallCall(Call2, blocking, worker);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Map<String, List>> text(String text, Map<Codecs, Object> codecs) {
      dev.brood.Call<Map<String, List>> call = new TextCall(text, codecs);
      return pool.submit(options == null ? call : call.with(options));
    }
  }

  private static final class BlockingProxy implements Blocking2 {
    private final Pool pool;

    /** Null if there are none. */
    private final CallOptions options;

    BlockingProxy(Pool pool, CallOptions options) {
      this.pool = Objects.requireNonNull(pool);
      this.options = options;
    }

    @Override
    public Call call(Call Call2, Blocking[] blocking, Worker worker) {
      dev.brood.Call<Call> call = new CallCall(Call2, blocking, worker);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Map<String, List> text(String text, Map<Codecs, Object> codecs) {
      dev.brood.Call<Map<String, List>> call = new TextCall(text, codecs);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class CallCall extends WireCall<Call> {
    private final Call Call2;
    private final Blocking[] blocking;
    private final Worker worker;

    CallCall(Call Call2, Blocking[] blocking, Worker worker) {
      super(Worker2.TABLE, 0);
      this.Call2 = Call2;
      this.blocking = blocking;
      this.worker = worker;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs2.writeCall(out, Call2);
      Codecs2.writeArrayOfBlocking(out, blocking);
      Codecs2.writeWorker(out, worker);
    }

    @Override
    public Call readResult(WireReader in) {
      return Codecs2.readCall(in);
    }
  }

  private static final class TextCall extends WireCall<Map<String, List>> {
    private final String text;
    private final Map<Codecs, Object> codecs;

    TextCall(String text, Map<Codecs, Object> codecs) {
      super(Worker2.TABLE, 1);
      this.text = text;
      this.codecs = codecs;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs2.writeString(out, text);
      Codecs2.writeMapOfCodecsToObject(out, codecs);
    }

    @Override
    public Map<String, List> readResult(WireReader in) {
      return Codecs2.readMapOfStringToList(in);
    }
  }

  /** The worker's side: reads the arguments, runs the method, writes the result. */
  private static final class Worker2 extends EntryPoints {
    static final Worker2 TABLE = new Worker2();

    static {
      register(TABLE);
    }

    private Worker2() {
      super(
          0x90ec120cf09640a8L,
          "Async.call(Call, Blocking[], Worker)",
          "Async.text(String, Map<Codecs, Object>)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> call(invocation);
        case 1 -> text(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x9a710969dbc2e85cL;
        case 1 -> 0x8483024a6065c7a8L;
        default -> 0;
      };
    }

    private static void call(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Call Call2 = Codecs2.readCall(in);
      Blocking[] blocking = Codecs2.readArrayOfBlocking(in);
      Worker worker = Codecs2.readWorker(in);
      invocation.begin();
      Call result = Async.call(Call2, blocking, worker);
      Codecs2.writeCall(invocation.result(), result);
    }

    private static void text(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String text = Codecs2.readString(in);
      Map<Codecs, Object> codecs = Codecs2.readMapOfCodecsToObject(in);
      invocation.begin();
      Map<String, List> result = Async.text(text, codecs);
      Codecs2.writeMapOfStringToList(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs2 {
    private Codecs2() {}

    static void writeBlocking(WireWriter out, Blocking value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Blocking readBlocking(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Blocking(x);
    }

    static void writeArrayOfBlocking(WireWriter out, Blocking[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Blocking element : value) {
        writeBlocking(out, element);
      }
      out.end();
    }

    static Blocking[] readArrayOfBlocking(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Blocking[] value = new Blocking[size];
      for (int i = 0; i < size; i++) {
        value[i] = readBlocking(in);
      }
      in.end();
      return value;
    }

    static void writeCall(WireWriter out, Call value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Call readCall(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Call(x);
    }

    static void writeCodecs(WireWriter out, Codecs value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Codecs readCodecs(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Codecs(x);
    }

    static void writeList(WireWriter out, List value) {
      if (!out.begin(value)) {
        return;
      }
      writeListOfString(out, value.strings());
      out.end();
    }

    static List readList(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      java.util.List<String> strings = readListOfString(in);
      in.end();
      return new List(strings);
    }

    static void writeObject(WireWriter out, Object value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Object readObject(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Object(x);
    }

    static void writeString(WireWriter out, String value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeString(value.text());
      out.end();
    }

    static String readString(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      java.lang.String text = in.readString();
      in.end();
      return new String(text);
    }

    static void writeWorker(WireWriter out, Worker value) {
      if (!out.begin(value)) {
        return;
      }
      out.writeInt(value.x());
      out.end();
    }

    static Worker readWorker(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      int x = in.readInt();
      in.end();
      return new Worker(x);
    }

    static void writeListOfString(WireWriter out, java.util.List<String> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (String element : value) {
        writeString(out, element);
        written++;
      }
      out.end(size, written);
    }

    static java.util.List<String> readListOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      java.util.List<String> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readString(in));
      }
      in.end();
      return value;
    }

    static void writeMapOfCodecsToObject(WireWriter out, Map<Codecs, Object> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<Codecs, Object> entry : value.entrySet()) {
        writeCodecs(out, entry.getKey());
        writeObject(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<Codecs, Object> readMapOfCodecsToObject(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<Codecs, Object> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(readCodecs(in), readObject(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeMapOfStringToList(WireWriter out, Map<String, List> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<String, List> entry : value.entrySet()) {
        writeString(out, entry.getKey());
        writeList(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<String, List> readMapOfStringToList(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<String, List> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(readString(in), readList(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }
  }
}
