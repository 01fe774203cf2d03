package dev.brood.internal.channel;

import java.nio.ByteBuffer;

/** Both ends of one ring, and the segments that they share. */
record RingPair(Segment sender, Segment receiver, RingWriter writer, RingReader reader) {
  static RingPair ofCapacity(int capacity) {
    Segment sender = Segment.create(ByteBuffer.allocateDirect(Segment.size(capacity)));
    Segment receiver = Segment.create(ByteBuffer.allocateDirect(Segment.size(capacity)));
    return new RingPair(
        sender, receiver, new RingWriter(sender, receiver), new RingReader(receiver, sender));
  }
}
