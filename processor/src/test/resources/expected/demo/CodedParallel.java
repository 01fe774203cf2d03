package demo;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.JdkCodecs;
import dev.brood.wire.Proxies;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Coded}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
@SuppressWarnings("deprecation")
final class CodedParallel {
  private CodedParallel() {}

  /** Describes a call of {@link Coded#measure(Map, Coded.Sample)}. */
  static Call<Map<String, Thread>> measure(Map<BitSet, List<Map<String, Thread>>> names,
      Coded.Sample sample) {
    return new MeasureCall(names, sample);
  }

  /** The methods of {@link Coded}, run in a pool: each returns at once, with a task. */
  static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Coded}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Coded}, run in a pool: each waits for its result. */
  static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Coded}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Coded}, run in a pool: each returns at once, with a task. */
  interface Async {
    /** Starts {@link Coded#measure(Map, Coded.Sample)}. */
    Task<Map<String, Thread>> measure(Map<BitSet, List<Map<String, Thread>>> names,
        Coded.Sample sample);
  }

  /** The methods of {@link Coded}, run in a pool: each waits for its result. */
  interface Blocking {
    /** Runs {@link Coded#measure(Map, Coded.Sample)}, and waits. */
    Map<String, Thread> measure(Map<BitSet, List<Map<String, Thread>>> names, Coded.Sample sample);
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
    public Task<Map<String, Thread>> measure(Map<BitSet, List<Map<String, Thread>>> names,
        Coded.Sample sample) {
      Call<Map<String, Thread>> call = new MeasureCall(names, sample);
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
    public Map<String, Thread> measure(Map<BitSet, List<Map<String, Thread>>> names,
        Coded.Sample sample) {
      Call<Map<String, Thread>> call = new MeasureCall(names, sample);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class MeasureCall extends WireCall<Map<String, Thread>> {
    private final Map<BitSet, List<Map<String, Thread>>> names;
    private final Coded.Sample sample;

    MeasureCall(Map<BitSet, List<Map<String, Thread>>> names, Coded.Sample sample) {
      super(Worker.TABLE, 0);
      this.names = names;
      this.sample = sample;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeMapOfBitSetToListOfMapOfStringAndThread(out, names);
      Codecs.writeSample(out, sample);
    }

    @Override
    public Map<String, Thread> readResult(WireReader in) {
      return Codecs.readMapOfStringAndThread(in);
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
          0x4f82fad9b0f70b29L,
          "demo.Coded.measure(Map<BitSet, List<Map<String, Thread>>>, Coded.Sample)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> measure(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0xfd870bd694b30deaL;
        default -> 0;
      };
    }

    private static void measure(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Map<BitSet, List<Map<String, Thread>>> names = Codecs.readMapOfBitSetToListOfMapOfStringAndThread(in);
      Coded.Sample sample = Codecs.readSample(in);
      invocation.begin();
      Map<String, Thread> result = Coded.measure(names, sample);
      Codecs.writeMapOfStringAndThread(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final Coded.ByteCodec BYTE_CODEC = new Coded.ByteCodec();

    private static final Coded.CelsiusCodec CELSIUS_CODEC = new Coded.CelsiusCodec();

    private static final Coded.ThreadCodec THREAD_CODEC = new Coded.ThreadCodec();

    private Codecs() {}

    static void writeCelsius(WireWriter out, Coded.Celsius value) {
      if (!out.begin(value)) {
        return;
      }
      CELSIUS_CODEC.write(out, value);
      out.end();
    }

    static Coded.Celsius readCelsius(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Coded.Celsius value = CELSIUS_CODEC.read(in);
      in.end();
      return value;
    }

    static void writeSample(WireWriter out, Coded.Sample value) {
      if (!out.begin(value)) {
        return;
      }
      writeArrayOfBitSet(out, value.small());
      JdkCodecs.writeBitSet(out, value.large());
      writeCelsius(out, value.celsius());
      out.end();
    }

    static Coded.Sample readSample(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      BitSet[] small = readArrayOfBitSet(in);
      BitSet large = JdkCodecs.readBitSet(in);
      Coded.Celsius celsius = readCelsius(in);
      in.end();
      return new Coded.Sample(small, large, celsius);
    }

    static void writeBitSet(WireWriter out, BitSet value) {
      if (!out.begin(value)) {
        return;
      }
      BYTE_CODEC.write(out, value);
      out.end();
    }

    static BitSet readBitSet(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      BitSet value = BYTE_CODEC.read(in);
      in.end();
      return value;
    }

    static void writeArrayOfBitSet(WireWriter out, BitSet[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (BitSet element : value) {
        writeBitSet(out, element);
      }
      out.end();
    }

    static BitSet[] readArrayOfBitSet(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      BitSet[] value = new BitSet[size];
      for (int i = 0; i < size; i++) {
        value[i] = readBitSet(in);
      }
      in.end();
      return value;
    }

    static void writeListOfMapOfStringAndThread(WireWriter out, List<Map<String, Thread>> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map<String, Thread> element : value) {
        writeMapOfStringAndThread(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Map<String, Thread>> readListOfMapOfStringAndThread(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Map<String, Thread>> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readMapOfStringAndThread(in));
      }
      in.end();
      return value;
    }

    static void writeMapOfStringAndThread(WireWriter out, Map<String, Thread> value) {
      if (!out.begin(value)) {
        return;
      }
      THREAD_CODEC.write(out, value);
      out.end();
    }

    static Map<String, Thread> readMapOfStringAndThread(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      Map<String, Thread> value = THREAD_CODEC.read(in);
      in.end();
      return value;
    }

    static void writeMapOfBitSetToListOfMapOfStringAndThread(WireWriter out,
        Map<BitSet, List<Map<String, Thread>>> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<BitSet, List<Map<String, Thread>>> entry : value.entrySet()) {
        writeBitSet(out, entry.getKey());
        writeListOfMapOfStringAndThread(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<BitSet, List<Map<String, Thread>>> readMapOfBitSetToListOfMapOfStringAndThread(
        WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<BitSet, List<Map<String, Thread>>> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(readBitSet(in), readListOfMapOfStringAndThread(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }
  }
}
