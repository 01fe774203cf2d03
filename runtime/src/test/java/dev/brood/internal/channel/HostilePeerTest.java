package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import dev.brood.wire.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the other side writes, nobody hangs, and nothing is taken for a frame that is none. */
class HostilePeerTest {
  private static final int CAPACITY = 1024;

  private final PlayedPeer peer = PlayedPeer.ofCapacity(CAPACITY);
  private final RingChannel channel = peer.channel();

  @AfterEach
  void close() {
    channel.close();
    assertThat(peer.releases()).isEqualTo(1);
  }

  private void expectRefusal() {
    for (int i = 0; i < 2; i++) {
      assertThat(channel.hasArrived()).isTrue();
      assertThatThrownBy(channel::receive).isInstanceOf(ProtocolException.class);
      assertThatThrownBy(channel::poll).isInstanceOf(ProtocolException.class);
    }
  }

  // ---- positions ----

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, CAPACITY + 1, 1L << 32})
  void whoCannotHaveWrittenSoMuchIsRefused(long written) {
    peer.sayWritten(written);
    expectRefusal();
  }

  @Test
  void whoTakesBackWhatWasWrittenIsRefused() throws ProtocolException {
    peer.send(Frames.ofSize(1, 100));
    assertThat(channel.poll()).hasSize(1);
    peer.sayWritten(8);
    expectRefusal();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, CAPACITY + 1, 1L << 32})
  void whoCannotHaveReadSoMuchIsRefused(long read) {
    channel.send(List.of(Frames.ofSize(1, 2 * CAPACITY)));
    peer.sayRead(read);
    expectRefusal();
    assertThatThrownBy(channel::flush).isInstanceOf(IOException.class);
  }

  @Test
  void whoTakesBackWhatWasReadIsRefused() throws ProtocolException {
    channel.send(List.of(Frames.ofSize(1, 5 * CAPACITY)));
    peer.sayRead(CAPACITY);
    assertThat(channel.poll()).isEmpty();
    assertThat(peer.theirs().written()).isEqualTo(2 * CAPACITY);
    peer.sayRead(CAPACITY - 8);
    expectRefusal();
  }

  @Test
  void whatIsSentToALiarIsForgotten() {
    channel.send(List.of(Frames.ofSize(1, 2 * CAPACITY)));
    peer.sayRead(-1);
    assertThatThrownBy(channel::receive).isInstanceOf(ProtocolException.class);
    channel.send(List.of(Frames.ofSize(2, 10)));
    assertThat(peer.theirs().written()).isEqualTo(CAPACITY);
    assertThatThrownBy(channel::flush).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, CAPACITY + 1})
  void aLieEndsTheSleepOfTheReceiver(long written) {
    Threads.Running<List<Frame>> owner = Threads.start(channel::receive);
    Await.parked(owner.thread());
    peer.sayWritten(written);
    assertThat(Await.failure(owner.result())).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2 * CAPACITY})
  void aLieEndsTheSleepOfWhoeverWaitsForRoom(long read) {
    channel.send(List.of(Frames.ofSize(1, 2 * CAPACITY)));
    Threads.Running<Boolean> owner =
        Threads.start(
            () -> {
              channel.flush();
              return true;
            });
    Await.parked(owner.thread());
    peer.sayRead(read);
    assertThat(Await.failure(owner.result())).isInstanceOf(IOException.class);
  }

  @Test
  void aLieAboutWhatIsWrittenEndsFlushingToo() {
    channel.send(List.of(Frames.ofSize(1, 2 * CAPACITY)));
    peer.sayWritten(-1);
    assertThatThrownBy(channel::poll).isInstanceOf(ProtocolException.class);
    Future<Boolean> flushed =
        Threads.run(
            () -> {
              channel.flush();
              return true;
            });
    assertThat(Await.failure(flushed)).isInstanceOf(IOException.class);
  }

  // ---- frames ----

  @Test
  void whatCameBeforeALieIsReceived() throws ProtocolException {
    peer.send(Frames.ofSize(1, 10), Frames.ofSize(2, 10));
    peer.writer().putLong(-1); // no length
    peer.writer().putLong(0);
    peer.writer().putLong(0);
    peer.writer().publish();
    assertThat(Frames.apart(channel.receive())).extracting(Frame::sequence).containsExactly(1L, 2L);
    assertThat(channel.isEnded()).isFalse();
    expectRefusal();
  }

  @Test
  void whatFollowsALieIsNoFrame() throws ProtocolException {
    peer.writer().putLong(-1);
    peer.writer().putLong(0);
    peer.writer().putLong(0);
    peer.send(Frames.ofSize(1, 10));
    expectRefusal();
    peer.send(Frames.ofSize(2, 10));
    expectRefusal();
  }

  @Test
  void aFrameThatIsNeverWholeIsNone() throws ProtocolException {
    peer.writer().putLong(100);
    peer.writer().putLong(1);
    peer.writer().publish();
    assertThat(channel.poll()).isEmpty();
    assertThat(channel.hasArrived()).as("since it was looked").isFalse();
    peer.writer().putLong(3L << 48); // an outcome
    peer.writer().skip(96);
    peer.writer().publish();
    assertThat(channel.poll()).isEmpty();
    peer.sayState(Segment.ENDED);
    assertThat(channel.receive()).isEmpty();
    assertThat(channel.isEnded()).isTrue();
  }

  @Test
  void aPositionWithinAWordIsNoHarm() throws ProtocolException {
    peer.send(Frames.ofSize(1, 10));
    long whole = peer.mine().written();
    peer.sayWritten(whole + 3);
    assertThat(channel.poll()).hasSize(1);
    peer.sayWritten(whole + 23);
    assertThat(channel.poll()).isEmpty();
    peer.sayState(Segment.ENDED);
    assertThat(channel.poll()).isEmpty();
    assertThat(channel.isEnded()).isTrue();
  }

  /** Empty frames, one after the other, as fast as there is room: no work of the peer's at all. */
  private void flood(AtomicBoolean stop) throws ProtocolException {
    Frame[] frames = new Frame[CAPACITY / FrameHeader.SIZE];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = Frame.outcome(i, Payload.EMPTY);
    }
    while (!stop.get()) {
      while (peer.writer().room() >= frames.length * FrameHeader.SIZE) {
        peer.send(frames);
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void whoeverWritesWithoutEndDoesNotHoldUpTheReceiver() throws ProtocolException {
    AtomicBoolean stop = new AtomicBoolean();
    Future<Boolean> flood =
        Threads.run(
            () -> {
              flood(stop);
              return true;
            });
    for (int i = 0; i < 200; i++) {
      assertThat(channel.poll()).hasSizeLessThanOrEqualTo(64 * CAPACITY / FrameHeader.SIZE);
    }
    stop.set(true);
    assertThat(Await.value(flood)).isTrue();
  }

  @Test
  void moreThanOnePollTakesIsAllReceivedBeforeTheEnd() throws ProtocolException {
    Future<List<Frame>> received =
        Threads.run(
            () -> {
              List<Frame> all = new ArrayList<>();
              while (!channel.isEnded()) {
                all.addAll(Frames.apart(channel.receive()));
              }
              return all;
            });
    for (int i = 0; i < 2000; i++) {
      Frame frame = Frames.ofSize(i, 0);
      Await.until(() -> hasRoom(100));
      peer.send(frame);
    }
    peer.sayState(Segment.CLOSED);
    assertThat(Await.value(received)).hasSize(2000);
  }

  private boolean hasRoom(int bytes) {
    try {
      return peer.writer().hasRoom(bytes);
    } catch (ProtocolException e) {
      throw new AssertionError(e);
    }
  }

  // ---- state and sleep ----

  @ParameterizedTest
  @ValueSource(longs = {-1, 3, 77, Long.MIN_VALUE, Long.MAX_VALUE})
  void aStateThatThereIsNotIsTheEnd(long state) throws ProtocolException {
    Threads.Running<List<Frame>> owner = Threads.start(channel::receive);
    Await.parked(owner.thread());
    peer.sayState(state);
    assertThat(Await.value(owner.result())).isEmpty();
    assertThat(channel.isEnded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 3, 0x5555_5555_5555_5555L, Long.MAX_VALUE})
  void aSleepThatThereIsNotRingsOnce(long sleep) throws ProtocolException {
    peer.saySleep(sleep);
    for (int i = 0; i < 3; i++) {
      channel.send(List.of(Frames.ofSize(i, 0)));
    }
    assertThat(peer.bells()).isEqualTo(1);
    peer.saySleep(sleep << 2);
    channel.send(List.of(Frames.ofSize(3, 0)));
    assertThat(peer.bells()).as("for nothing").isEqualTo((sleep << 2 & 1) == 0 ? 1 : 2);
    peer.send(Frames.ofSize(0, 0));
    assertThat(channel.poll()).hasSize(1);
  }
}
