package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Frames from one thread to another, through rings that are small enough to be full now and then.
 */
class RingChannelTest extends ChannelContract {
  private static final int LARGE = 8 << 20;

  private final RingChannel.Pair pair = RingChannel.Pair.create(32 << 10);

  @Override
  Channel here() {
    return pair.pool();
  }

  @Override
  Channel there() {
    return pair.worker();
  }

  @AfterEach
  void disconnect() {
    here().close();
    there().close();
  }

  @Test
  void framesArriveInOrder() throws ProtocolException {
    List<Frame> frames = Frames.random(new Random(1), 300);
    Future<List<Frame>> received = receiving(there(), frames.size());
    for (int i = 0; i < frames.size(); i += 3) {
      here().send(frames.subList(i, i + 3));
    }
    Future<List<Frame>> nothing = receiving(here(), 1); // what is left over
    assertThat(Frames.comparable(Await.value(received))).isEqualTo(Frames.comparable(frames));
    there().send(List.of(Frames.ofSize(0, 0)));
    assertThat(Await.value(nothing)).hasSize(1);
  }

  @Test
  void largeFramesPassEachOther() {
    here().send(List.of(Frames.ofSize(1, LARGE)));
    there().send(List.of(Frames.ofSize(2, LARGE)));
    Future<List<Frame>> there = receiving(there(), 1);
    Future<List<Frame>> here = receiving(here(), 1);
    assertThat(Await.value(there).get(0).sequence()).isEqualTo(1);
    assertThat(Await.value(here).get(0).sequence()).isEqualTo(2);
    assertThat(Await.value(here).get(0).body().size()).isGreaterThan(LARGE);
  }

  @Test
  void sendingDoesNotWaitForTheOtherSide() throws IOException {
    for (int i = 0; i < 20; i++) {
      here().send(List.of(Frames.ofSize(i, 1 << 20))); // nobody receives
    }
    Future<List<Frame>> there = receiving(there(), 20);
    here().flush();
    assertThat(Await.value(there)).extracting(Frame::sequence).startsWith(0L, 1L).endsWith(19L);
  }

  @Test
  void anInterruptedSenderSendsAndStaysInterrupted() throws ProtocolException {
    Thread.currentThread().interrupt();
    here().send(List.of(Frames.ofSize(1, 10)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(receive(there(), 1)).hasSize(1);
    Thread.currentThread().interrupt();
    there().send(List.of(Frames.ofSize(2, LARGE)));
    assertThat(Thread.interrupted()).isTrue();
    Future<List<Frame>> here = receiving(here(), 1);
    Future<List<Frame>> there = receiving(there(), 1);
    assertThat(Await.value(here)).hasSize(1);
    here().send(List.of(Frames.ofSize(3, 10)));
    assertThat(Await.value(there)).hasSize(1);
  }

  @Test
  void halfAFrameIsNoFrame() throws IOException {
    there().send(List.of(Frames.ofSize(1, 10), Frames.ofSize(2, LARGE)));
    there().close();
    assertThat(receive(here(), 1).get(0).sequence()).isEqualTo(1);
    assertThat(here().receive()).isEmpty();
    assertThat(here().isEnded()).isTrue();
  }

  @Test
  void flushingEndsWhenTheOtherSideEnds() {
    here().send(List.of(Frames.ofSize(1, LARGE)));
    Future<Boolean> flushed =
        Threads.run(
            () -> {
              here().flush();
              return true;
            });
    there().close();
    assertThat(Await.failure(flushed)).isInstanceOf(IOException.class);
  }

  @Test
  void theOtherSideLearnsOfACrowdWithWhatIsSentNext() {
    pair.pool().setCrowded(true);
    assertThat(pair.worker().isTooCrowded()).isFalse();
    here().send(List.of(Frames.ofSize(1, 10)));
    assertThat(pair.worker().isTooCrowded()).isTrue();
    assertThat(pair.pool().isTooCrowded()).as("it has not been told").isFalse();
    pair.pool().setCrowded(false);
    here().send(List.of(Frames.ofSize(2, 10)));
    assertThat(pair.worker().isTooCrowded()).isFalse();
  }
}
