package dev.brood.internal.channel;

import java.nio.ByteBuffer;

/** What both ends of a ring have: where they are in it. Not thread-safe. */
abstract class RingEnd {
  /** Below this many bytes a plain loop is faster than setting up a copy. */
  static final int BULK = 24;

  final Segment own;
  final Segment peer;
  final ByteBuffer ring;
  final int capacity;
  final int mask;

  /** How many bytes have gone by, ever. */
  long position;

  /** How many of them the other side knows of. */
  long published;

  /**
   * Begins at the beginning.
   *
   * @param own the segment where the progress is noted
   * @param peer that of the other side
   * @param sender the one of them whose ring it is
   */
  RingEnd(Segment own, Segment peer, Segment sender) {
    this.own = own;
    this.peer = peer;
    this.ring = sender.ring();
    this.capacity = sender.capacity();
    this.mask = capacity - 1;
  }

  /** The place of the next byte in the ring. */
  final int at() {
    return (int) position & mask;
  }

  /** How many bytes are missing up to the next multiple of 8. */
  final int padding() {
    return (int) -position & 7;
  }

  /** Leaves bytes out. */
  final void skip(int count) {
    position += count;
  }

  /** Has the other side know how far this one is; tells whether that was anything new. */
  final boolean publish() {
    if (published == position) {
      return false;
    }
    published = position;
    tell(position);
    return true;
  }

  /** Notes the progress. */
  abstract void tell(long position);
}
