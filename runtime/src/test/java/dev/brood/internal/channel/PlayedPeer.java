package dev.brood.internal.channel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The other side of a channel, played by a test: it writes whatever words it likes. */
public final class PlayedPeer {
  private final Segment theirs;
  private final Segment mine;
  private final RingChannel channel;
  private final RingWriter writer;
  private final RingReader reader;
  private final AtomicInteger bells = new AtomicInteger();
  private final AtomicInteger releases = new AtomicInteger();

  private PlayedPeer(int capacity, Bell bell) {
    theirs = Segment.create(ByteBuffer.allocateDirect(Segment.size(capacity)));
    mine = Segment.create(ByteBuffer.allocateDirect(Segment.size(capacity)));
    writer = new RingWriter(mine, theirs);
    reader = new RingReader(mine, theirs);
    channel =
        new RingChannel(
            theirs,
            mine,
            mine.claims(),
            () -> {
              bells.incrementAndGet();
              bell.ring();
            },
            releases::incrementAndGet);
  }

  /** A channel with rings of that capacity. */
  public static PlayedPeer ofCapacity(int capacity) {
    return ofCapacity(capacity, () -> {});
  }

  /** The same, and what rings for this side is up to the test as well. */
  public static PlayedPeer ofCapacity(int capacity, Bell bell) {
    return new PlayedPeer(capacity, bell);
  }

  /** The end that is tested. */
  public RingChannel channel() {
    return channel;
  }

  /** The segment that this side writes. */
  Segment mine() {
    return mine;
  }

  /** The segment that the tested side writes. */
  Segment theirs() {
    return theirs;
  }

  RingWriter writer() {
    return writer;
  }

  RingReader reader() {
    return reader;
  }

  /** How often the tested side has rung. */
  public int bells() {
    return bells.get();
  }

  int releases() {
    return releases.get();
  }

  /** Writes frames, for which there is room, as an honest peer does, but does not ring. */
  public void send(Frame... frames) throws ProtocolException {
    FrameEncoder encoder = new FrameEncoder();
    encoder.add(List.of(frames));
    if (!encoder.encode(writer)) {
      throw new IllegalArgumentException("no room for that");
    }
    writer.publish();
  }

  /** Says how far the ring is written. */
  public void sayWritten(long position) {
    mine.publishWritten(position);
    channel.rung();
  }

  /** Says how far the other ring is read. */
  public void sayRead(long position) {
    mine.publishRead(position);
    channel.rung();
  }

  /** Says whether the conversation goes on. */
  public void sayState(long state) {
    mine.publishState(state);
    channel.rung();
  }

  /** Says that it sleeps. */
  public void saySleep(long sleep) {
    mine.publishSleep(sleep);
  }
}
