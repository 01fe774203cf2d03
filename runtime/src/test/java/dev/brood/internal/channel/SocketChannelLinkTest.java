package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames over a real socket, both ends in this JVM. */
class SocketChannelLinkTest {
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

  private static List<Frame> receive(Channel channel, int count) throws ProtocolException {
    List<Frame> received = new ArrayList<>();
    while (received.size() < count) {
      List<Frame> some = channel.receive();
      assertThat(some).as("the end came after %s frames", received.size()).isNotEmpty();
      received.addAll(some);
    }
    return received;
  }

  /** The owner's part: receives so many, and lets out what is still to be sent. */
  private static Future<List<Frame>> receiving(Channel channel, int count) {
    return Threads.run(
        () -> {
          List<Frame> received = receive(channel, count);
          channel.flush();
          return received;
        });
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
  void sendersDoNotMixTheirFrames() throws ProtocolException {
    int senders = 4;
    int rounds = 200;
    List<Thread> threads = new ArrayList<>();
    for (int s = 0; s < senders; s++) {
      int table = s;
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  Frame frame = Frames.ofSize(i, 2000);
                  pair.here.send(
                      List.of(
                          Frame.call(2L * i, table, 0, frame.body()),
                          Frame.call(2L * i + 1, table, 0, frame.body())));
                }
              },
              "sender " + s));
    }
    Future<List<Frame>> owner = receiving(pair.here, 1);
    threads.forEach(Thread::start);
    List<Frame> received = receive(pair.there, senders * rounds * 2);
    Map<Integer, Long> next = new HashMap<>();
    for (int i = 0; i < received.size(); i++) {
      Frame frame = received.get(i);
      assertThat(frame.sequence()).isEqualTo(next.merge(frame.table(), 1L, Long::sum) - 1);
      if (i % 2 == 1) {
        assertThat(frame.table()).isEqualTo(received.get(i - 1).table());
      }
    }
    pair.there.send(List.of(Frames.ofSize(0, 0)));
    Await.value(owner);
    threads.forEach(Await::end);
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
  void anInterruptedOwnerGoesOnReceiving() {
    Threads.Running<List<Frame>> owner = Threads.start(() -> receive(pair.there, 2));
    owner.thread().interrupt();
    pair.here.send(List.of(Frames.ofSize(1, 10)));
    owner.thread().interrupt();
    pair.here.send(List.of(Frames.ofSize(2, 10)));
    assertThat(Await.value(owner.result())).hasSize(2);
  }

  @RepeatedTest(20)
  void closingWakesTheReceiver() {
    Future<List<Frame>> end = Threads.run(() -> pair.here.receive());
    pair.here.close();
    assertThat(Await.value(end)).isEmpty();
  }

  @Test
  void whatWasSentBeforeTheOtherSideClosedIsStillReceived() throws IOException {
    for (int i = 0; i < 10; i++) {
      pair.there.send(List.of(Frames.ofSize(i, 1000)));
    }
    pair.there.flush();
    pair.here.send(List.of(Frames.ofSize(0, 1000))); // is never read, so the end is a reset
    pair.there.close();
    assertThat(receive(pair.here, 10)).extracting(Frame::sequence).endsWith(8L, 9L);
    assertThat(pair.here.receive()).isEmpty();
    assertThat(pair.here.receive()).isEmpty();
  }

  @Test
  void halfAFrameIsNoFrame() throws IOException {
    pair.there.send(List.of(Frames.ofSize(1, 10), Frames.ofSize(2, LARGE)));
    pair.there.close();
    assertThat(receive(pair.here, 1).get(0).sequence()).isEqualTo(1);
    assertThat(pair.here.receive()).isEmpty();
  }

  @Test
  void sendingToAnEndedSideDoesNothing() throws IOException {
    pair.there.close();
    for (int i = 0; i < 5; i++) {
      pair.here.send(List.of(Frames.ofSize(i, 1000)));
    }
    assertThat(pair.here.receive()).isEmpty();
    assertThatThrownBy(() -> pair.here.flush()).isInstanceOf(IOException.class);
  }

  @Test
  void sendingOnAClosedChannelDoesNothing() throws IOException {
    pair.here.close();
    pair.here.send(List.of(Frames.ofSize(1, LARGE)));
    assertThat(pair.here.receive()).isEmpty();
    assertThatThrownBy(() -> pair.here.flush()).isInstanceOf(IOException.class);
    pair.here.close();
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
