package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every channel does, whatever it is made of. */
abstract class ChannelContract {

  abstract Channel here();

  abstract Channel there();

  static List<Frame> receive(Channel channel, int count) throws ProtocolException {
    List<Frame> received = new ArrayList<>();
    while (received.size() < count) {
      List<Frame> some = Frames.apart(channel.receive());
      assertThat(some).as("the end came after %s frames", received.size()).isNotEmpty();
      received.addAll(some);
    }
    return received;
  }

  /** The owner's part: receives so many, and lets out what is still to be sent. */
  static Future<List<Frame>> receiving(Channel channel, int count) {
    return Threads.run(
        () -> {
          List<Frame> received = receive(channel, count);
          channel.flush();
          return received;
        });
  }

  private static Frame frame(long sequence) {
    return Frames.ofSize(sequence, 1000);
  }

  // ---- frames ----

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
                  here()
                      .send(
                          List.of(
                              Frame.call(2L * i, table, 0, frame.body()),
                              Frame.call(2L * i + 1, table, 0, frame.body())));
                }
              },
              "sender " + s));
    }
    Future<List<Frame>> owner = receiving(here(), 1);
    threads.forEach(Thread::start);
    List<Frame> received = receive(there(), senders * rounds * 2);
    Map<Integer, Long> next = new HashMap<>();
    for (int i = 0; i < received.size(); i++) {
      Frame frame = received.get(i);
      assertThat(frame.sequence()).isEqualTo(next.merge(frame.table(), 1L, Long::sum) - 1);
      if (i % 2 == 1) {
        assertThat(frame.table()).isEqualTo(received.get(i - 1).table());
      }
    }
    there().send(List.of(Frames.ofSize(0, 0)));
    Await.value(owner);
    threads.forEach(Await::end);
  }

  @Test
  void pollingDoesNotWait() throws ProtocolException {
    assertThat(here().poll()).isEmpty();
    there().send(List.of(frame(1), frame(2)));
    List<Frame> polled = new ArrayList<>();
    Await.until(() -> polled.addAll(poll(here())) && polled.size() == 2);
    assertThat(polled).extracting(Frame::sequence).containsExactly(1L, 2L);
    assertThat(here().poll()).isEmpty();
    assertThat(here().isEnded()).isFalse();
  }

  private static List<Frame> poll(Channel channel) {
    try {
      return channel.poll();
    } catch (ProtocolException e) {
      throw new AssertionError(e);
    }
  }

  @RepeatedTest(20)
  void anInterruptedOwnerGoesOnReceivingAndStaysInterrupted() {
    Threads.Running<Boolean> owner =
        Threads.start(
            () -> {
              receive(there(), 2);
              return Thread.interrupted();
            });
    here().send(List.of(frame(1)));
    owner.thread().interrupt(); // before, while or after it waits
    here().send(List.of(frame(2)));
    assertThat(Await.value(owner.result())).isTrue();
  }

  // ---- waking up ----

  @RepeatedTest(20)
  void whoeverWaitsIsWokenUp() throws ProtocolException {
    Threads.Running<List<Frame>> owner = Threads.start(() -> here().receive());
    here().wakeUp();
    assertThat(Await.value(owner.result())).isEmpty();
    assertThat(here().isEnded()).isFalse();
    there().send(List.of(frame(1)));
    assertThat(receive(here(), 1)).hasSize(1);
  }

  @RepeatedTest(20)
  void aWakeUpIsKeptForTheNextWaitOnly() throws ProtocolException {
    here().wakeUp();
    here().wakeUp();
    assertThat(here().receive()).isEmpty();
    Threads.Running<List<Frame>> owner = Threads.start(() -> here().receive());
    there().send(List.of(frame(1)));
    assertThat(Await.value(owner.result())).hasSize(1);
  }

  @Test
  void aWakeUpLosesNoFrame() throws ProtocolException {
    int count = 2000;
    Future<Boolean> waker =
        Threads.run(
            () -> {
              for (int i = 0; i < count; i++) {
                here().wakeUp();
                there().send(List.of(frame(i)));
                here().wakeUp();
              }
              there().flush();
              there().endSending();
              return true;
            });
    List<Long> received = new ArrayList<>();
    while (!here().isEnded()) {
      Frames.apart(here().receive()).forEach(frame -> received.add(frame.sequence()));
    }
    assertThat(received).hasSize(count).isSorted();
    assertThat(Await.value(waker)).isTrue();
  }

  @RepeatedTest(20)
  void noWakeUpIsLost() {
    Threads.Running<Boolean> owner =
        Threads.start(
            () -> {
              List<Frame> frames = here().receive();
              return frames.isEmpty() && !here().isEnded();
            });
    here().wakeUp(); // before, while or after it begins to wait
    assertThat(Await.value(owner.result())).isTrue();
  }

  @Test
  void wakingUpAClosedChannelDoesNothing() throws ProtocolException {
    here().close();
    here().wakeUp();
    assertThat(here().receive()).isEmpty();
    assertThat(here().isEnded()).isTrue();
  }

  // ---- the end ----

  @RepeatedTest(20)
  void closingWakesTheReceiver() {
    Future<Boolean> ended = Threads.run(() -> here().receive().isEmpty() && here().isEnded());
    here().close();
    assertThat(Await.value(ended)).isTrue();
  }

  @RepeatedTest(20)
  void theEndOfTheOtherSideWakesTheReceiver() {
    Threads.Running<Boolean> ended =
        Threads.start(() -> here().receive().isEmpty() && here().isEnded());
    there().close();
    assertThat(Await.value(ended.result())).isTrue();
  }

  @Test
  void whatWasSentBeforeTheOtherSideClosedIsStillReceived() throws IOException {
    for (int i = 0; i < 10; i++) {
      there().send(List.of(frame(i)));
    }
    there().flush();
    here().send(List.of(frame(0))); // is never read, so the end is a reset
    there().close();
    assertThat(receive(here(), 10)).extracting(Frame::sequence).endsWith(8L, 9L);
    assertThat(here().receive()).isEmpty();
    assertThat(here().isEnded()).isTrue();
    assertThat(here().receive()).isEmpty();
  }

  @Test
  void whoHasEndedSendingStillReceives() throws IOException {
    there().send(List.of(frame(1)));
    there().endSending();
    there().send(List.of(frame(2)));
    assertThat(receive(here(), 1)).hasSize(1);
    assertThat(here().receive()).isEmpty();
    assertThat(here().isEnded()).isTrue();
    here().send(List.of(frame(3)));
    here().flush();
    assertThat(receive(there(), 1)).extracting(Frame::sequence).containsExactly(3L);
    assertThat(there().isEnded()).isFalse();
  }

  @Test
  void sendingToAnEndedSideDoesNothing() throws IOException {
    there().close();
    for (int i = 0; i < 5; i++) {
      here().send(List.of(frame(i)));
    }
    assertThat(here().receive()).isEmpty();
    assertThatThrownBy(() -> here().flush()).isInstanceOf(IOException.class);
  }

  @Test
  void sendingOnAClosedChannelDoesNothing() throws IOException {
    here().close();
    here().send(List.of(Frames.ofSize(1, 8 << 20)));
    assertThat(here().receive()).isEmpty();
    assertThatThrownBy(() -> here().flush()).isInstanceOf(IOException.class);
    here().close();
  }
}
