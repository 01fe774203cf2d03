package dev.brood.wire;

import dev.brood.WireException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A place in a payload, which moves on from piece to piece; what a {@link PieceBuffer} puts, it
 * gets. A payload that ends too early is a {@link WireException}. Whoever asks for many at a time
 * has made sure that they are there, since room is made for them first.
 */
final class PieceCursor {
  private static final byte[] NOTHING = {};

  private Payload payload;
  private int next;
  private byte[] piece = NOTHING;
  private int position;
  private int limit;

  /** Bytes in the pieces after the current one. */
  private long behind;

  PieceCursor(Payload payload) {
    this.payload = payload;
    this.behind = payload.size();
  }

  /** Moves to other bytes. */
  void moveTo(byte[] bytes, int from, int to) {
    payload = Payload.EMPTY;
    next = 0;
    piece = bytes;
    position = from;
    limit = to;
    behind = 0;
  }

  /** How many bytes are ahead. */
  long remaining() {
    return limit - position + behind;
  }

  // ---- single values ----

  byte getByte() {
    if (position == limit) {
      advance();
    }
    return piece[position++];
  }

  short getShort() {
    if (limit - position < 2) {
      return (short) getAcross(2);
    }
    short value = (short) PieceBuffer.SHORT.get(piece, position);
    position += 2;
    return value;
  }

  char getChar() {
    if (limit - position < 2) {
      return (char) getAcross(2);
    }
    char value = (char) PieceBuffer.CHAR.get(piece, position);
    position += 2;
    return value;
  }

  int getInt() {
    if (limit - position < 4) {
      return (int) getAcross(4);
    }
    int value = (int) PieceBuffer.INT.get(piece, position);
    position += 4;
    return value;
  }

  long getLong() {
    if (limit - position < 8) {
      return getAcross(8);
    }
    long value = (long) PieceBuffer.LONG.get(piece, position);
    position += 8;
    return value;
  }

  float getFloat() {
    if (limit - position < 4) {
      return Float.intBitsToFloat((int) getAcross(4));
    }
    float value = (float) PieceBuffer.FLOAT.get(piece, position);
    position += 4;
    return value;
  }

  double getDouble() {
    if (limit - position < 8) {
      return Double.longBitsToDouble(getAcross(8));
    }
    double value = (double) PieceBuffer.DOUBLE.get(piece, position);
    position += 8;
    return value;
  }

  // ---- many at a time ----

  /** One byte for each character. */
  String getLatin1(int length) {
    if (limit - position >= length) {
      String value = new String(piece, position, length, StandardCharsets.ISO_8859_1);
      position += length;
      return value;
    }
    return new String(getBytes(length), StandardCharsets.ISO_8859_1);
  }

  byte[] getBytes(int size) {
    byte[] value = new byte[size];
    int done = 0;
    while (done < size) {
      if (position == limit) {
        advance();
      }
      int count = Math.min(size - done, limit - position);
      System.arraycopy(piece, position, value, done, count);
      position += count;
      done += count;
    }
    return value;
  }

  short[] getShorts(int size) {
    short[] value = new short[size];
    int done = 0;
    while (done < size) {
      int count = whole(size, done, 2);
      if (count == 0) {
        value[done++] = getShort();
        continue;
      }
      rest().asShortBuffer().get(value, done, count);
      position += count * 2;
      done += count;
    }
    return value;
  }

  char[] getChars(int size) {
    char[] value = new char[size];
    int done = 0;
    while (done < size) {
      int count = whole(size, done, 2);
      if (count == 0) {
        value[done++] = getChar();
        continue;
      }
      rest().asCharBuffer().get(value, done, count);
      position += count * 2;
      done += count;
    }
    return value;
  }

  int[] getInts(int size) {
    int[] value = new int[size];
    int done = 0;
    while (done < size) {
      int count = whole(size, done, 4);
      if (count == 0) {
        value[done++] = getInt();
        continue;
      }
      rest().asIntBuffer().get(value, done, count);
      position += count * 4;
      done += count;
    }
    return value;
  }

  long[] getLongs(int size) {
    long[] value = new long[size];
    int done = 0;
    while (done < size) {
      int count = whole(size, done, 8);
      if (count == 0) {
        value[done++] = getLong();
        continue;
      }
      rest().asLongBuffer().get(value, done, count);
      position += count * 8;
      done += count;
    }
    return value;
  }

  float[] getFloats(int size) {
    float[] value = new float[size];
    int done = 0;
    while (done < size) {
      int count = whole(size, done, 4);
      if (count == 0) {
        value[done++] = getFloat();
        continue;
      }
      rest().asFloatBuffer().get(value, done, count);
      position += count * 4;
      done += count;
    }
    return value;
  }

  double[] getDoubles(int size) {
    double[] value = new double[size];
    int done = 0;
    while (done < size) {
      int count = whole(size, done, 8);
      if (count == 0) {
        value[done++] = getDouble();
        continue;
      }
      rest().asDoubleBuffer().get(value, done, count);
      position += count * 8;
      done += count;
    }
    return value;
  }

  /**
   * How many of the elements that are left lie whole in this piece. None if the next one goes
   * across the border, or if a plain loop is faster.
   */
  private int whole(int size, int done, int bytesEach) {
    return size < PieceBuffer.BULK ? 0 : Math.min(size - done, (limit - position) / bytesEach);
  }

  /** What is left of the piece, to be seen as one of numbers. */
  private ByteBuffer rest() {
    return ByteBuffer.wrap(piece, position, limit - position).order(ByteOrder.LITTLE_ENDIAN);
  }

  // ---- pieces ----

  /** Gets the low bytes of a value across the border of two pieces. */
  private long getAcross(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (getByte() & 0xFFL) << (8 * i);
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
