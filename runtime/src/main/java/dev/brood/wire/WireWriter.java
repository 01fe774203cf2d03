package dev.brood.wire;

import dev.brood.WireException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes, for a {@link WireReader} to read in the same order. Not thread-safe.
 *
 * <p>The encoding, all of it little-endian:
 *
 * <table>
 * <caption>How values are written</caption>
 * <tr><td>primitive</td><td>its 1, 2, 4 or 8 bytes; floating point keeps every bit</td></tr>
 * <tr><td>size</td><td>size + 1 in groups of 7 bits, lowest first; 0 stands for null</td></tr>
 * <tr><td>box</td><td>a presence byte, then the primitive</td></tr>
 * <tr><td>array of primitives</td><td>size, then the elements</td></tr>
 * <tr><td>string</td><td>size in characters, 0 and one byte each, or 1 and two bytes each</td></tr>
 * <tr><td>enum</td><td>its place among the names of the constants, as a size</td></tr>
 * <tr><td>record</td><td>a presence byte, then its components</td></tr>
 * <tr><td>sealed type</td><td>the place of the value's class among those permitted, as a size, then
 * the value</td></tr>
 * <tr><td>value of a class of the JDK</td><td>a presence byte, then its numbers or its text</td></tr>
 * <tr><td>by a codec of the user's</td><td>a presence byte, then what the codec writes</td></tr>
 * <tr><td>collection</td><td>size, then its elements, or keys and values in turn</td></tr>
 * </table>
 */
public final class WireWriter {
  /**
   * How deep values may nest. It keeps a cyclic value, and a hostile peer, from overflowing the
   * stack.
   */
  public static final int MAX_DEPTH = 1000;

  static final byte LATIN1 = 0;
  static final byte UTF16 = 1;

  static final VarHandle SHORT = view(short[].class);
  static final VarHandle CHAR = view(char[].class);
  static final VarHandle INT = view(int[].class);
  static final VarHandle LONG = view(long[].class);
  static final VarHandle FLOAT = view(float[].class);
  static final VarHandle DOUBLE = view(double[].class);

  private static final int FIRST_PIECE = 128;

  /** Large enough to copy at full speed, small enough to be no burden to any collector. */
  private static final int FULL_PIECE = 64 << 10;

  /** Below this many elements a plain loop is faster than setting up a bulk copy. */
  private static final int BULK = 32;

  private final List<byte[]> filled = new ArrayList<>(1);
  private byte[] buffer = new byte[FIRST_PIECE];
  private int position;
  private int depth;

  /** Creates a writer with nothing written yet. */
  public WireWriter() {}

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }

  /** What has been written. The writer gives its bytes away and starts anew. */
  public Payload toPayload() {
    filled.add(buffer);
    Payload payload = new Payload(filled, position);
    reset();
    return payload;
  }

  /** Forgets what has been written. */
  public void reset() {
    filled.clear();
    buffer = new byte[FIRST_PIECE];
    position = 0;
    depth = 0;
  }

  // ---- primitives ----

  /** Writes one byte, 0 or 1. */
  public void writeBoolean(boolean value) {
    writeByte((byte) (value ? 1 : 0));
  }

  /** Writes one byte. */
  public void writeByte(byte value) {
    if (position == buffer.length) {
      makeRoom();
    }
    buffer[position++] = value;
  }

  /** Writes 2 bytes. */
  public void writeShort(short value) {
    if (!fits(2)) {
      writeSlowly(value, 2);
      return;
    }
    SHORT.set(buffer, position, value);
    position += 2;
  }

  /** Writes 2 bytes. */
  public void writeChar(char value) {
    if (!fits(2)) {
      writeSlowly(value, 2);
      return;
    }
    CHAR.set(buffer, position, value);
    position += 2;
  }

  /** Writes 4 bytes. */
  public void writeInt(int value) {
    if (!fits(4)) {
      writeSlowly(value, 4);
      return;
    }
    INT.set(buffer, position, value);
    position += 4;
  }

  /** Writes 8 bytes. */
  public void writeLong(long value) {
    if (!fits(8)) {
      writeSlowly(value, 8);
      return;
    }
    LONG.set(buffer, position, value);
    position += 8;
  }

  /** Writes 4 bytes, every bit of a NaN included. */
  public void writeFloat(float value) {
    if (!fits(4)) {
      writeSlowly(Float.floatToRawIntBits(value), 4);
      return;
    }
    FLOAT.set(buffer, position, value);
    position += 4;
  }

  /** Writes 8 bytes, every bit of a NaN included. */
  public void writeDouble(double value) {
    if (!fits(8)) {
      writeSlowly(Double.doubleToRawLongBits(value), 8);
      return;
    }
    DOUBLE.set(buffer, position, value);
    position += 8;
  }

  // ---- sizes and marks ----

  /**
   * Writes a size.
   *
   * @param size at least 0
   */
  public void writeSize(int size) {
    if (size < 0) {
      throw new WireException("negative size " + size);
    }
    long rest = size + 1L;
    while (rest >= 0x80) {
      writeByte((byte) (rest | 0x80));
      rest >>>= 7;
    }
    writeByte((byte) rest);
  }

  /**
   * Writes which of several kinds a value is of.
   *
   * @param kind at least 0
   */
  public void writeKind(int kind) {
    writeSize(kind);
  }

  /**
   * What is wrong with a value that is of none of the kinds that were known at compile time.
   *
   * @return the exception, to be thrown
   */
  public static WireException unknownKind(Object value) {
    return new WireException(
        value.getClass().getName()
            + " did not exist when the code that should write it was generated: compile it again");
  }

  /** Writes null in the place of anything that begins with a size or a presence byte. */
  public void writeNull() {
    writeByte((byte) 0);
  }

  /**
   * Begins a value that consists of others: writes whether it is there, and counts the nesting.
   *
   * @return whether the value is there; only then its parts follow, and then {@link #end}
   * @throws WireException if values nest deeper than {@link #MAX_DEPTH}, as cyclic ones do
   */
  public boolean begin(@Nullable Object value) {
    if (value == null) {
      writeNull();
      return false;
    }
    enter();
    writeByte((byte) 1);
    return true;
  }

  /**
   * Begins a value that has a size, such as a collection or an array of references.
   *
   * @param size how many parts follow, and then {@link #end}
   * @throws WireException if values nest deeper than {@link #MAX_DEPTH}, as cyclic ones do
   */
  public void begin(int size) {
    enter();
    writeSize(size);
  }

  /** Ends what {@link #begin(Object)} or {@link #begin(int)} has begun. */
  public void end() {
    depth--;
  }

  /**
   * Ends a collection, and makes sure that it has not changed its size while it was written.
   *
   * @param announced the size that was written
   * @param written how many elements were
   */
  public void end(int announced, int written) {
    if (announced != written) {
      throw new WireException(
          "a collection of "
              + announced
              + " elements gave "
              + written
              + ": it was changed while it was being written");
    }
    depth--;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new WireException(
          "the value nests deeper than "
              + MAX_DEPTH
              + " levels, or contains itself: flatten it, or pass identifiers instead of references");
    }
  }

  // ---- references ----

  /**
   * Writes an enum constant by its ordinal, for a {@link Codec} that knows what it does: both sides
   * must have the same constants in the same order. Generated code has an {@link EnumCodec}.
   */
  @SuppressWarnings("EnumOrdinal") // that is what it says
  public void writeEnum(@Nullable Enum<?> value) {
    if (value == null) {
      writeNull();
    } else {
      writeSize(value.ordinal());
    }
  }

  /** Writes a string, unpaired surrogates included. */
  public void writeString(@Nullable String value) {
    if (value == null) {
      writeNull();
      return;
    }
    int length = value.length();
    writeSize(length);
    if (isLatin1(value)) {
      writeByte(LATIN1);
      if (length <= buffer.length - position) {
        for (int i = 0; i < length; i++) {
          buffer[position + i] = (byte) value.charAt(i);
        }
        position += length;
      } else {
        writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
      }
    } else {
      writeByte(UTF16);
      for (int i = 0; i < length; i++) {
        writeChar(value.charAt(i));
      }
    }
  }

  private static boolean isLatin1(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** Writes a box. */
  public void writeBoxedBoolean(@Nullable Boolean value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeBoolean(value);
    }
  }

  /** Writes a box. */
  public void writeBoxedByte(@Nullable Byte value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeByte(value);
    }
  }

  /** Writes a box. */
  public void writeBoxedShort(@Nullable Short value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeShort(value);
    }
  }

  /** Writes a box. */
  public void writeBoxedChar(@Nullable Character value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeChar(value);
    }
  }

  /** Writes a box. */
  public void writeBoxedInt(@Nullable Integer value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeInt(value);
    }
  }

  /** Writes a box. */
  public void writeBoxedLong(@Nullable Long value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeLong(value);
    }
  }

  /** Writes a box. */
  public void writeBoxedFloat(@Nullable Float value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeFloat(value);
    }
  }

  /** Writes a box. */
  public void writeBoxedDouble(@Nullable Double value) {
    if (value == null) {
      writeNull();
    } else {
      writeByte((byte) 1);
      writeDouble(value);
    }
  }

  // ---- arrays of primitives ----

  /** Writes an array, one byte for each element. */
  public void writeBooleanArray(boolean @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    for (boolean element : value) {
      writeBoolean(element);
    }
  }

  /** Writes an array. */
  public void writeByteArray(byte @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    writeBytes(value);
  }

  /** Writes an array, 2 bytes for each element. */
  public void writeShortArray(short @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    int done = 0;
    if (value.length >= BULK) {
      while (done < value.length) {
        int count = Math.min(value.length - done, bulkRoom(2L * (value.length - done)) / 2);
        if (count == 0) {
          writeShort(value[done++]);
          continue;
        }
        bulk().asShortBuffer().put(value, done, count);
        position += count * 2;
        done += count;
      }
    } else {
      for (short element : value) {
        writeShort(element);
      }
    }
  }

  /** Writes an array, 2 bytes for each element. */
  public void writeCharArray(char @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    int done = 0;
    if (value.length >= BULK) {
      while (done < value.length) {
        int count = Math.min(value.length - done, bulkRoom(2L * (value.length - done)) / 2);
        if (count == 0) {
          writeChar(value[done++]);
          continue;
        }
        bulk().asCharBuffer().put(value, done, count);
        position += count * 2;
        done += count;
      }
    } else {
      for (char element : value) {
        writeChar(element);
      }
    }
  }

  /** Writes an array, 4 bytes for each element. */
  public void writeIntArray(int @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    int done = 0;
    if (value.length >= BULK) {
      while (done < value.length) {
        int count = Math.min(value.length - done, bulkRoom(4L * (value.length - done)) / 4);
        if (count == 0) {
          writeInt(value[done++]);
          continue;
        }
        bulk().asIntBuffer().put(value, done, count);
        position += count * 4;
        done += count;
      }
    } else {
      for (int element : value) {
        writeInt(element);
      }
    }
  }

  /** Writes an array, 8 bytes for each element. */
  public void writeLongArray(long @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    int done = 0;
    if (value.length >= BULK) {
      while (done < value.length) {
        int count = Math.min(value.length - done, bulkRoom(8L * (value.length - done)) / 8);
        if (count == 0) {
          writeLong(value[done++]);
          continue;
        }
        bulk().asLongBuffer().put(value, done, count);
        position += count * 8;
        done += count;
      }
    } else {
      for (long element : value) {
        writeLong(element);
      }
    }
  }

  /** Writes an array, 4 bytes for each element. */
  public void writeFloatArray(float @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    int done = 0;
    if (value.length >= BULK) {
      while (done < value.length) {
        int count = Math.min(value.length - done, bulkRoom(4L * (value.length - done)) / 4);
        if (count == 0) {
          writeFloat(value[done++]);
          continue;
        }
        bulk().asFloatBuffer().put(value, done, count);
        position += count * 4;
        done += count;
      }
    } else {
      for (float element : value) {
        writeFloat(element);
      }
    }
  }

  /** Writes an array, 8 bytes for each element. */
  public void writeDoubleArray(double @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    int done = 0;
    if (value.length >= BULK) {
      while (done < value.length) {
        int count = Math.min(value.length - done, bulkRoom(8L * (value.length - done)) / 8);
        if (count == 0) {
          writeDouble(value[done++]);
          continue;
        }
        bulk().asDoubleBuffer().put(value, done, count);
        position += count * 8;
        done += count;
      }
    } else {
      for (double element : value) {
        writeDouble(element);
      }
    }
  }

  private void writeBytes(byte[] value) {
    int done = 0;
    while (done < value.length) {
      int count = Math.min(value.length - done, bulkRoom(value.length - done));
      System.arraycopy(value, done, buffer, position, count);
      position += count;
      done += count;
    }
  }

  private ByteBuffer bulk() {
    return ByteBuffer.wrap(buffer, position, buffer.length - position)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many bytes fit at the position, at least one, after growing for so many if need be. */
  private int bulkRoom(long wanted) {
    if (buffer.length - position < wanted && buffer.length < FULL_PIECE) {
      long capacity = Long.highestOneBit(position + wanted) * 2;
      grow((int) Math.min(FULL_PIECE, capacity));
    }
    if (position == buffer.length) {
      makeRoom();
    }
    return buffer.length - position;
  }

  // ---- the buffer ----

  /** Whether a value of so many bytes fits whole at the position, after growing if need be. */
  private boolean fits(int bytes) {
    if (buffer.length - position >= bytes) {
      return true;
    }
    if (buffer.length < FULL_PIECE) {
      grow(buffer.length * 2);
      return true;
    }
    return false;
  }

  /** Writes the low bytes of a value across the border of two pieces. */
  private void writeSlowly(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      writeByte((byte) (value >>> (8 * i)));
    }
  }

  private void makeRoom() {
    if (buffer.length < FULL_PIECE) {
      grow(buffer.length * 2);
    } else {
      filled.add(buffer);
      buffer = new byte[FULL_PIECE];
      position = 0;
    }
  }

  private void grow(int capacity) {
    byte[] larger = new byte[capacity];
    System.arraycopy(buffer, 0, larger, 0, position);
    buffer = larger;
  }
}
