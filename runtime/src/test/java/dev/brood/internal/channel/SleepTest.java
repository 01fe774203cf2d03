package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sleeps is woken, by a bell or by whoever has watched, and nobody is woken for nothing. */
class SleepTest {
  private static final int CAPACITY = 1024;
  private static final long FOR_EVER = TimeUnit.HOURS.toNanos(1);

  private final PlayedPeer peer = PlayedPeer.ofCapacity(CAPACITY);
  private final RingChannel channel = peer.channel();

  private static RingChannel.Pair pair(int capacity) {
    RingChannel.Pair pair = RingChannel.Pair.create(capacity);
    pair.pool().sleepAtLeast(FOR_EVER); // so that a bell that is missing is a hang
    pair.worker().sleepAtLeast(FOR_EVER);
    return pair;
  }

  private static Frame frame(long sequence) {
    return Frames.ofSize(sequence, 10);
  }

  private Threads.Running<Boolean> awaiting() {
    channel.sleepAtLeast(FOR_EVER);
    Threads.Running<Boolean> awaiting = Threads.start(channel::await);
    Await.until(() -> (peer.theirs().sleep() & Segment.FOR_BYTES) != 0);
    Await.parked(awaiting.thread());
    return awaiting;
  }

  private static Future<Boolean> flushing(RingChannel channel) {
    return Threads.run(
        () -> {
          channel.flush();
          return true;
        });
  }

  // ---- bells ----

  @Test
  void aReaderThatSleepsIsWokenByBytes() {
    RingChannel.Pair pair = pair(CAPACITY);
    for (int i = 0; i < 20; i++) {
      Threads.Running<List<Frame>> reader = Threads.start(pair.pool()::receive);
      Await.parked(reader.thread());
      pair.worker().send(List.of(frame(i)));
      assertThat(Await.value(reader.result())).hasSize(1);
    }
  }

  @Test
  void aWriterThatSleepsIsWokenByRoom() throws ProtocolException {
    RingChannel.Pair pair = pair(CAPACITY);
    pair.pool().send(List.of(Frames.ofSize(1, 20 * CAPACITY)));
    Threads.Running<Boolean> writer =
        Threads.start(
            () -> {
              pair.pool().flush();
              return true;
            });
    Await.parked(writer.thread());
    assertThat(ChannelContract.receive(pair.worker(), 1)).hasSize(1);
    assertThat(Await.value(writer.result())).isTrue();
  }

  @Test
  void aReaderThatSleepsIsWokenByRoomIfThereIsMoreToBeSent() throws ProtocolException {
    RingChannel.Pair pair = pair(CAPACITY);
    Threads.Running<List<Frame>> reader = Threads.start(pair.pool()::receive);
    Await.parked(reader.thread());
    pair.pool().send(List.of(Frames.ofSize(1, 20 * CAPACITY)));
    assertThat(ChannelContract.receive(pair.worker(), 1)).hasSize(1);
    pair.worker().send(List.of(frame(2)));
    assertThat(Await.value(reader.result())).hasSize(1);
  }

  @Test
  void theBellIsRungOnceForEachSleep() throws ProtocolException {
    channel.send(List.of(frame(0)));
    assertThat(peer.bells()).as("it is awake").isZero();
    peer.saySleep(1 << 2 | Segment.FOR_BYTES);
    channel.send(List.of(frame(1)));
    channel.send(List.of(frame(2)));
    assertThat(peer.bells()).isEqualTo(1);
    peer.saySleep(2 << 2 | Segment.FOR_ROOM);
    channel.send(List.of(frame(3)));
    assertThat(peer.bells()).as("not for bytes").isEqualTo(1);
    peer.send(frame(4));
    assertThat(channel.poll()).hasSize(1);
    assertThat(peer.bells()).isEqualTo(2);
    peer.send(frame(5));
    assertThat(channel.poll()).hasSize(1);
    assertThat(peer.bells()).as("once").isEqualTo(2);
    peer.saySleep(3 << 2 | Segment.FOR_BYTES);
    peer.send(frame(6));
    assertThat(channel.poll()).hasSize(1);
    assertThat(peer.bells()).as("not for room").isEqualTo(2);
    channel.send(List.of());
    assertThat(peer.bells()).as("for nothing").isEqualTo(2);
    channel.endSending();
    assertThat(peer.bells()).as("the end").isEqualTo(3);
  }

  @Test
  void eachSleepHasItsOwnNumber() throws ProtocolException {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Threads.Running<Boolean> awaiting = awaiting();
      numbers.add(peer.theirs().sleep() >> 2);
      peer.send(frame(i));
      channel.rung();
      assertThat(Await.value(awaiting.result())).isTrue();
      assertThat(peer.theirs().sleep()).isZero();
      assertThat(channel.poll()).hasSize(1);
    }
    assertThat(numbers).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20 * CAPACITY})
  void aBellThatGetsLostCostsTimeOnly(int size) {
    Segment request = Segment.create(ByteBuffer.allocateDirect(Segment.size(CAPACITY)));
    Segment reply = Segment.create(ByteBuffer.allocateDirect(Segment.size(CAPACITY)));
    RingChannel pool = new RingChannel(request, reply, reply.claims(), () -> {}, () -> {});
    RingChannel worker = new RingChannel(reply, request, reply.claims(), () -> {}, () -> {});
    Threads.Running<List<Frame>> reader = Threads.start(worker::receive);
    Await.parked(reader.thread());
    pool.send(List.of(Frames.ofSize(1, size)));
    assertThat(Await.value(flushing(pool))).isTrue();
    assertThat(Await.value(reader.result())).hasSize(1);
  }

  @Test
  void whoeverIsRungForNothingSleepsOn() throws ProtocolException {
    Threads.Running<Boolean> awaiting = awaiting();
    long sleep = peer.theirs().sleep();
    channel.rung();
    Await.until(() -> peer.theirs().sleep() != sleep); // another sleep, with another number
    Await.parked(awaiting.thread());
    peer.send(frame(1));
    channel.rung();
    assertThat(Await.value(awaiting.result())).isTrue();
  }

  // ---- watchers ----

  @Test
  void asLongAsSomebodyWatchesWhoeverAwaitsIsLeftAlone() throws ProtocolException {
    Threads.Running<Boolean> awaiting = awaiting();
    channel.watch();
    assertThat(peer.theirs().sleep()).as("nobody need be woken").isZero();
    peer.send(frame(1));
    channel.rung();
    assertThat(channel.hasArrived()).isTrue();
    assertThat(channel.poll()).hasSize(1);
    assertThat(channel.hasArrived()).isFalse();
    channel.unwatch();
    Await.parked(awaiting.thread());
    assertThat(peer.theirs().sleep() & Segment.FOR_BYTES).as("now it must be woken").isNotZero();
    assertThat(awaiting.result()).isNotDone();
    peer.send(frame(2));
    channel.rung();
    assertThat(Await.value(awaiting.result())).isTrue();
  }

  @Test
  void theLastOneWhoWatchesHandsOver() throws ProtocolException {
    Threads.Running<Boolean> awaiting = awaiting();
    channel.watch();
    channel.watch();
    peer.send(frame(1));
    channel.unwatch();
    assertThat(awaiting.result()).isNotDone();
    assertThat(peer.theirs().sleep()).isZero();
    channel.unwatch();
    assertThat(Await.value(awaiting.result())).isTrue();
    assertThat(channel.poll()).hasSize(1);
  }

  @Test
  void whoeverBeginsToAwaitWhileOthersWatchIsHandedOverToAsWell() throws ProtocolException {
    channel.sleepAtLeast(FOR_EVER);
    channel.watch();
    peer.send(frame(1));
    Threads.Running<Boolean> awaiting = Threads.start(channel::await);
    Await.parked(awaiting.thread());
    channel.unwatch();
    assertThat(Await.value(awaiting.result())).isTrue();
  }

  @Test
  void whatWaitsForRoomIsSentByWhoeverWatches() throws ProtocolException {
    Threads.Running<Boolean> awaiting = awaiting();
    channel.watch();
    channel.send(List.of(Frames.ofSize(1, 2 * CAPACITY)));
    assertThat(channel.hasArrived()).isFalse();
    peer.reader().look();
    peer.reader().skip(CAPACITY);
    peer.reader().publish();
    assertThat(channel.hasArrived()).isTrue();
    assertThat(channel.poll()).isEmpty();
    assertThat(peer.theirs().written()).isEqualTo(2 * CAPACITY);
    channel.unwatch();
    channel.wakeUp();
    assertThat(Await.value(awaiting.result())).as("by that, or as it saw room").isNotNull();
  }

  @Test
  void whoeverIsWokenUpDoesNotWaitForThoseWhoWatch() {
    Threads.Running<Boolean> awaiting = awaiting();
    channel.watch();
    channel.wakeUp();
    assertThat(Await.value(awaiting.result())).isFalse();
    channel.unwatch();
  }

  @Test
  void theEndOfTheOtherSideIsSeenByAll() throws ProtocolException {
    Threads.Running<Boolean> awaiting = awaiting();
    channel.watch();
    peer.send(frame(1));
    channel.peerGone();
    assertThat(Await.value(awaiting.result())).isTrue();
    assertThat(channel.hasArrived()).isTrue();
    assertThat(channel.poll()).hasSize(1);
    assertThat(channel.isEnded()).isTrue();
    channel.unwatch();
  }

  @Test
  void closingDoesNotWaitForThoseWhoWatch() {
    Threads.Running<Boolean> awaiting = awaiting();
    channel.watch();
    channel.watch();
    Future<Boolean> closed =
        Threads.run(
            () -> {
              channel.close();
              channel.close();
              return true;
            });
    assertThat(Await.value(closed)).isTrue();
    assertThat(Await.value(awaiting.result())).isTrue();
    assertThat(channel.hasArrived()).isFalse();
    channel.unwatch();
    assertThat(peer.releases()).as("one of them may still look").isZero();
    channel.unwatch();
    assertThat(peer.releases()).isEqualTo(1);
    channel.watch();
    assertThat(channel.hasArrived()).isFalse();
    channel.unwatch();
    channel.close();
    assertThat(peer.releases()).isEqualTo(1);
  }

  // ---- all at once ----

  private static final int FRAMES = 50_000;

  /** Takes turns with others at receiving, as the collector and the callers of a worker do. */
  private static final class Owners {
    private final RingChannel channel;
    private final ReentrantLock reading = new ReentrantLock();
    private final List<Long> received = new ArrayList<>();
    private volatile boolean over;

    Owners(RingChannel channel) {
      this.channel = channel;
    }

    private void poll() throws ProtocolException {
      Frames.apart(channel.poll()).forEach(frame -> received.add(frame.sequence()));
      over |= channel.isEnded();
    }

    boolean collect() throws ProtocolException {
      while (!over) {
        channel.await();
        reading.lock();
        try {
          poll();
        } finally {
          reading.unlock();
        }
      }
      return true;
    }

    boolean watch(Random random) throws ProtocolException {
      while (!over) {
        channel.watch();
        for (int i = random.nextInt(200); i > 0 && !over; i--) {
          if (channel.hasArrived() && reading.tryLock()) {
            try {
              poll();
            } finally {
              reading.unlock();
            }
          }
        }
        channel.unwatch();
        for (int i = random.nextInt(3); i > 0; i--) {
          Thread.yield();
        }
      }
      channel.wakeUp();
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noFrameIsLostOrDoubledHoweverManyWatch(long seed) {
    RingChannel.Pair pair = pair(4 * CAPACITY);
    Owners owners = new Owners(pair.pool());
    List<Future<Boolean>> threads = new ArrayList<>();
    threads.add(Threads.run(owners::collect));
    for (int i = 0; i < 3; i++) {
      Random random = new Random(10 * seed + i);
      threads.add(Threads.run(() -> owners.watch(random)));
    }
    Random random = new Random(seed);
    Future<Boolean> sender =
        Threads.run(
            () -> {
              for (int i = 0; i < FRAMES; ) {
                List<Frame> some = new ArrayList<>();
                for (int n = 1 + random.nextInt(20); n > 0 && i < FRAMES; n--) {
                  some.add(Frames.ofSize(i++, random.nextInt(50)));
                }
                pair.worker().send(some);
                pair.worker().flush();
                if (random.nextInt(20) == 0) {
                  Thread.yield();
                }
              }
              pair.worker().endSending();
              return true;
            });
    assertThat(Await.value(sender)).isTrue();
    threads.forEach(thread -> assertThat(Await.value(thread)).isTrue());
    assertThat(owners.received).isEqualTo(LongStream.range(0, FRAMES).boxed().toList());
  }
}
