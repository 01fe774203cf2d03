package dev.brood.wire;

import dev.brood.WireException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads values in the order in which a {@link WireWriter} wrote them. Not thread-safe.
 *
 * <p>The bytes are not trusted: every size is checked against the bytes that are really there
 * before anything is allocated for it, and nesting is bounded. Whatever does not fit is a {@link
 * WireException}.
 */
public final class WireReader {
  private static final byte[] NOTHING = {};
  private static final int BULK = 32;

  private final Payload payload;
  private int next;
  private byte[] piece = NOTHING;
  private int position;
  private int limit;

  /** Bytes in the pieces after the current one. */
  private long behind;

  private int depth;

  /**
   * How many parts of values may still be announced. Each takes a byte of its own at least, so that
   * all sizes together cannot exceed the bytes; nested values that each announce all that is left
   * would otherwise make room for it many times over.
   */
  private long announceable;

  /** Creates a reader that begins at the payload's first byte. */
  public WireReader(Payload payload) {
    this.payload = payload;
    this.behind = payload.size();
    this.announceable = payload.size();
  }

  /** How many bytes have not been read yet. */
  public long remaining() {
    return limit - position + behind;
  }

  /**
   * Makes sure that nothing is left over.
   *
   * @throws WireException if bytes remain
   */
  public void expectEnd() {
    if (remaining() != 0) {
      throw new WireException("malformed: " + remaining() + " bytes are left over");
    }
  }

  // ---- primitives ----

  /** Reads a byte that must be 0 or 1. */
  public boolean readBoolean() {
    byte value = readByte();
    if ((value & ~1) != 0) {
      throw new WireException("malformed: " + value + " stands for neither true nor false");
    }
    return value == 1;
  }

  /** Reads one byte. */
  public byte readByte() {
    if (position == limit) {
      advance();
    }
    return piece[position++];
  }

  /** Reads 2 bytes. */
  public short readShort() {
    if (limit - position < 2) {
      return (short) readSlowly(2);
    }
    short value = (short) WireWriter.SHORT.get(piece, position);
    position += 2;
    return value;
  }

  /** Reads 2 bytes. */
  public char readChar() {
    if (limit - position < 2) {
      return (char) readSlowly(2);
    }
    char value = (char) WireWriter.CHAR.get(piece, position);
    position += 2;
    return value;
  }

  /** Reads 4 bytes. */
  public int readInt() {
    if (limit - position < 4) {
      return (int) readSlowly(4);
    }
    int value = (int) WireWriter.INT.get(piece, position);
    position += 4;
    return value;
  }

  /** Reads 8 bytes. */
  public long readLong() {
    if (limit - position < 8) {
      return readSlowly(8);
    }
    long value = (long) WireWriter.LONG.get(piece, position);
    position += 8;
    return value;
  }

  /** Reads 4 bytes. */
  public float readFloat() {
    if (limit - position < 4) {
      return Float.intBitsToFloat((int) readSlowly(4));
    }
    float value = (float) WireWriter.FLOAT.get(piece, position);
    position += 4;
    return value;
  }

  /** Reads 8 bytes. */
  public double readDouble() {
    if (limit - position < 8) {
      return Double.longBitsToDouble(readSlowly(8));
    }
    double value = (double) WireWriter.DOUBLE.get(piece, position);
    position += 8;
    return value;
  }

  // ---- sizes and marks ----

  /**
   * Reads a size, of things that take at least one byte each.
   *
   * @return the size, or −1 for null
   * @throws WireException if it exceeds the bytes that are there
   */
  public int readSize() {
    return readSize(1);
  }

  /**
   * Reads a size.
   *
   * @param bytesEach how many bytes each of them takes at least
   * @return the size, or −1 for null
   * @throws WireException if so many cannot be there
   */
  public int readSize(int bytesEach) {
    long size = readVarint() - 1;
    if (size * bytesEach > remaining()) {
      throw new WireException(
          "malformed: a size of " + size + " where " + remaining() + " bytes remain");
    }
    return (int) size;
  }

  /** At most 5 groups of 7 bits; the value is at most 2³¹. */
  private long readVarint() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte group = readByte();
      value |= (group & 0x7FL) << shift;
      if (group >= 0) {
        if (value > 1L << 31) {
          break;
        }
        return value;
      }
    }
    throw new WireException("malformed: a size beyond " + Integer.MAX_VALUE);
  }

  /**
   * Reads which of several kinds a value is of.
   *
   * @param kinds how many there are
   * @return the kind, from 0, or −1 for null
   * @throws WireException if there is no such kind
   */
  public int readKind(int kinds) {
    long kind = readVarint() - 1;
    if (kind >= kinds) {
      throw new WireException("malformed: kind " + kind + " of " + kinds);
    }
    return (int) kind;
  }

  /**
   * Begins a value that consists of others.
   *
   * @return whether it is there; only then its parts follow, and then {@link #end}
   * @throws WireException if values nest deeper than {@link WireWriter#MAX_DEPTH}
   */
  public boolean begin() {
    if (!readBoolean()) {
      return false;
    }
    enter();
    return true;
  }

  /**
   * Begins a value that has a size.
   *
   * @return how many parts follow, and then {@link #end}; or −1 for null, which has no end
   * @throws WireException if values nest deeper than {@link WireWriter#MAX_DEPTH}, or if so many
   *     parts cannot be there
   */
  public int beginSized() {
    int size = readSize();
    if (size >= 0) {
      enter();
      announceable -= size;
      if (announceable < 0) {
        throw new WireException("malformed: more parts are announced than there are bytes");
      }
    }
    return size;
  }

  /** The capacity that a hash table needs to take so many entries without growing. */
  public static int capacity(int size) {
    return (int) Math.min(1 << 30, size / 0.75 + 1);
  }

  /** Ends what {@link #begin} or {@link #beginSized} has begun. */
  public void end() {
    depth--;
  }

  private void enter() {
    if (++depth > WireWriter.MAX_DEPTH) {
      throw new WireException("malformed: deeper than " + WireWriter.MAX_DEPTH + " levels");
    }
  }

  // ---- references ----

  /**
   * Reads an enum constant.
   *
   * @param constants all of them, in the order by which they were written
   */
  public <E extends Enum<E>> @Nullable E readEnum(E[] constants) {
    long ordinal = readVarint() - 1;
    if (ordinal < 0) {
      return null;
    }
    if (ordinal >= constants.length) {
      throw new WireException(
          "malformed: constant " + ordinal + " of an enum that has " + constants.length);
    }
    return constants[(int) ordinal];
  }

  /** Reads a string. */
  public @Nullable String readString() {
    int length = readSize();
    if (length < 0) {
      return null;
    }
    byte coder = readByte();
    if (coder == WireWriter.LATIN1) {
      requireRemaining(length);
      if (limit - position >= length) {
        String value = new String(piece, position, length, StandardCharsets.ISO_8859_1);
        position += length;
        return value;
      }
      byte[] bytes = new byte[length];
      readBytes(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    if (coder == WireWriter.UTF16) {
      requireRemaining(2L * length);
      char[] chars = new char[length];
      for (int i = 0; i < length; i++) {
        chars[i] = readChar();
      }
      return new String(chars);
    }
    throw new WireException("malformed: a string in an unknown form " + coder);
  }

  /** Reads a box. */
  public @Nullable Boolean readBoxedBoolean() {
    return readBoolean() ? readBoolean() : null;
  }

  /** Reads a box. */
  public @Nullable Byte readBoxedByte() {
    return readBoolean() ? readByte() : null;
  }

  /** Reads a box. */
  public @Nullable Short readBoxedShort() {
    return readBoolean() ? readShort() : null;
  }

  /** Reads a box. */
  public @Nullable Character readBoxedChar() {
    return readBoolean() ? readChar() : null;
  }

  /** Reads a box. */
  public @Nullable Integer readBoxedInt() {
    return readBoolean() ? readInt() : null;
  }

  /** Reads a box. */
  public @Nullable Long readBoxedLong() {
    return readBoolean() ? readLong() : null;
  }

  /** Reads a box. */
  public @Nullable Float readBoxedFloat() {
    return readBoolean() ? readFloat() : null;
  }

  /** Reads a box. */
  public @Nullable Double readBoxedDouble() {
    return readBoolean() ? readDouble() : null;
  }

  // ---- arrays of primitives ----

  /** Reads an array. */
  public boolean @Nullable [] readBooleanArray() {
    int size = readSize();
    if (size < 0) {
      return null;
    }
    boolean[] value = new boolean[size];
    for (int i = 0; i < size; i++) {
      value[i] = readBoolean();
    }
    return value;
  }

  /** Reads an array. */
  public byte @Nullable [] readByteArray() {
    int size = readSize();
    if (size < 0) {
      return null;
    }
    byte[] value = new byte[size];
    readBytes(value);
    return value;
  }

  /** Reads an array. */
  public short @Nullable [] readShortArray() {
    int size = readSize(2);
    if (size < 0) {
      return null;
    }
    short[] value = new short[size];
    int done = 0;
    while (done < size) {
      int count = size < BULK ? 0 : Math.min(size - done, (limit - position) / 2);
      if (count == 0) {
        value[done++] = readShort();
        continue;
      }
      bulk().asShortBuffer().get(value, done, count);
      position += count * 2;
      done += count;
    }
    return value;
  }

  /** Reads an array. */
  public char @Nullable [] readCharArray() {
    int size = readSize(2);
    if (size < 0) {
      return null;
    }
    char[] value = new char[size];
    int done = 0;
    while (done < size) {
      int count = size < BULK ? 0 : Math.min(size - done, (limit - position) / 2);
      if (count == 0) {
        value[done++] = readChar();
        continue;
      }
      bulk().asCharBuffer().get(value, done, count);
      position += count * 2;
      done += count;
    }
    return value;
  }

  /** Reads an array. */
  public int @Nullable [] readIntArray() {
    int size = readSize(4);
    if (size < 0) {
      return null;
    }
    int[] value = new int[size];
    int done = 0;
    while (done < size) {
      int count = size < BULK ? 0 : Math.min(size - done, (limit - position) / 4);
      if (count == 0) {
        value[done++] = readInt();
        continue;
      }
      bulk().asIntBuffer().get(value, done, count);
      position += count * 4;
      done += count;
    }
    return value;
  }

  /** Reads an array. */
  public long @Nullable [] readLongArray() {
    int size = readSize(8);
    if (size < 0) {
      return null;
    }
    long[] value = new long[size];
    int done = 0;
    while (done < size) {
      int count = size < BULK ? 0 : Math.min(size - done, (limit - position) / 8);
      if (count == 0) {
        value[done++] = readLong();
        continue;
      }
      bulk().asLongBuffer().get(value, done, count);
      position += count * 8;
      done += count;
    }
    return value;
  }

  /** Reads an array. */
  public float @Nullable [] readFloatArray() {
    int size = readSize(4);
    if (size < 0) {
      return null;
    }
    float[] value = new float[size];
    int done = 0;
    while (done < size) {
      int count = size < BULK ? 0 : Math.min(size - done, (limit - position) / 4);
      if (count == 0) {
        value[done++] = readFloat();
        continue;
      }
      bulk().asFloatBuffer().get(value, done, count);
      position += count * 4;
      done += count;
    }
    return value;
  }

  /** Reads an array. */
  public double @Nullable [] readDoubleArray() {
    int size = readSize(8);
    if (size < 0) {
      return null;
    }
    double[] value = new double[size];
    int done = 0;
    while (done < size) {
      int count = size < BULK ? 0 : Math.min(size - done, (limit - position) / 8);
      if (count == 0) {
        value[done++] = readDouble();
        continue;
      }
      bulk().asDoubleBuffer().get(value, done, count);
      position += count * 8;
      done += count;
    }
    return value;
  }

  private void readBytes(byte[] value) {
    int done = 0;
    while (done < value.length) {
      if (position == limit) {
        advance();
      }
      int count = Math.min(value.length - done, limit - position);
      System.arraycopy(piece, position, value, done, count);
      position += count;
      done += count;
    }
  }

  private ByteBuffer bulk() {
    return ByteBuffer.wrap(piece, position, limit - position).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void requireRemaining(long bytes) {
    if (bytes > remaining()) {
      throw new WireException(
          "malformed: " + bytes + " bytes announced where " + remaining() + " remain");
    }
  }

  /** Reads a value across the border of two pieces. */
  private long readSlowly(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (readByte() & 0xFFL) << (8 * i);
    }
    return value;
  }

  /** Goes on to the next piece that has a byte. */
  private void advance() {
    while (position == limit) {
      if (next == payload.pieceCount()) {
        throw new WireException("malformed: the bytes end in the middle of a value");
      }
      piece = payload.piece(next);
      position = 0;
      limit = payload.pieceLength(next);
      behind -= limit;
      next++;
    }
  }
}
