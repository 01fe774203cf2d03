package dev.brood.wire;

import dev.brood.WireException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Encoded bytes, held in pieces so that a value may exceed 2 GiB. Immutable; safe for use by many
 * threads.
 *
 * <p>Where one piece ends and the next begins means nothing: a value may straddle the border.
 */
public final class Payload {
  /** A payload of no bytes. */
  public static final Payload EMPTY = new Payload(List.of(), 0);

  private final byte[][] pieces;
  private final int lastLength;
  private final long size;

  /**
   * Takes over the pieces without copying them; nobody may write to them afterwards.
   *
   * @param pieces each filled to its end, but for the last
   * @param lastLength how many bytes of the last piece count; 0 where there is no piece
   */
  public Payload(List<byte[]> pieces, int lastLength) {
    this.pieces = pieces.toArray(new byte[0][]);
    this.lastLength = lastLength;
    long sum = lastLength;
    for (int i = 0; i < this.pieces.length - 1; i++) {
      sum += this.pieces[i].length;
    }
    this.size = sum;
  }

  /**
   * Takes over an array without copying it; nobody may write to it afterwards.
   *
   * @param piece the bytes
   * @param length how many of them count, from the start
   */
  public Payload(byte[] piece, int length) {
    this.pieces = new byte[][] {piece};
    this.lastLength = length;
    this.size = length;
  }

  /** How many bytes there are. */
  public long size() {
    return size;
  }

  /** How many pieces there are. */
  public int pieceCount() {
    return pieces.length;
  }

  /** A piece; the caller must not write to it. */
  public byte[] piece(int index) {
    return pieces[index];
  }

  /** How many bytes of that piece count, from its start. */
  public int pieceLength(int index) {
    return index == pieces.length - 1 ? lastLength : pieces[index].length;
  }

  /** The same bytes in memory of their own. */
  public Payload copy() {
    List<byte[]> copies = new ArrayList<>(pieces.length);
    for (int i = 0; i < pieces.length; i++) {
      copies.add(Arrays.copyOf(pieces[i], pieceLength(i)));
    }
    return new Payload(copies, lastLength);
  }

  /**
   * Some of the bytes; they are copied unless it is all of them.
   *
   * @param from where they begin
   * @param to where they end
   */
  public Payload part(long from, long to) {
    Objects.checkFromToIndex(from, to, size);
    if (to - from == size) {
      return this;
    }
    if (from == to) {
      return EMPTY;
    }
    List<byte[]> parts = new ArrayList<>();
    long begin = 0;
    for (int i = 0; i < pieces.length; i++) {
      int length = pieceLength(i);
      int first = (int) Math.max(0, Math.min(length, from - begin));
      int last = (int) Math.max(0, Math.min(length, to - begin));
      if (last > first) {
        parts.add(Arrays.copyOfRange(pieces[i], first, last));
      }
      begin += length;
    }
    return new Payload(parts, parts.get(parts.size() - 1).length);
  }

  /**
   * The bytes as one array.
   *
   * @throws WireException if they are more than an array can hold
   */
  public byte[] toByteArray() {
    if (size > Integer.MAX_VALUE - 8) {
      throw new WireException("a payload of " + size + " bytes does not fit one array");
    }
    byte[] all = new byte[(int) size];
    int at = 0;
    for (int i = 0; i < pieces.length; i++) {
      int length = pieceLength(i);
      System.arraycopy(pieces[i], 0, all, at, length);
      at += length;
    }
    return all;
  }
}
