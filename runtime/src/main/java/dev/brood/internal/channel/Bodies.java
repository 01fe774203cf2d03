package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The bodies of several frames as one, little-endian. Immutable.
 *
 * <pre>
 *  0        4                     4 + 4n
 * +--------+--------+-----+--------+---------+-----+---------+
 * | n      | end 1  |  …  | end n  | body 1  |  …  | body n  |
 * +--------+--------+-----+--------+---------+-----+---------+
 * </pre>
 *
 * <p>Ends count from the beginning of the first body, so the last one is the size of all.
 */
public final class Bodies {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** From 0; of what is read elsewhere, the place in the array is what counts. */
  private final int[] ends;

  private final byte[] bytes;
  private final int origin;

  private Bodies(int[] ends, byte[] bytes, int origin) {
    this.ends = ends;
    this.bytes = bytes;
    this.origin = origin;
  }

  /**
   * Takes over arrays without copying them; nobody may write to them afterwards.
   *
   * @param ends where each body ends, in ascending order
   * @param bytes the bodies, from the first byte on; there may be more bytes behind them
   */
  public static Bodies of(int[] ends, byte[] bytes) {
    return new Bodies(ends, bytes, 0);
  }

  /**
   * Takes bodies apart that were joined.
   *
   * @throws ProtocolException if they were not
   */
  public static Bodies of(Payload joined) throws ProtocolException {
    if (isJoinedHere(joined)) {
      byte[] head = joined.piece(0);
      return new Bodies(ends(head, head.length, joined.pieceLength(1)), joined.piece(1), 0);
    }
    byte[] all = joined.pieceCount() == 1 ? joined.piece(0) : flat(joined);
    int length = (int) joined.size();
    int count = length < Integer.BYTES ? 0 : (int) INT.get(all, 0);
    if (count < 1 || count > length / Integer.BYTES - 1) {
      throw malformed();
    }
    int origin = (count + 1) * Integer.BYTES;
    return new Bodies(ends(all, origin, length - origin), all, origin);
  }

  /** Whether the ends and the bodies are in pieces of their own. */
  private static boolean isJoinedHere(Payload joined) {
    return joined.pieceCount() == 2
        && joined.pieceLength(0) >= 2 * Integer.BYTES
        && joined.pieceLength(0) / Integer.BYTES - 1 == (int) INT.get(joined.piece(0), 0)
        && joined.pieceLength(0) % Integer.BYTES == 0;
  }

  private static int[] ends(byte[] head, int headLength, int size) throws ProtocolException {
    int[] ends = new int[headLength / Integer.BYTES - 1];
    int before = 0;
    for (int i = 0; i < ends.length; i++) {
      ends[i] = (int) INT.get(head, (i + 1) * Integer.BYTES);
      if (ends[i] < before) {
        throw malformed();
      }
      before = ends[i];
    }
    if (before != size) {
      throw malformed();
    }
    return ends;
  }

  private static byte[] flat(Payload joined) throws ProtocolException {
    if (joined.size() > Integer.MAX_VALUE - 8) {
      throw malformed();
    }
    return joined.toByteArray();
  }

  private static ProtocolException malformed() {
    return new ProtocolException("several bodies are not what they should be");
  }

  /** The body of one frame. Its bodies' bytes are not copied. */
  Payload join() {
    byte[] head = new byte[(ends.length + 1) * Integer.BYTES];
    INT.set(head, 0, ends.length);
    for (int i = 0; i < ends.length; i++) {
      INT.set(head, (i + 1) * Integer.BYTES, ends[i]);
    }
    int size = ends[ends.length - 1];
    return origin == 0
        ? new Payload(List.of(head, bytes), size)
        : new Payload(List.of(head, Arrays.copyOfRange(bytes, origin, origin + size)), size);
  }

  /** How many there are; one at least. */
  public int count() {
    return ends.length;
  }

  /** Holds all of them; not to be written to. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where a body begins in {@link #bytes}. */
  public int from(int index) {
    return index == 0 ? origin : origin + ends[index - 1];
  }

  /** Where it ends. */
  public int to(int index) {
    return origin + ends[index];
  }

  /** A copy of one body. */
  public Payload body(int index) {
    int size = to(index) - from(index);
    return new Payload(Arrays.copyOfRange(bytes, from(index), to(index)), size);
  }
}
