package dev.brood.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are being written, little-endian. The first piece grows up to its full size; after
 * that there are more of them, so that nothing large is ever copied. A value goes on in the next
 * piece where the one before ends.
 */
final class PieceBuffer {
  static final VarHandle SHORT = view(short[].class);
  static final VarHandle CHAR = view(char[].class);
  static final VarHandle INT = view(int[].class);
  static final VarHandle LONG = view(long[].class);
  static final VarHandle FLOAT = view(float[].class);
  static final VarHandle DOUBLE = view(double[].class);

  /** Below this many elements a plain loop is faster than setting up a bulk copy. */
  static final int BULK = 32;

  private static final byte[] NOTHING = {};

  private static final int FIRST_PIECE = 64;

  /** Large enough to copy at full speed, small enough to be no burden to any collector. */
  static final int FULL_PIECE = 64 << 10;

  /** Where full pieces come from; null if they are made. */
  private final @Nullable PieceStock stock;

  /** The pieces before the present one; null if there are none. */
  private @Nullable List<byte[]> filled;

  /** How many bytes those have. */
  private long before;

  private byte[] piece = NOTHING;
  private int position;

  /** Begins with nothing. */
  PieceBuffer(@Nullable PieceStock stock) {
    this.stock = stock;
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }

  /** Gives its bytes away and starts anew. */
  Payload toPayload() {
    Payload payload;
    if (filled == null) {
      payload = new Payload(piece, position);
    } else {
      filled.add(piece);
      payload = new Payload(filled, position);
    }
    piece = NOTHING;
    reset();
    return payload;
  }

  /** Its bytes, which are its own until the next one is put. */
  Payload view() {
    if (filled == null) {
      return new Payload(piece, position);
    }
    List<byte[]> all = new ArrayList<>(filled);
    all.add(piece);
    return new Payload(all, position);
  }

  /** Forgets its bytes, but keeps the memory of some of them. */
  void reset() {
    filled = null;
    before = 0;
    position = 0;
  }

  long size() {
    return before + position;
  }

  void copyTo(byte[] target, int offset) {
    int at = offset;
    if (filled != null) {
      for (byte[] one : filled) {
        System.arraycopy(one, 0, target, at, one.length);
        at += one.length;
      }
    }
    System.arraycopy(piece, 0, target, at, position);
  }

  // ---- single values ----

  void putByte(byte value) {
    if (position == piece.length) {
      makeRoom();
    }
    piece[position++] = value;
  }

  void putShort(short value) {
    if (!fits(2)) {
      putAcross(value, 2);
      return;
    }
    SHORT.set(piece, position, value);
    position += 2;
  }

  void putChar(char value) {
    if (!fits(2)) {
      putAcross(value, 2);
      return;
    }
    CHAR.set(piece, position, value);
    position += 2;
  }

  void putInt(int value) {
    if (!fits(4)) {
      putAcross(value, 4);
      return;
    }
    INT.set(piece, position, value);
    position += 4;
  }

  void putLong(long value) {
    if (!fits(8)) {
      putAcross(value, 8);
      return;
    }
    LONG.set(piece, position, value);
    position += 8;
  }

  /** Keeps every bit of a NaN. */
  void putFloat(float value) {
    if (!fits(4)) {
      putAcross(Float.floatToRawIntBits(value), 4);
      return;
    }
    FLOAT.set(piece, position, value);
    position += 4;
  }

  /** Keeps every bit of a NaN. */
  void putDouble(double value) {
    if (!fits(8)) {
      putAcross(Double.doubleToRawLongBits(value), 8);
      return;
    }
    DOUBLE.set(piece, position, value);
    position += 8;
  }

  // ---- many at a time ----

  /** One byte for each character. */
  void putLatin1(String value) {
    int length = value.length();
    if (length <= piece.length - position) {
      for (int i = 0; i < length; i++) {
        piece[position + i] = (byte) value.charAt(i);
      }
      position += length;
    } else {
      putBytes(value.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** Makes a long array a piece itself; its owner leaves it alone until all has been read. */
  void putLent(byte[] value) {
    if (value.length <= FULL_PIECE) { // or it could be mistaken for one that belongs to a stock
      putBytes(value);
      return;
    }
    endPiece(Arrays.copyOf(piece, position));
    endPiece(value);
    piece = NOTHING;
  }

  void putBytes(byte[] value) {
    int done = 0;
    while (done < value.length) {
      int count = whole(value.length - done, 1);
      System.arraycopy(value, done, piece, position, count);
      position += count;
      done += count;
    }
  }

  void putShorts(short[] value) {
    int done = 0;
    while (done < value.length) {
      int count = value.length < BULK ? 0 : whole(value.length - done, 2);
      if (count == 0) {
        putShort(value[done++]);
        continue;
      }
      rest().asShortBuffer().put(value, done, count);
      position += count * 2;
      done += count;
    }
  }

  void putChars(char[] value) {
    int done = 0;
    while (done < value.length) {
      int count = value.length < BULK ? 0 : whole(value.length - done, 2);
      if (count == 0) {
        putChar(value[done++]);
        continue;
      }
      rest().asCharBuffer().put(value, done, count);
      position += count * 2;
      done += count;
    }
  }

  void putInts(int[] value) {
    int done = 0;
    while (done < value.length) {
      int count = value.length < BULK ? 0 : whole(value.length - done, 4);
      if (count == 0) {
        putInt(value[done++]);
        continue;
      }
      rest().asIntBuffer().put(value, done, count);
      position += count * 4;
      done += count;
    }
  }

  void putLongs(long[] value) {
    int done = 0;
    while (done < value.length) {
      int count = value.length < BULK ? 0 : whole(value.length - done, 8);
      if (count == 0) {
        putLong(value[done++]);
        continue;
      }
      rest().asLongBuffer().put(value, done, count);
      position += count * 8;
      done += count;
    }
  }

  void putFloats(float[] value) {
    int done = 0;
    while (done < value.length) {
      int count = value.length < BULK ? 0 : whole(value.length - done, 4);
      if (count == 0) {
        putFloat(value[done++]);
        continue;
      }
      rest().asFloatBuffer().put(value, done, count);
      position += count * 4;
      done += count;
    }
  }

  void putDoubles(double[] value) {
    int done = 0;
    while (done < value.length) {
      int count = value.length < BULK ? 0 : whole(value.length - done, 8);
      if (count == 0) {
        putDouble(value[done++]);
        continue;
      }
      rest().asDoubleBuffer().put(value, done, count);
      position += count * 8;
      done += count;
    }
  }

  /**
   * How many of the elements that are left fit whole at the position, after growing for all of them
   * if need be. None if the next one goes across the border of two pieces.
   */
  private int whole(int left, int bytesEach) {
    long wanted = (long) left * bytesEach;
    if (piece.length - position < wanted && piece.length < FULL_PIECE) {
      long capacity = Long.highestOneBit(position + wanted) * 2;
      grow((int) Math.min(FULL_PIECE, Math.max(FIRST_PIECE, capacity)));
    }
    if (position == piece.length) {
      makeRoom();
    }
    return Math.min(left, (piece.length - position) / bytesEach);
  }

  /** What is left of the piece, to be seen as one of numbers. */
  private ByteBuffer rest() {
    return ByteBuffer.wrap(piece, position, piece.length - position).order(ByteOrder.LITTLE_ENDIAN);
  }

  // ---- pieces ----

  /** Whether a value of so many bytes fits whole at the position, after growing if need be. */
  private boolean fits(int bytes) {
    if (piece.length - position >= bytes) {
      return true;
    }
    if (piece.length < FULL_PIECE) {
      grow(Math.max(FIRST_PIECE, piece.length * 2));
      return true;
    }
    return false;
  }

  /** Puts the low bytes of a value across the border of two pieces. */
  private void putAcross(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      putByte((byte) (value >>> (8 * i)));
    }
  }

  private void makeRoom() {
    if (piece.length < FULL_PIECE) {
      grow(Math.max(FIRST_PIECE, piece.length * 2));
    } else {
      endPiece(piece);
      piece = stock == null ? new byte[FULL_PIECE] : stock.take();
    }
  }

  private void endPiece(byte[] ended) {
    if (filled == null) {
      filled = new ArrayList<>();
    }
    if (ended.length > 0) {
      filled.add(ended);
      before += ended.length;
    }
    position = 0;
  }

  private void grow(int capacity) {
    byte[] larger = new byte[capacity];
    System.arraycopy(piece, 0, larger, 0, position);
    piece = larger;
  }
}
