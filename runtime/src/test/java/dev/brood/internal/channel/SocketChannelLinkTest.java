package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames over a real socket, both ends in this JVM. */
class SocketChannelLinkTest extends ChannelContract {
  /** More than the buffers of any socket take. */
  private static final int LARGE = 8 << 20;

  private SocketPair pair;

  @BeforeEach
  void connect(@TempDir Path directory) throws IOException {
    pair = new SocketPair(directory);
  }

  @AfterEach
  void disconnect() {
    pair.close();
  }

  @Override
  Channel here() {
    return pair.here;
  }

  @Override
  Channel there() {
    return pair.there;
  }

  @Test
  void framesArriveInOrder() throws ProtocolException {
    List<Frame> frames = Frames.random(new Random(1), 300);
    Future<List<Frame>> received = receiving(pair.there, frames.size());
    for (int i = 0; i < frames.size(); i += 3) {
      pair.here.send(frames.subList(i, i + 3));
    }
    Future<List<Frame>> nothing = receiving(pair.here, 1); // what is left over
    assertThat(Frames.comparable(Await.value(received))).isEqualTo(Frames.comparable(frames));
    pair.there.send(List.of(Frames.ofSize(0, 0)));
    assertThat(Await.value(nothing)).hasSize(1);
  }

  @Test
  void largeFramesPassEachOther() {
    pair.here.send(List.of(Frames.ofSize(1, LARGE)));
    pair.there.send(List.of(Frames.ofSize(2, LARGE)));
    Future<List<Frame>> there = receiving(pair.there, 1);
    Future<List<Frame>> here = receiving(pair.here, 1);
    assertThat(Await.value(there).get(0).sequence()).isEqualTo(1);
    assertThat(Await.value(here).get(0).sequence()).isEqualTo(2);
    assertThat(Await.value(here).get(0).body().size()).isGreaterThan(LARGE);
  }

  @Test
  void sendingDoesNotWaitForTheOtherSide() throws IOException {
    for (int i = 0; i < 20; i++) {
      pair.here.send(List.of(Frames.ofSize(i, 1 << 20))); // nobody receives
    }
    Future<List<Frame>> there = receiving(pair.there, 20);
    pair.here.flush();
    assertThat(Await.value(there)).extracting(Frame::sequence).startsWith(0L, 1L).endsWith(19L);
  }

  @Test
  void anInterruptedSenderSendsAndStaysInterrupted() throws ProtocolException {
    Thread.currentThread().interrupt();
    pair.here.send(List.of(Frames.ofSize(1, 10)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(receive(pair.there, 1)).hasSize(1);
    Thread.currentThread().interrupt();
    pair.there.send(List.of(Frames.ofSize(2, LARGE)));
    assertThat(Thread.interrupted()).isTrue();
    Future<List<Frame>> here = receiving(pair.here, 1);
    Future<List<Frame>> there = receiving(pair.there, 1);
    assertThat(Await.value(here)).hasSize(1);
    pair.here.send(List.of(Frames.ofSize(3, 10)));
    assertThat(Await.value(there)).hasSize(1);
  }

  @Test
  void halfAFrameIsNoFrame() throws IOException {
    pair.there.send(List.of(Frames.ofSize(1, 10), Frames.ofSize(2, LARGE)));
    pair.there.close();
    assertThat(receive(pair.here, 1).get(0).sequence()).isEqualTo(1);
    assertThat(pair.here.receive()).isEmpty();
  }

  @Test
  void flushingEndsWhenTheOtherSideEnds() {
    pair.here.send(List.of(Frames.ofSize(1, LARGE)));
    Future<Boolean> flushed =
        Threads.run(
            () -> {
              pair.here.flush();
              return true;
            });
    pair.there.close();
    assertThat(Await.failure(flushed)).isInstanceOf(IOException.class);
  }
}
