package demo;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.wire.CollectionCodecs;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.EnumCodec;
import dev.brood.wire.Invocation;
import dev.brood.wire.JdkCodecs;
import dev.brood.wire.Proxies;
import dev.brood.wire.TimeCodecs;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Jdk}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class JdkParallel {
  private JdkParallel() {}

  /** Describes a call of {@link Jdk#values(UUID, Path, Duration, BitSet[])}. */
  public static Call<OptionalInt> values(UUID id, Path path, Duration duration, BitSet[] bits) {
    return new ValuesCall(id, path, duration, bits);
  }

  /** Describes a call of {@link Jdk#sequences(ArrayDeque, Map.Entry)}. */
  public static Call<Deque<String>> sequences(ArrayDeque<Integer> deque,
      Map.Entry<UUID, Path> entry) {
    return new SequencesCall(deque, entry);
  }

  /** Describes a call of {@link Jdk#sorted(SortedSet)}. */
  public static Call<NavigableMap<LocalDate, Jdk.Level>> sorted(SortedSet<String> set) {
    return new SortedCall(set);
  }

  /** Describes a call of {@link Jdk#enums(EnumSet)}. */
  public static Call<EnumMap<Jdk.Level, HashMap<String, Long>>> enums(EnumSet<Jdk.Level> levels) {
    return new EnumsCall(levels);
  }

  /** The methods of {@link Jdk}, run in a pool: each returns at once, with a task. */
  public static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Jdk}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  public static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Jdk}, run in a pool: each waits for its result. */
  public static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Jdk}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  public static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Jdk}, run in a pool: each returns at once, with a task. */
  public interface Async {
    /** Starts {@link Jdk#values(UUID, Path, Duration, BitSet[])}. */
    Task<OptionalInt> values(UUID id, Path path, Duration duration, BitSet[] bits);

    /** Starts {@link Jdk#sequences(ArrayDeque, Map.Entry)}. */
    Task<Deque<String>> sequences(ArrayDeque<Integer> deque, Map.Entry<UUID, Path> entry);

    /** Starts {@link Jdk#sorted(SortedSet)}. */
    Task<NavigableMap<LocalDate, Jdk.Level>> sorted(SortedSet<String> set);

    /** Starts {@link Jdk#enums(EnumSet)}. */
    Task<EnumMap<Jdk.Level, HashMap<String, Long>>> enums(EnumSet<Jdk.Level> levels);
  }

  /** The methods of {@link Jdk}, run in a pool: each waits for its result. */
  public interface Blocking {
    /** Runs {@link Jdk#values(UUID, Path, Duration, BitSet[])}, and waits. */
    OptionalInt values(UUID id, Path path, Duration duration, BitSet[] bits);

    /** Runs {@link Jdk#sequences(ArrayDeque, Map.Entry)}, and waits. */
    Deque<String> sequences(ArrayDeque<Integer> deque, Map.Entry<UUID, Path> entry);

    /** Runs {@link Jdk#sorted(SortedSet)}, and waits. */
    NavigableMap<LocalDate, Jdk.Level> sorted(SortedSet<String> set);

    /** Runs {@link Jdk#enums(EnumSet)}, and waits. */
    EnumMap<Jdk.Level, HashMap<String, Long>> enums(EnumSet<Jdk.Level> levels);
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
    public Task<OptionalInt> values(UUID id, Path path, Duration duration, BitSet[] bits) {
      Call<OptionalInt> call = new ValuesCall(id, path, duration, bits);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Deque<String>> sequences(ArrayDeque<Integer> deque, Map.Entry<UUID, Path> entry) {
      Call<Deque<String>> call = new SequencesCall(deque, entry);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<NavigableMap<LocalDate, Jdk.Level>> sorted(SortedSet<String> set) {
      Call<NavigableMap<LocalDate, Jdk.Level>> call = new SortedCall(set);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<EnumMap<Jdk.Level, HashMap<String, Long>>> enums(EnumSet<Jdk.Level> levels) {
      Call<EnumMap<Jdk.Level, HashMap<String, Long>>> call = new EnumsCall(levels);
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
    public OptionalInt values(UUID id, Path path, Duration duration, BitSet[] bits) {
      Call<OptionalInt> call = new ValuesCall(id, path, duration, bits);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Deque<String> sequences(ArrayDeque<Integer> deque, Map.Entry<UUID, Path> entry) {
      Call<Deque<String>> call = new SequencesCall(deque, entry);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public NavigableMap<LocalDate, Jdk.Level> sorted(SortedSet<String> set) {
      Call<NavigableMap<LocalDate, Jdk.Level>> call = new SortedCall(set);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public EnumMap<Jdk.Level, HashMap<String, Long>> enums(EnumSet<Jdk.Level> levels) {
      Call<EnumMap<Jdk.Level, HashMap<String, Long>>> call = new EnumsCall(levels);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class EnumsCall extends WireCall<EnumMap<Jdk.Level, HashMap<String, Long>>> {
    private final EnumSet<Jdk.Level> levels;

    EnumsCall(EnumSet<Jdk.Level> levels) {
      super(Worker.TABLE, 0);
      this.levels = levels;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeEnumSetOfLevel(out, levels);
    }

    @Override
    public EnumMap<Jdk.Level, HashMap<String, Long>> readResult(WireReader in) {
      return Codecs.readEnumMapOfLevelToHashMapOfStringToLong(in);
    }
  }

  private static final class SequencesCall extends WireCall<Deque<String>> {
    private final ArrayDeque<Integer> deque;
    private final Map.Entry<UUID, Path> entry;

    SequencesCall(ArrayDeque<Integer> deque, Map.Entry<UUID, Path> entry) {
      super(Worker.TABLE, 1);
      this.deque = deque;
      this.entry = entry;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeArrayDequeOfInteger(out, deque);
      Codecs.writeEntryOfUUIDToPath(out, entry);
    }

    @Override
    public Deque<String> readResult(WireReader in) {
      return Codecs.readDequeOfString(in);
    }
  }

  private static final class SortedCall extends WireCall<NavigableMap<LocalDate, Jdk.Level>> {
    private final SortedSet<String> set;

    SortedCall(SortedSet<String> set) {
      super(Worker.TABLE, 2);
      this.set = set;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeSortedSetOfString(out, set);
    }

    @Override
    public NavigableMap<LocalDate, Jdk.Level> readResult(WireReader in) {
      return Codecs.readNavigableMapOfLocalDateToLevel(in);
    }
  }

  private static final class ValuesCall extends WireCall<OptionalInt> {
    private final UUID id;
    private final Path path;
    private final Duration duration;
    private final BitSet[] bits;

    ValuesCall(UUID id, Path path, Duration duration, BitSet[] bits) {
      super(Worker.TABLE, 3);
      this.id = id;
      this.path = path;
      this.duration = duration;
      this.bits = bits;
    }

    @Override
    public void writeArguments(WireWriter out) {
      JdkCodecs.writeUUID(out, id);
      JdkCodecs.writePath(out, path);
      TimeCodecs.writeDuration(out, duration);
      Codecs.writeArrayOfBitSet(out, bits);
    }

    @Override
    public OptionalInt readResult(WireReader in) {
      return JdkCodecs.readOptionalInt(in);
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
          0xf2c35d9812a47562L,
          "demo.Jdk.enums(EnumSet<Jdk.Level>)",
          "demo.Jdk.sequences(ArrayDeque<Integer>, Map.Entry<UUID, Path>)",
          "demo.Jdk.sorted(SortedSet<String>)",
          "demo.Jdk.values(UUID, Path, Duration, BitSet[])");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> enums(invocation);
        case 1 -> sequences(invocation);
        case 2 -> sorted(invocation);
        case 3 -> values(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x873605ff75405b64L;
        case 1 -> 0x034a004f649c1bedL;
        case 2 -> 0x4bfae342acb5232eL;
        case 3 -> 0xd1db1e492ec9d3ebL;
        default -> 0;
      };
    }

    private static void enums(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      EnumSet<Jdk.Level> levels = Codecs.readEnumSetOfLevel(in);
      invocation.begin();
      EnumMap<Jdk.Level, HashMap<String, Long>> result = Jdk.enums(levels);
      Codecs.writeEnumMapOfLevelToHashMapOfStringToLong(invocation.result(), result);
    }

    private static void sequences(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      ArrayDeque<Integer> deque = Codecs.readArrayDequeOfInteger(in);
      Map.Entry<UUID, Path> entry = Codecs.readEntryOfUUIDToPath(in);
      invocation.begin();
      Deque<String> result = Jdk.sequences(deque, entry);
      Codecs.writeDequeOfString(invocation.result(), result);
    }

    private static void sorted(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      SortedSet<String> set = Codecs.readSortedSetOfString(in);
      invocation.begin();
      NavigableMap<LocalDate, Jdk.Level> result = Jdk.sorted(set);
      Codecs.writeNavigableMapOfLocalDateToLevel(invocation.result(), result);
    }

    private static void values(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      UUID id = JdkCodecs.readUUID(in);
      Path path = JdkCodecs.readPath(in);
      Duration duration = TimeCodecs.readDuration(in);
      BitSet[] bits = Codecs.readArrayOfBitSet(in);
      invocation.begin();
      OptionalInt result = Jdk.values(id, path, duration, bits);
      JdkCodecs.writeOptionalInt(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Jdk.Level> LEVEL_CODEC = EnumCodec.of(Jdk.Level.values());

    private Codecs() {}

    static void writeArrayDequeOfInteger(WireWriter out, ArrayDeque<Integer> value) {
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

    static ArrayDeque<Integer> readArrayDequeOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      ArrayDeque<Integer> value = new ArrayDeque<>(size);
      for (int i = 0; i < size; i++) {
        CollectionCodecs.add(value, in.readBoxedInt());
      }
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
        JdkCodecs.writeBitSet(out, element);
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
        value[i] = JdkCodecs.readBitSet(in);
      }
      in.end();
      return value;
    }

    static void writeDequeOfString(WireWriter out, Deque<String> value) {
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

    static Deque<String> readDequeOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Deque<String> value = new LinkedList<>();
      for (int i = 0; i < size; i++) {
        value.add(in.readString());
      }
      in.end();
      return value;
    }

    static void writeEnumMapOfLevelToHashMapOfStringToLong(WireWriter out,
        EnumMap<Jdk.Level, HashMap<String, Long>> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<Jdk.Level, HashMap<String, Long>> entry : value.entrySet()) {
        LEVEL_CODEC.write(out, entry.getKey());
        writeHashMapOfStringToLong(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static EnumMap<Jdk.Level, HashMap<String, Long>> readEnumMapOfLevelToHashMapOfStringToLong(
        WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      EnumMap<Jdk.Level, HashMap<String, Long>> value = new EnumMap<>(Jdk.Level.class);
      for (int i = 0; i < size; i++) {
        CollectionCodecs.put(value, LEVEL_CODEC.read(in), readHashMapOfStringToLong(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeEnumSetOfLevel(WireWriter out, EnumSet<Jdk.Level> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Jdk.Level element : value) {
        LEVEL_CODEC.write(out, element);
        written++;
      }
      out.end(size, written);
    }

    static EnumSet<Jdk.Level> readEnumSetOfLevel(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      EnumSet<Jdk.Level> value = EnumSet.noneOf(Jdk.Level.class);
      for (int i = 0; i < size; i++) {
        CollectionCodecs.add(value, LEVEL_CODEC.read(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a set holds an element twice");
      }
      return value;
    }

    static void writeHashMapOfStringToLong(WireWriter out, HashMap<String, Long> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<String, Long> entry : value.entrySet()) {
        out.writeString(entry.getKey());
        out.writeBoxedLong(entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static HashMap<String, Long> readHashMapOfStringToLong(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      HashMap<String, Long> value = new HashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(in.readString(), in.readBoxedLong());
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeEntryOfUUIDToPath(WireWriter out, Map.Entry<UUID, Path> value) {
      if (!out.begin(value)) {
        return;
      }
      JdkCodecs.writeUUID(out, value.getKey());
      JdkCodecs.writePath(out, value.getValue());
      out.end();
    }

    static Map.Entry<UUID, Path> readEntryOfUUIDToPath(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      UUID key = JdkCodecs.readUUID(in);
      Path value = JdkCodecs.readPath(in);
      in.end();
      return new AbstractMap.SimpleImmutableEntry<>(key, value);
    }

    static void writeNavigableMapOfLocalDateToLevel(WireWriter out,
        NavigableMap<LocalDate, Jdk.Level> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      CollectionCodecs.requireNaturalOrder(value.comparator());
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<LocalDate, Jdk.Level> entry : value.entrySet()) {
        TimeCodecs.writeLocalDate(out, entry.getKey());
        LEVEL_CODEC.write(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static NavigableMap<LocalDate, Jdk.Level> readNavigableMapOfLocalDateToLevel(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      NavigableMap<LocalDate, Jdk.Level> value = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        CollectionCodecs.put(value, TimeCodecs.readLocalDate(in), LEVEL_CODEC.read(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeSortedSetOfString(WireWriter out, SortedSet<String> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      CollectionCodecs.requireNaturalOrder(value.comparator());
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (String element : value) {
        out.writeString(element);
        written++;
      }
      out.end(size, written);
    }

    static SortedSet<String> readSortedSetOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      SortedSet<String> value = new TreeSet<>();
      for (int i = 0; i < size; i++) {
        CollectionCodecs.add(value, in.readString());
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a set holds an element twice");
      }
      return value;
    }
  }
}
