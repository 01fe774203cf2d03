package dev.brood.internal.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory that one side of a channel writes and the other side reads: the words by which it tells
 * how far it is, and the ring of what it sends. Each side has one of its own and sees the other's.
 *
 * <pre>
 *      0  capacity of the ring, in bytes: a power of two
 *    128  written   how many bytes have been put into this ring, ever
 *    256  read      how many bytes have been taken out of the other side's ring, ever
 *    384  sleep     0: awake. Otherwise the number of this sleep, times 4, and what it ends by:
 *                   1: bytes in the other side's ring, 2: room in this one, 3: either
 *    512  state     0: open, 1: nothing more is sent, 2: nothing is read any more either
 *    640  crowded   0: whoever waits for this side may spin, otherwise it yields at once
 *    768  last word of a worker, see {@link LastWord}
 *   1024  claims    4,096 words of 8 bytes, see {@link Claims}; used in the worker's segment only
 *  33792  the ring
 * </pre>
 *
 * <p>Each word stands on 128 bytes of its own, so that two processors that write different words do
 * not contend. Numbers are of 64 bits and never wrap; the place of a byte in the ring is its number
 * modulo the capacity.
 */
final class Segment {
  static final int FOR_BYTES = 1;
  static final int FOR_ROOM = 2;

  static final int OPEN = 0;
  static final int ENDED = 1;
  static final int CLOSED = 2;

  private static final int CAPACITY = 0;
  private static final int WRITTEN = 128;
  private static final int READ = 256;
  private static final int SLEEP = 384;
  private static final int STATE = 512;
  private static final int CROWDED = 640;
  private static final int LAST_WORD = 768;
  private static final int CLAIMS = 1024;
  private static final int RING = CLAIMS + Claims.SIZE;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer words;
  private final ByteBuffer ring;
  private final ByteBuffer claims;

  private Segment(ByteBuffer memory, int capacity) {
    words = memory.slice(0, CLAIMS);
    claims = memory.slice(CLAIMS, Claims.SIZE);
    ring = memory.slice(RING, capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many bytes of memory a segment takes whose ring has that capacity. */
  static int size(int capacity) {
    return RING + capacity;
  }

  /**
   * Prepares memory that holds nothing but zeros, on the side that writes it.
   *
   * @param memory outside the heap, its size that of a segment
   */
  static Segment create(ByteBuffer memory) {
    Segment segment = of(memory);
    LONG.setVolatile(segment.words, CAPACITY, (long) segment.capacity());
    return segment;
  }

  /**
   * Sees the memory of the other side, which may not have prepared it yet.
   *
   * @param memory outside the heap, its size that of a segment
   */
  static Segment of(ByteBuffer memory) {
    int capacity = memory.capacity() - RING;
    if (capacity < 64 || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("a ring cannot hold " + capacity + " bytes");
    }
    return new Segment(memory, capacity);
  }

  ByteBuffer ring() {
    return ring;
  }

  int capacity() {
    return ring.capacity();
  }

  Claims claims() {
    return new Claims(claims);
  }

  // ---- words ----

  long written() {
    return (long) LONG.getAcquire(words, WRITTEN);
  }

  /** Whatever was put into the ring before this is seen by who sees this. */
  void publishWritten(long position) {
    LONG.setRelease(words, WRITTEN, position);
  }

  long read() {
    return (long) LONG.getAcquire(words, READ);
  }

  void publishRead(long position) {
    LONG.setRelease(words, READ, position);
  }

  long sleep() {
    return (long) LONG.getVolatile(words, SLEEP);
  }

  void publishSleep(long sleep) {
    LONG.setVolatile(words, SLEEP, sleep);
  }

  long state() {
    return (long) LONG.getAcquire(words, STATE);
  }

  void publishState(long state) {
    LONG.setRelease(words, STATE, state);
  }

  LastWord lastWord() {
    return LastWord.of((long) LONG.getAcquire(words, LAST_WORD));
  }

  void publishLastWord(LastWord word) {
    LONG.setRelease(words, LAST_WORD, word.code());
  }

  boolean isCrowded() {
    return (long) LONG.getOpaque(words, CROWDED) != 0;
  }

  void publishCrowded(boolean crowded) {
    LONG.setOpaque(words, CROWDED, crowded ? 1L : 0L);
  }
}
