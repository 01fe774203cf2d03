package dev.brood.wire;

import dev.brood.WireException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads values in the order in which a {@link WireWriter} wrote them. Not thread-safe.
 *
 * <p>The bytes are not trusted: every size is checked against the bytes that are really there
 * before anything is allocated for it, and nesting is bounded. Whatever does not fit is a {@link
 * WireException}.
 */
public final class WireReader {
  private final PieceCursor in;
  private int depth;

  /**
   * How many parts of values may still be announced. Each takes a byte of its own at least, so that
   * all sizes together cannot exceed the bytes; nested values that each announce all that is left
   * would otherwise make room for it many times over.
   */
  private long announceable;

  /** Creates a reader that begins at the payload's first byte. */
  public WireReader(Payload payload) {
    this.in = new PieceCursor(payload);
    this.announceable = payload.size();
  }

  /**
   * Begins anew with other bytes, which nobody may write to meanwhile.
   *
   * @param bytes hold what is read
   * @param from where that begins
   * @param to where it ends
   */
  public void reset(byte[] bytes, int from, int to) {
    Objects.checkFromToIndex(from, to, bytes.length);
    in.moveTo(bytes, from, to);
    announceable = (long) to - from;
    depth = 0;
  }

  /** How many bytes have not been read yet. */
  public long remaining() {
    return in.remaining();
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
    return in.getByte();
  }

  /** Reads 2 bytes. */
  public short readShort() {
    return in.getShort();
  }

  /** Reads 2 bytes. */
  public char readChar() {
    return in.getChar();
  }

  /** Reads 4 bytes. */
  public int readInt() {
    return in.getInt();
  }

  /** Reads 8 bytes. */
  public long readLong() {
    return in.getLong();
  }

  /** Reads 4 bytes. */
  public float readFloat() {
    return in.getFloat();
  }

  /** Reads 8 bytes. */
  public double readDouble() {
    return in.getDouble();
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
      return in.getLatin1(length);
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
    return size < 0 ? null : in.getBytes(size);
  }

  /** Reads an array. */
  public short @Nullable [] readShortArray() {
    int size = readSize(2);
    return size < 0 ? null : in.getShorts(size);
  }

  /** Reads an array. */
  public char @Nullable [] readCharArray() {
    int size = readSize(2);
    return size < 0 ? null : in.getChars(size);
  }

  /** Reads an array. */
  public int @Nullable [] readIntArray() {
    int size = readSize(4);
    return size < 0 ? null : in.getInts(size);
  }

  /** Reads an array. */
  public long @Nullable [] readLongArray() {
    int size = readSize(8);
    return size < 0 ? null : in.getLongs(size);
  }

  /** Reads an array. */
  public float @Nullable [] readFloatArray() {
    int size = readSize(4);
    return size < 0 ? null : in.getFloats(size);
  }

  /** Reads an array. */
  public double @Nullable [] readDoubleArray() {
    int size = readSize(8);
    return size < 0 ? null : in.getDoubles(size);
  }

  private void requireRemaining(long bytes) {
    if (bytes > remaining()) {
      throw new WireException(
          "malformed: " + bytes + " bytes announced where " + remaining() + " remain");
    }
  }
}
