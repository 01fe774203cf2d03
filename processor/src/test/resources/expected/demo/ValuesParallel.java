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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/** Calls of the parallel methods of {@link Values}, and proxies that run them in a pool. */
@Generated("dev.brood.processor.ParallelProcessor")
public final class ValuesParallel {
  private ValuesParallel() {}

  /**
   * Describes a call of {@link Values#primitives(boolean, byte, short, char, int, long, float, double)}.
   */
  public static Call<Boolean> primitives(boolean a, byte b, short c, char d, int e, long f, float g,
      double h) {
    return new PrimitivesCall(a, b, c, d, e, f, g, h);
  }

  /**
   * Describes a call of {@link Values#boxes(Boolean, Byte, Short, Character, Integer, Long, Float, Double, String)}.
   */
  public static Call<Character> boxes(Boolean a, Byte b, Short c, Character d, Integer e, Long f,
      Float g, Double h, String i) {
    return new BoxesCall(a, b, c, d, e, f, g, h, i);
  }

  /**
   * Describes a call of {@link Values#arrays(boolean[], byte[], short[], char[], int[], long[], float[], double[])}.
   */
  public static Call<byte[]> arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f,
      float[] g, double[] h) {
    return new ArraysCall(a, b, c, d, e, f, g, h);
  }

  /** Describes a call of {@link Values#enums(Values.HTTPStatusCode)}. */
  public static Call<Values.HTTPStatusCode> enums(Values.HTTPStatusCode code) {
    return new EnumsCall(code);
  }

  /**
   * Describes a call of {@link Values#references(int[][], Integer[][][], List[], Values.HTTPStatusCode[])}.
   */
  public static Call<String[]> references(int[][] a, Integer[][][] b, List<String>[] c,
      Values.HTTPStatusCode[] d) {
    return new ReferencesCall(a, b, c, d);
  }

  /** Describes a call of {@link Values#collections(List, Map, Optional)}. */
  public static Call<Map<String, List<Integer>>> collections(List<Set<String>> a,
      Map<Values.HTTPStatusCode, int[]> b, Optional<List<String>> c) {
    return new CollectionsCall(a, b, c);
  }

  /** Describes a call of {@link Values#nothing()}. */
  public static Call<Void> nothing() {
    return new NothingCall();
  }

  /** The methods of {@link Values}, run in a pool: each returns at once, with a task. */
  public static Async on(Pool pool) {
    return new AsyncProxy(pool, null);
  }

  /**
   * The methods of {@link Values}, run in a pool: each returns at once, with a task.
   *
   * <p>Each call has the options.
   */
  public static Async on(Pool pool, CallOptions options) {
    return new AsyncProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Values}, run in a pool: each waits for its result. */
  public static Blocking blocking(Pool pool) {
    return new BlockingProxy(pool, null);
  }

  /**
   * The methods of {@link Values}, run in a pool: each waits for its result.
   *
   * <p>Each call has the options.
   */
  public static Blocking blocking(Pool pool, CallOptions options) {
    return new BlockingProxy(pool, Objects.requireNonNull(options));
  }

  /** The methods of {@link Values}, run in a pool: each returns at once, with a task. */
  public interface Async {
    /** Starts {@link Values#primitives(boolean, byte, short, char, int, long, float, double)}. */
    Task<Boolean> primitives(boolean a, byte b, short c, char d, int e, long f, float g, double h);

    /**
     * Starts {@link Values#boxes(Boolean, Byte, Short, Character, Integer, Long, Float, Double, String)}.
     */
    Task<Character> boxes(Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g,
        Double h, String i);

    /**
     * Starts {@link Values#arrays(boolean[], byte[], short[], char[], int[], long[], float[], double[])}.
     */
    Task<byte[]> arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f, float[] g,
        double[] h);

    /** Starts {@link Values#enums(Values.HTTPStatusCode)}. */
    Task<Values.HTTPStatusCode> enums(Values.HTTPStatusCode code);

    /**
     * Starts {@link Values#references(int[][], Integer[][][], List[], Values.HTTPStatusCode[])}.
     */
    Task<String[]> references(int[][] a, Integer[][][] b, List<String>[] c,
        Values.HTTPStatusCode[] d);

    /** Starts {@link Values#collections(List, Map, Optional)}. */
    Task<Map<String, List<Integer>>> collections(List<Set<String>> a,
        Map<Values.HTTPStatusCode, int[]> b, Optional<List<String>> c);

    /** Starts {@link Values#nothing()}. */
    Task<Void> nothing();
  }

  /** The methods of {@link Values}, run in a pool: each waits for its result. */
  public interface Blocking {
    /**
     * Runs {@link Values#primitives(boolean, byte, short, char, int, long, float, double)}, and waits.
     */
    boolean primitives(boolean a, byte b, short c, char d, int e, long f, float g, double h);

    /**
     * Runs {@link Values#boxes(Boolean, Byte, Short, Character, Integer, Long, Float, Double, String)}, and waits.
     */
    Character boxes(Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g, Double h,
        String i);

    /**
     * Runs {@link Values#arrays(boolean[], byte[], short[], char[], int[], long[], float[], double[])}, and waits.
     */
    byte[] arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f, float[] g,
        double[] h);

    /** Runs {@link Values#enums(Values.HTTPStatusCode)}, and waits. */
    Values.HTTPStatusCode enums(Values.HTTPStatusCode code);

    /**
     * Runs {@link Values#references(int[][], Integer[][][], List[], Values.HTTPStatusCode[])}, and waits.
     */
    String[] references(int[][] a, Integer[][][] b, List<String>[] c, Values.HTTPStatusCode[] d);

    /** Runs {@link Values#collections(List, Map, Optional)}, and waits. */
    Map<String, List<Integer>> collections(List<Set<String>> a, Map<Values.HTTPStatusCode, int[]> b,
        Optional<List<String>> c);

    /** Runs {@link Values#nothing()}, and waits. */
    void nothing();
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
    public Task<Boolean> primitives(boolean a, byte b, short c, char d, int e, long f, float g,
        double h) {
      Call<Boolean> call = new PrimitivesCall(a, b, c, d, e, f, g, h);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Character> boxes(Boolean a, Byte b, Short c, Character d, Integer e, Long f,
        Float g, Double h, String i) {
      Call<Character> call = new BoxesCall(a, b, c, d, e, f, g, h, i);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<byte[]> arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f,
        float[] g, double[] h) {
      Call<byte[]> call = new ArraysCall(a, b, c, d, e, f, g, h);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Values.HTTPStatusCode> enums(Values.HTTPStatusCode code) {
      Call<Values.HTTPStatusCode> call = new EnumsCall(code);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<String[]> references(int[][] a, Integer[][][] b, List<String>[] c,
        Values.HTTPStatusCode[] d) {
      Call<String[]> call = new ReferencesCall(a, b, c, d);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Map<String, List<Integer>>> collections(List<Set<String>> a,
        Map<Values.HTTPStatusCode, int[]> b, Optional<List<String>> c) {
      Call<Map<String, List<Integer>>> call = new CollectionsCall(a, b, c);
      return pool.submit(options == null ? call : call.with(options));
    }

    @Override
    public Task<Void> nothing() {
      Call<Void> call = new NothingCall();
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
    public boolean primitives(boolean a, byte b, short c, char d, int e, long f, float g,
        double h) {
      Call<Boolean> call = new PrimitivesCall(a, b, c, d, e, f, g, h);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Character boxes(Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g,
        Double h, String i) {
      Call<Character> call = new BoxesCall(a, b, c, d, e, f, g, h, i);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public byte[] arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f, float[] g,
        double[] h) {
      Call<byte[]> call = new ArraysCall(a, b, c, d, e, f, g, h);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Values.HTTPStatusCode enums(Values.HTTPStatusCode code) {
      Call<Values.HTTPStatusCode> call = new EnumsCall(code);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public String[] references(int[][] a, Integer[][][] b, List<String>[] c,
        Values.HTTPStatusCode[] d) {
      Call<String[]> call = new ReferencesCall(a, b, c, d);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public Map<String, List<Integer>> collections(List<Set<String>> a,
        Map<Values.HTTPStatusCode, int[]> b, Optional<List<String>> c) {
      Call<Map<String, List<Integer>>> call = new CollectionsCall(a, b, c);
      return Proxies.call(pool, options == null ? call : call.with(options));
    }

    @Override
    public void nothing() {
      Call<Void> call = new NothingCall();
      Proxies.call(pool, options == null ? call : call.with(options));
    }
  }

  private static final class ArraysCall extends WireCall<byte[]> {
    private final boolean[] a;
    private final byte[] b;
    private final short[] c;
    private final char[] d;
    private final int[] e;
    private final long[] f;
    private final float[] g;
    private final double[] h;

    ArraysCall(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f, float[] g,
        double[] h) {
      super(Worker.TABLE, 0);
      this.a = a;
      this.b = b;
      this.c = c;
      this.d = d;
      this.e = e;
      this.f = f;
      this.g = g;
      this.h = h;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeBooleanArray(a);
      out.writeByteArray(b);
      out.writeShortArray(c);
      out.writeCharArray(d);
      out.writeIntArray(e);
      out.writeLongArray(f);
      out.writeFloatArray(g);
      out.writeDoubleArray(h);
    }

    @Override
    public byte[] readResult(WireReader in) {
      return in.readByteArray();
    }
  }

  private static final class BoxesCall extends WireCall<Character> {
    private final Boolean a;
    private final Byte b;
    private final Short c;
    private final Character d;
    private final Integer e;
    private final Long f;
    private final Float g;
    private final Double h;
    private final String i;

    BoxesCall(Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g, Double h,
        String i) {
      super(Worker.TABLE, 1);
      this.a = a;
      this.b = b;
      this.c = c;
      this.d = d;
      this.e = e;
      this.f = f;
      this.g = g;
      this.h = h;
      this.i = i;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeBoxedBoolean(a);
      out.writeBoxedByte(b);
      out.writeBoxedShort(c);
      out.writeBoxedChar(d);
      out.writeBoxedInt(e);
      out.writeBoxedLong(f);
      out.writeBoxedFloat(g);
      out.writeBoxedDouble(h);
      out.writeString(i);
    }

    @Override
    public Character readResult(WireReader in) {
      return in.readBoxedChar();
    }
  }

  private static final class CollectionsCall extends WireCall<Map<String, List<Integer>>> {
    private final List<Set<String>> a;
    private final Map<Values.HTTPStatusCode, int[]> b;
    private final Optional<List<String>> c;

    CollectionsCall(List<Set<String>> a, Map<Values.HTTPStatusCode, int[]> b,
        Optional<List<String>> c) {
      super(Worker.TABLE, 2);
      this.a = a;
      this.b = b;
      this.c = c;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeListOfSetOfString(out, a);
      Codecs.writeMapOfHTTPStatusCodeToIntArray(out, b);
      Codecs.writeOptionalOfListOfString(out, c);
    }

    @Override
    public Map<String, List<Integer>> readResult(WireReader in) {
      return Codecs.readMapOfStringToListOfInteger(in);
    }
  }

  private static final class EnumsCall extends WireCall<Values.HTTPStatusCode> {
    private final Values.HTTPStatusCode code;

    EnumsCall(Values.HTTPStatusCode code) {
      super(Worker.TABLE, 3);
      this.code = code;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.HTTP_STATUS_CODE_CODEC.write(out, code);
    }

    @Override
    public Values.HTTPStatusCode readResult(WireReader in) {
      return Codecs.HTTP_STATUS_CODE_CODEC.read(in);
    }
  }

  private static final class NothingCall extends WireCall<Void> {
    NothingCall() {
      super(Worker.TABLE, 4);
    }

    @Override
    public void writeArguments(WireWriter out) {}

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class PrimitivesCall extends WireCall<Boolean> {
    private final boolean a;
    private final byte b;
    private final short c;
    private final char d;
    private final int e;
    private final long f;
    private final float g;
    private final double h;

    PrimitivesCall(boolean a, byte b, short c, char d, int e, long f, float g, double h) {
      super(Worker.TABLE, 5);
      this.a = a;
      this.b = b;
      this.c = c;
      this.d = d;
      this.e = e;
      this.f = f;
      this.g = g;
      this.h = h;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeBoolean(a);
      out.writeByte(b);
      out.writeShort(c);
      out.writeChar(d);
      out.writeInt(e);
      out.writeLong(f);
      out.writeFloat(g);
      out.writeDouble(h);
    }

    @Override
    public Boolean readResult(WireReader in) {
      return in.readBoolean();
    }
  }

  private static final class ReferencesCall extends WireCall<String[]> {
    private final int[][] a;
    private final Integer[][][] b;
    private final List<String>[] c;
    private final Values.HTTPStatusCode[] d;

    ReferencesCall(int[][] a, Integer[][][] b, List<String>[] c, Values.HTTPStatusCode[] d) {
      super(Worker.TABLE, 6);
      this.a = a;
      this.b = b;
      this.c = c;
      this.d = d;
    }

    @Override
    public void writeArguments(WireWriter out) {
      Codecs.writeArrayOfIntArray(out, a);
      Codecs.writeArrayOfArrayOfArrayOfInteger(out, b);
      Codecs.writeArrayOfListOfString(out, c);
      Codecs.writeArrayOfHTTPStatusCode(out, d);
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
          0x43a6c87b15e6104eL,
          "demo.Values.arrays(boolean[], byte[], short[], char[], int[], long[], float[], double[])",
          "demo.Values.boxes(Boolean, Byte, Short, Character, Integer, Long, Float, Double, String)",
          "demo.Values.collections(List<Set<String>>, Map<Values.HTTPStatusCode, int[]>, Optional<List<String>>)",
          "demo.Values.enums(Values.HTTPStatusCode)",
          "demo.Values.nothing()",
          "demo.Values.primitives(boolean, byte, short, char, int, long, float, double)",
          "demo.Values.references(int[][], Integer[][][], List<String>[], Values.HTTPStatusCode[])");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      switch (index) {
        case 0 -> arrays(invocation);
        case 1 -> boxes(invocation);
        case 2 -> collections(invocation);
        case 3 -> enums(invocation);
        case 4 -> nothing(invocation);
        case 5 -> primitives(invocation);
        case 6 -> references(invocation);
        default -> throw unknown(index);
      }
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case 0 -> 0x5830c41a1aa1cab3L;
        case 1 -> 0xc85d37d7c1ee7209L;
        case 2 -> 0xd2edcb58f5b56bc5L;
        case 3 -> 0xdca8d31e8f0278b8L;
        case 5 -> 0x3d63ede67eebb9d7L;
        case 6 -> 0x8c110fdd145effeaL;
        default -> 0;
      };
    }

    private static void arrays(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      boolean[] a = in.readBooleanArray();
      byte[] b = in.readByteArray();
      short[] c = in.readShortArray();
      char[] d = in.readCharArray();
      int[] e = in.readIntArray();
      long[] f = in.readLongArray();
      float[] g = in.readFloatArray();
      double[] h = in.readDoubleArray();
      invocation.begin();
      byte[] result = Values.arrays(a, b, c, d, e, f, g, h);
      invocation.result().writeByteArray(result);
    }

    private static void boxes(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Boolean a = in.readBoxedBoolean();
      Byte b = in.readBoxedByte();
      Short c = in.readBoxedShort();
      Character d = in.readBoxedChar();
      Integer e = in.readBoxedInt();
      Long f = in.readBoxedLong();
      Float g = in.readBoxedFloat();
      Double h = in.readBoxedDouble();
      String i = in.readString();
      invocation.begin();
      Character result = Values.boxes(a, b, c, d, e, f, g, h, i);
      invocation.result().writeBoxedChar(result);
    }

    private static void collections(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      List<Set<String>> a = Codecs.readListOfSetOfString(in);
      Map<Values.HTTPStatusCode, int[]> b = Codecs.readMapOfHTTPStatusCodeToIntArray(in);
      Optional<List<String>> c = Codecs.readOptionalOfListOfString(in);
      invocation.begin();
      Map<String, List<Integer>> result = Values.collections(a, b, c);
      Codecs.writeMapOfStringToListOfInteger(invocation.result(), result);
    }

    private static void enums(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      Values.HTTPStatusCode code = Codecs.HTTP_STATUS_CODE_CODEC.read(in);
      invocation.begin();
      Values.HTTPStatusCode result = Values.enums(code);
      Codecs.HTTP_STATUS_CODE_CODEC.write(invocation.result(), result);
    }

    private static void nothing(Invocation invocation) throws Throwable {
      invocation.arguments();
      invocation.begin();
      Values.nothing();
      invocation.result();
    }

    private static void primitives(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      boolean a = in.readBoolean();
      byte b = in.readByte();
      short c = in.readShort();
      char d = in.readChar();
      int e = in.readInt();
      long f = in.readLong();
      float g = in.readFloat();
      double h = in.readDouble();
      invocation.begin();
      boolean result = Values.primitives(a, b, c, d, e, f, g, h);
      invocation.result().writeBoolean(result);
    }

    private static void references(Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      int[][] a = Codecs.readArrayOfIntArray(in);
      Integer[][][] b = Codecs.readArrayOfArrayOfArrayOfInteger(in);
      List<String>[] c = Codecs.readArrayOfListOfString(in);
      Values.HTTPStatusCode[] d = Codecs.readArrayOfHTTPStatusCode(in);
      invocation.begin();
      String[] result = Values.references(a, b, c, d);
      Codecs.writeArrayOfString(invocation.result(), result);
    }
  }

  /** How values are written and read. */
  private static final class Codecs {
    private static final EnumCodec<Values.HTTPStatusCode> HTTP_STATUS_CODE_CODEC = EnumCodec.of(Values.HTTPStatusCode.values());

    private Codecs() {}

    static void writeArrayOfHTTPStatusCode(WireWriter out, Values.HTTPStatusCode[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Values.HTTPStatusCode element : value) {
        HTTP_STATUS_CODE_CODEC.write(out, element);
      }
      out.end();
    }

    static Values.HTTPStatusCode[] readArrayOfHTTPStatusCode(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Values.HTTPStatusCode[] value = new Values.HTTPStatusCode[size];
      for (int i = 0; i < size; i++) {
        value[i] = HTTP_STATUS_CODE_CODEC.read(in);
      }
      in.end();
      return value;
    }

    static void writeArrayOfIntArray(WireWriter out, int[][] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (int[] element : value) {
        out.writeIntArray(element);
      }
      out.end();
    }

    static int[][] readArrayOfIntArray(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      int[][] value = new int[size][];
      for (int i = 0; i < size; i++) {
        value[i] = in.readIntArray();
      }
      in.end();
      return value;
    }

    static void writeArrayOfInteger(WireWriter out, Integer[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Integer element : value) {
        out.writeBoxedInt(element);
      }
      out.end();
    }

    static Integer[] readArrayOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Integer[] value = new Integer[size];
      for (int i = 0; i < size; i++) {
        value[i] = in.readBoxedInt();
      }
      in.end();
      return value;
    }

    static void writeArrayOfArrayOfInteger(WireWriter out, Integer[][] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Integer[] element : value) {
        writeArrayOfInteger(out, element);
      }
      out.end();
    }

    static Integer[][] readArrayOfArrayOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Integer[][] value = new Integer[size][];
      for (int i = 0; i < size; i++) {
        value[i] = readArrayOfInteger(in);
      }
      in.end();
      return value;
    }

    static void writeArrayOfArrayOfArrayOfInteger(WireWriter out, Integer[][][] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (Integer[][] element : value) {
        writeArrayOfArrayOfInteger(out, element);
      }
      out.end();
    }

    static Integer[][][] readArrayOfArrayOfArrayOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Integer[][][] value = new Integer[size][][];
      for (int i = 0; i < size; i++) {
        value[i] = readArrayOfArrayOfInteger(in);
      }
      in.end();
      return value;
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

    static void writeArrayOfListOfString(WireWriter out, List<String>[] value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      out.begin(value.length);
      for (List<String> element : value) {
        writeListOfString(out, element);
      }
      out.end();
    }

    @SuppressWarnings("unchecked")
    static List<String>[] readArrayOfListOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<String>[] value = (List<String>[]) new List<?>[size];
      for (int i = 0; i < size; i++) {
        value[i] = readListOfString(in);
      }
      in.end();
      return value;
    }

    static void writeListOfSetOfString(WireWriter out, List<Set<String>> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Set<String> element : value) {
        writeSetOfString(out, element);
        written++;
      }
      out.end(size, written);
    }

    static List<Set<String>> readListOfSetOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      List<Set<String>> value = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        value.add(readSetOfString(in));
      }
      in.end();
      return value;
    }

    static void writeMapOfHTTPStatusCodeToIntArray(WireWriter out,
        Map<Values.HTTPStatusCode, int[]> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<Values.HTTPStatusCode, int[]> entry : value.entrySet()) {
        HTTP_STATUS_CODE_CODEC.write(out, entry.getKey());
        out.writeIntArray(entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<Values.HTTPStatusCode, int[]> readMapOfHTTPStatusCodeToIntArray(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<Values.HTTPStatusCode, int[]> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(HTTP_STATUS_CODE_CODEC.read(in), in.readIntArray());
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeMapOfStringToListOfInteger(WireWriter out, Map<String, List<Integer>> value) {
      if (value == null) {
        out.writeNull();
        return;
      }
      int size = value.size();
      out.begin(size);
      int written = 0;
      for (Map.Entry<String, List<Integer>> entry : value.entrySet()) {
        out.writeString(entry.getKey());
        writeListOfInteger(out, entry.getValue());
        written++;
      }
      out.end(size, written);
    }

    static Map<String, List<Integer>> readMapOfStringToListOfInteger(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Map<String, List<Integer>> value = new LinkedHashMap<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.put(in.readString(), readListOfInteger(in));
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a map holds a key twice");
      }
      return value;
    }

    static void writeOptionalOfListOfString(WireWriter out, Optional<List<String>> value) {
      if (!out.begin(value)) {
        return;
      }
      writeListOfString(out, value.orElse(null));
      out.end();
    }

    static Optional<List<String>> readOptionalOfListOfString(WireReader in) {
      if (!in.begin()) {
        return null;
      }
      List<String> value = readListOfString(in);
      in.end();
      return Optional.ofNullable(value);
    }

    static void writeSetOfString(WireWriter out, Set<String> value) {
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

    static Set<String> readSetOfString(WireReader in) {
      int size = in.beginSized();
      if (size < 0) {
        return null;
      }
      Set<String> value = new LinkedHashSet<>(WireReader.capacity(size));
      for (int i = 0; i < size; i++) {
        value.add(in.readString());
      }
      in.end();
      if (value.size() != size) {
        throw new WireException("malformed: a set holds an element twice");
      }
      return value;
    }
  }
}
