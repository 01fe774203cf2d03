package dev.brood.internal.channel;

/**
 * The end of a ring where bytes are put in. What has been put is seen by the other side when it is
 * published. Not thread-safe.
 */
final class RingWriter extends RingEnd {
  /** Up to where there is room, as far as is known. */
  private long limit;

  /**
   * Begins at the beginning.
   *
   * @param own the segment whose ring it is
   * @param peer that of the side which reads
   */
  RingWriter(Segment own, Segment peer) {
    super(own, peer, own);
    this.limit = capacity;
  }

  /**
   * Whether there is room for so many bytes.
   *
   * @throws ProtocolException if the other side says that it has read what was never written
   */
  boolean hasRoom(int bytes) throws ProtocolException {
    return limit - position >= bytes || (look() && limit - position >= bytes);
  }

  /** How much room there is; at least as much as was asked for last. */
  int room() throws ProtocolException {
    if (limit == position) {
      look();
    }
    return (int) (limit - position);
  }

  private boolean look() throws ProtocolException {
    long read = peer.read();
    if (read < limit - capacity || read > published) {
      throw new ProtocolException("the ring is said to be read up to " + read);
    }
    boolean more = read + capacity > limit;
    limit = read + capacity;
    return more;
  }

  /** Puts 8 bytes, for which there is room, at a position that is a multiple of 8. */
  void putLong(long value) {
    ring.putLong(at(), value);
    position += Long.BYTES;
  }

  /** Puts bytes for which there is room. */
  void put(byte[] from, int offset, int count) {
    int at = at();
    if (count < BULK) {
      for (int i = 0; i < count; i++) {
        ring.put((at + i) & mask, from[offset + i]);
      }
    } else {
      int straight = Math.min(count, capacity - at);
      ring.put(at, from, offset, straight);
      ring.put(0, from, offset + straight, count - straight);
    }
    position += count;
  }

  /** What was put is seen by the other side from here on. */
  @Override
  void tell(long position) {
    own.publishWritten(position);
  }
}
