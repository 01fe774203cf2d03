package dev.brood.wire;

import dev.brood.WireException;
import java.util.Objects;
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

  private static final long NEVER = -1;

  static final byte LATIN1 = 0;
  static final byte UTF16 = 1;

  private final PieceBuffer out;
  private int depth;

  /** How much was written when it was said that the next value may be lent. */
  private long lentAt = NEVER;

  /** Creates a writer with nothing written yet. */
  public WireWriter() {
    this.out = new PieceBuffer(null);
  }

  /**
   * Creates a writer.
   *
   * @param stock where full pieces come from, and may be given back to
   */
  public WireWriter(PieceStock stock) {
    this.out = new PieceBuffer(Objects.requireNonNull(stock));
  }

  /** What has been written. The writer gives its bytes away and starts anew. */
  public Payload toPayload() {
    depth = 0;
    lentAt = NEVER;
    return out.toPayload();
  }

  /**
   * What has been written, to be looked at. It is the writer's own still: whatever is done with it
   * next changes what is seen here.
   */
  public Payload view() {
    return out.view();
  }

  /**
   * Says that what is written next will not change until nobody needs the payload any more. If that
   * is a long array of bytes, it becomes part of the payload without being copied.
   */
  public void lendNext() {
    lentAt = out.size();
  }

  /** How many bytes have been written. */
  public long size() {
    return out.size();
  }

  /** Copies what has been written to a place in an array that has room for it. */
  public void copyTo(byte[] target, int offset) {
    out.copyTo(target, offset);
  }

  /** Forgets what has been written. Its memory is used again. */
  public void reset() {
    depth = 0;
    lentAt = NEVER;
    out.reset();
  }

  // ---- primitives ----

  /** Writes one byte, 0 or 1. */
  public void writeBoolean(boolean value) {
    writeByte((byte) (value ? 1 : 0));
  }

  /** Writes one byte. */
  public void writeByte(byte value) {
    out.putByte(value);
  }

  /** Writes 2 bytes. */
  public void writeShort(short value) {
    out.putShort(value);
  }

  /** Writes 2 bytes. */
  public void writeChar(char value) {
    out.putChar(value);
  }

  /** Writes 4 bytes. */
  public void writeInt(int value) {
    out.putInt(value);
  }

  /** Writes 8 bytes. */
  public void writeLong(long value) {
    out.putLong(value);
  }

  /** Writes 4 bytes, every bit of a NaN included. */
  public void writeFloat(float value) {
    out.putFloat(value);
  }

  /** Writes 8 bytes, every bit of a NaN included. */
  public void writeDouble(double value) {
    out.putDouble(value);
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
      out.putLatin1(value);
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
    boolean lent = out.size() == lentAt;
    writeSize(value.length);
    if (lent) {
      out.putLent(value);
    } else {
      out.putBytes(value);
    }
  }

  /** Writes an array, 2 bytes for each element. */
  public void writeShortArray(short @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    out.putShorts(value);
  }

  /** Writes an array, 2 bytes for each element. */
  public void writeCharArray(char @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    out.putChars(value);
  }

  /** Writes an array, 4 bytes for each element. */
  public void writeIntArray(int @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    out.putInts(value);
  }

  /** Writes an array, 8 bytes for each element. */
  public void writeLongArray(long @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    out.putLongs(value);
  }

  /** Writes an array, 4 bytes for each element. */
  public void writeFloatArray(float @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    out.putFloats(value);
  }

  /** Writes an array, 8 bytes for each element. */
  public void writeDoubleArray(double @Nullable [] value) {
    if (value == null) {
      writeNull();
      return;
    }
    writeSize(value.length);
    out.putDoubles(value);
  }
}
