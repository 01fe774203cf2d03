package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import dev.brood.wire.PieceStock;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A channel through memory that both sides see: a ring each way.
 *
 * <p>Senders put what there is room for into the ring at once, under {@link #sending}. What is left
 * over stays in the encoder; the owner, which also waits for room then, goes on with it. The
 * receiving half belongs to the owner and needs no lock.
 *
 * <p><b>Waking.</b> Whoever sleeps says so in its segment and then looks once more; whoever has
 * published something, bytes or room, then looks whether the other side sleeps, and rings. With a
 * full fence between the two steps on either side, at least one of them sees the other:
 *
 * <pre>
 *   sleeper              publisher
 *   sleep := n           written := p
 *   ── fence ──          ── fence ──
 *   look at written      look at sleep: ring, once for each n
 * </pre>
 *
 * <p>Before it sleeps, a thread looks at the ring for a while, first without letting go of its
 * processor, then by yielding: to be woken takes much longer than most calls. A bell that gets lost
 * costs time only, since nobody sleeps without a bound.
 */
public final class RingChannel implements Channel {
  /** So often the owner looks before it does something else, however fast the other side writes. */
  private static final int LOOKS = 64;

  private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONGEST_SLEEP_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Segment own;
  private final Segment peer;
  private final Claims claims;
  private final Bell bell;
  private final Runnable release;

  // ---- sending ----

  private final ReentrantLock sending = new ReentrantLock();
  private final FrameEncoder encoder = new FrameEncoder();
  private final RingWriter writer;

  /**
   * Nothing can be sent any more, because the other side has ended or this side has said so.
   * Changed under the lock only.
   */
  private volatile boolean broken;

  /** Something waits in the encoder for room; how far the other side had read then. */
  private volatile boolean behind;

  private volatile long readThen;

  /** Whether the other side is to know that there is a crowd, and whether it has been told so. */
  private volatile boolean crowded;

  private boolean toldCrowded;

  // ---- receiving ----

  private final PieceStock stock = new PieceStock();
  private final FrameDecoder decoder;
  private final RingReader reader;
  private boolean ended;

  // ---- waiting ----

  /** How many threads watch. */
  private final AtomicInteger watchers = new AtomicInteger();

  /** The thread that sleeps, or is about to. */
  private volatile @Nullable Thread sleeper;

  private final AtomicLong sleeps = new AtomicLong();
  private volatile long shortestSleepNanos = SHORTEST_SLEEP_NANOS;

  /** The last sleep of the other side for which the bell was rung. */
  private final AtomicLong rung = new AtomicLong();

  /** The owner's next wait for frames is to end at once. */
  private final AtomicBoolean woken = new AtomicBoolean();

  private volatile boolean gone;
  private volatile boolean closed;
  private final AtomicBoolean released = new AtomicBoolean();

  /** The other side has said what cannot be. */
  private volatile @Nullable ProtocolException fault;

  /**
   * An end of a channel.
   *
   * @param own the segment that this side writes
   * @param peer the one that the other side writes
   * @param claims in the segment of the worker
   * @param bell wakes the other side
   * @param release called once, when nothing of this end looks at the segments any more
   */
  RingChannel(Segment own, Segment peer, Claims claims, Bell bell, Runnable release) {
    this(own, peer, claims, bell, release, Long.MAX_VALUE);
  }

  /**
   * An end of a channel that is read with suspicion.
   *
   * @param longest the most bytes that a frame of the other side's may have
   */
  RingChannel(Segment own, Segment peer, Claims claims, Bell bell, Runnable release, long longest) {
    this.decoder = new FrameDecoder(stock, longest);
    this.own = own;
    this.peer = peer;
    this.claims = claims;
    this.bell = bell;
    this.release = release;
    this.writer = new RingWriter(own, peer);
    this.reader = new RingReader(own, peer);
  }

  /**
   * The two ends of a channel inside one JVM.
   *
   * @param pool the pool's end
   * @param worker the end of a worker that is a thread
   */
  public record Pair(RingChannel pool, RingChannel worker) {

    /** Creates a channel. */
    public static Pair create() {
      return create(SharedFiles.CAPACITY);
    }

    static Pair create(int capacity) {
      Segment request = Segment.create(ByteBuffer.allocateDirect(Segment.size(capacity)));
      Segment reply = Segment.create(ByteBuffer.allocateDirect(Segment.size(capacity)));
      RingChannel[] ends = new RingChannel[2];
      ends[0] = new RingChannel(request, reply, reply.claims(), () -> ends[1].rung(), () -> {});
      ends[1] = new RingChannel(reply, request, reply.claims(), () -> ends[0].rung(), () -> {});
      return new Pair(ends[0], ends[1]);
    }
  }

  /** Has tests wait so long for a bell that they notice if one is missing. */
  void sleepAtLeast(long nanos) {
    shortestSleepNanos = nanos;
  }

  /** The other side has rung its bell. Any thread may call this. */
  public void rung() {
    LockSupport.unpark(sleeper);
  }

  /** The other side is gone, however it ended. Any thread may call this. */
  public void peerGone() {
    gone = true;
    LockSupport.unpark(sleeper);
  }

  @Override
  public void setCrowded(boolean isCrowded) {
    crowded = isCrowded;
  }

  @Override
  public void say(LastWord word) {
    own.publishLastWord(word);
  }

  @Override
  public LastWord lastWord() {
    return closed ? LastWord.NONE : peer.lastWord();
  }

  @Override
  public PieceStock stock() {
    return stock;
  }

  @Override
  public Claims claims() {
    return claims;
  }

  // ---- sending ----

  @Override
  public void send(List<Frame> frames) {
    boolean ring;
    sending.lock();
    try {
      if (broken) {
        return;
      }
      boolean empty = encoder.isEmpty();
      encoder.add(frames);
      ring = empty && pump();
    } finally {
      sending.unlock();
    }
    sent(ring);
  }

  @Override
  public long backlog() {
    sending.lock();
    try {
      return encoder.bytes();
    } finally {
      sending.unlock();
    }
  }

  @Override
  public boolean sendOutcome(long sequence, Payload envelope) {
    boolean ring;
    sending.lock();
    try {
      if (broken) {
        return false;
      }
      boolean empty = encoder.isEmpty();
      if (!empty || isGoneOrClosed() || !putWhole(sequence, envelope)) {
        encoder.add(List.of(Frame.outcome(sequence, envelope.copy())));
        ring = empty && pump();
      } else {
        ring = writer.publish() && mustRing(Segment.FOR_BYTES);
      }
    } finally {
      sending.unlock();
    }
    sent(ring);
    return !behind && !broken;
  }

  /** Ends every sending, without the lock. */
  private void sent(boolean ring) {
    if (behind || fault != null) {
      LockSupport.unpark(sleeper); // to sleep for room too, or to tell
    }
    if (ring) {
      bell.ring();
    }
  }

  private boolean putWhole(long sequence, Payload envelope) {
    try {
      return encoder.putWhole(Frame.Kind.OUTCOME, sequence, envelope, writer);
    } catch (ProtocolException e) {
      fault = e;
      return false;
    }
  }

  /**
   * Puts as much into the ring as there is room for. Called with the lock held.
   *
   * @return whether the other side is to be woken
   */
  private boolean pump() {
    if (broken || fault != null || isGoneOrClosed()) {
      stopSending();
      return false;
    }
    try {
      long read = peer.read();
      if (encoder.encode(writer)) {
        behind = false;
      } else {
        readThen = read;
        behind = true;
      }
    } catch (ProtocolException e) {
      fault = e;
      stopSending();
    }
    if (crowded != toldCrowded) {
      toldCrowded = crowded;
      own.publishCrowded(toldCrowded);
    }
    return writer.publish() && mustRing(Segment.FOR_BYTES);
  }

  /** Called with the lock held. */
  private void stopSending() {
    broken = true;
    encoder.clear();
    behind = false;
  }

  /** Whether the other side will not read any more. */
  private boolean isGoneOrClosed() {
    return gone || peer.state() == Segment.CLOSED;
  }

  /** Whether more of what waits in the encoder may fit now. */
  private boolean hasMoreRoom() {
    return behind && peer.read() != readThen;
  }

  /** Whether there is somebody to be woken, now that something has been published. */
  private boolean mustRing(int reason) {
    VarHandle.fullFence();
    long sleep = peer.sleep();
    if ((sleep & reason) == 0) {
      return false;
    }
    long last = rung.get();
    return last != sleep && rung.compareAndSet(last, sleep);
  }

  private void pumpForOwner() {
    boolean ring;
    sending.lock();
    try {
      ring = pump();
    } finally {
      sending.unlock();
    }
    if (ring) {
      bell.ring();
    }
  }

  @Override
  public void flush() throws IOException {
    boolean interrupted = false;
    while (behind) {
      pumpForOwner();
      if (behind) {
        awaitChange(false);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (broken || isGoneOrClosed()) {
      throw new IOException("the other side has ended");
    }
  }

  // ---- receiving ----

  @Override
  public List<Frame> receive() throws ProtocolException {
    boolean interrupted = false;
    try {
      while (true) {
        List<Frame> whole = poll();
        if (!whole.isEmpty() || ended || woken.getAndSet(false)) {
          return whole;
        }
        awaitChange(true);
        interrupted |= Thread.interrupted(); // or no sleep would last
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public List<Frame> poll() throws ProtocolException {
    ProtocolException before = fault;
    if (before != null) {
      throw before;
    }
    List<Frame> whole = new ArrayList<>();
    if (!closed) {
      boolean last = isOver(); // before it is looked what is there
      try {
        take(whole);
      } catch (ProtocolException e) {
        fault = e;
        if (whole.isEmpty()) {
          throw e;
        }
        return whole; // was sound; what came behind it is told next time
      }
      ended = last && !reader.hasBytes();
      if (behind) {
        pumpForOwner();
      }
    }
    ended |= closed;
    return whole;
  }

  private void take(List<Frame> whole) throws ProtocolException {
    boolean freed = false;
    try {
      for (int i = 0; i < LOOKS && reader.hasBytes() && reader.look(); i++) {
        decoder.decode(reader, whole);
        freed |= reader.publish();
      }
    } finally {
      decoder.flush(whole);
    }
    if (freed && mustRing(Segment.FOR_ROOM)) {
      bell.ring();
    }
  }

  /** Whether the other side will not write any more. */
  private boolean isOver() {
    return gone || peer.state() != Segment.OPEN;
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  // ---- waiting ----

  @Override
  public boolean await() {
    awaitChange(true);
    return !woken.getAndSet(false) && !Thread.currentThread().isInterrupted();
  }

  @Override
  public boolean hasArrived() {
    return !closed && (reader.hasBytes() || isOver() || fault != null || hasMoreRoom());
  }

  @Override
  public void watch() {
    if (watchers.getAndIncrement() == 0 && sleeper != null && !closed) {
      own.publishSleep(0);
    }
  }

  @Override
  public void unwatch() {
    if (watchers.decrementAndGet() > 0) {
      return;
    }
    releaseIfUnused();
    if (sleeper != null) {
      sending.lock(); // against the release of the memory
      try {
        if (!closed) {
          publishSleep(true);
          if (hasArrived()) {
            LockSupport.unpark(sleeper);
          }
        }
      } finally {
        sending.unlock();
      }
    }
  }

  /**
   * Waits until something has changed.
   *
   * @param forBytes whether that may be the arrival of something, or only room
   */
  private void awaitChange(boolean forBytes) {
    if (watchers.get() == 0 && hasChangedSoon(forBytes)) {
      return;
    }
    sleeper = Thread.currentThread();
    try {
      long nanos = shortestSleepNanos;
      while (true) {
        boolean alone = watchers.get() == 0;
        if (alone && !closed) {
          publishSleep(forBytes);
        }
        if (isReasonToWake(forBytes, alone)) {
          return;
        }
        LockSupport.parkNanos(this, nanos);
        nanos = Math.max(nanos, Math.min(LONGEST_SLEEP_NANOS, nanos * 2));
        if (isReasonToWake(forBytes, watchers.get() == 0)
            || Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    } finally {
      sleeper = null;
      if (!closed) {
        own.publishSleep(0);
      }
    }
  }

  private boolean hasChangedSoon(boolean forBytes) {
    Patience patience = new Patience(isTooCrowded());
    do {
      if (isReasonToWake(forBytes, true)) {
        return true;
      }
    } while (patience.lasts());
    return false;
  }

  /** Whether the other side has said so. */
  boolean isTooCrowded() {
    return !closed && peer.isCrowded();
  }

  /**
   * Whether a thread that waits is to go on.
   *
   * @param alone whether nobody else looks for what arrives
   */
  private boolean isReasonToWake(boolean forBytes, boolean alone) {
    if (closed || fault != null || hasMoreRoom()) {
      return true;
    }
    return forBytes
        ? woken.get() || isOver() || (alone && reader.hasBytes())
        : !behind || isGoneOrClosed();
  }

  private void publishSleep(boolean forBytes) {
    int reasons = (forBytes ? Segment.FOR_BYTES : 0) | (behind ? Segment.FOR_ROOM : 0);
    own.publishSleep(sleeps.incrementAndGet() << 2 | reasons);
    VarHandle.fullFence(); // what is looked at from here on is looked at with acquire mode only
  }

  @Override
  public void wakeUp() {
    woken.set(true);
    LockSupport.unpark(sleeper);
  }

  // ---- the end ----

  @Override
  public void endSending() {
    end(Segment.ENDED);
  }

  @Override
  public void close() {
    end(Segment.CLOSED);
    LockSupport.unpark(sleeper);
    releaseIfUnused();
  }

  /** After the end, whoever is the last to look at the memory gives it back. */
  private void releaseIfUnused() {
    if (closed && watchers.get() == 0 && released.compareAndSet(false, true)) {
      release.run();
    }
  }

  private void end(int state) {
    boolean ring = false;
    sending.lock();
    try {
      if (!closed) {
        stopSending();
        own.publishState(Math.max(state, own.state()));
        ring = mustRing(Segment.FOR_BYTES | Segment.FOR_ROOM);
      }
      closed |= state == Segment.CLOSED;
    } finally {
      sending.unlock();
    }
    if (ring) {
      bell.ring();
    }
  }
}
