package dev.brood.internal.channel;

/**
 * The end of a ring where bytes are taken out. Their room is free again when that is published.
 * Nothing that the other side has written is trusted before it has been copied. Not thread-safe,
 * but for {@link #hasBytes}.
 */
final class RingReader extends RingEnd {
  /** Up to where there are bytes, as far as is known. */
  private long limit;

  /** What {@link #hasBytes} compares with; other threads may see it late. */
  private volatile long seen;

  /**
   * Begins at the beginning.
   *
   * @param own the segment where the progress is noted
   * @param peer the one whose ring it is
   */
  RingReader(Segment own, Segment peer) {
    super(own, peer, peer);
  }

  /** Whether there are bytes that were not there at the last {@link #look}. For every thread. */
  boolean hasBytes() {
    return peer.written() != seen;
  }

  /**
   * Looks how far the other side has got.
   *
   * @return whether there is anything to be taken
   * @throws ProtocolException if it says that it has written what there was no room for
   */
  boolean look() throws ProtocolException {
    long written = peer.written();
    if (written < limit || written - published > capacity) {
      throw new ProtocolException("the ring is said to be written up to " + written);
    }
    if (written != limit) {
      limit = written;
      seen = written;
    }
    return position != limit;
  }

  /** How many bytes there were to be taken at the last look. */
  int available() {
    return (int) (limit - position);
  }

  /** Takes 8 bytes, which are there, at a position that is a multiple of 8. */
  long getLong() {
    long value = ring.getLong(at());
    position += Long.BYTES;
    return value;
  }

  /** Looks at 8 bytes further ahead, which are there, at a position that is a multiple of 8. */
  long peekLong(int ahead) {
    return ring.getLong((at() + ahead) & mask);
  }

  /** Takes bytes that are there. */
  void get(byte[] to, int offset, int count) {
    int at = at();
    if (count < BULK) {
      for (int i = 0; i < count; i++) {
        to[offset + i] = ring.get((at + i) & mask);
      }
    } else {
      int straight = Math.min(count, capacity - at);
      ring.get(at, to, offset, straight);
      ring.get(0, to, offset + straight, count - straight);
    }
    position += count;
  }

  /** The room of what was taken is free from here on. */
  @Override
  void tell(long position) {
    own.publishRead(position);
  }
}
