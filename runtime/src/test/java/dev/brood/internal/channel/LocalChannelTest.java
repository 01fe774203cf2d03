package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Frames from one thread to another. */
class LocalChannelTest extends ChannelContract {
  private final LocalChannel.Pair pair = LocalChannel.pair();

  @Override
  Channel here() {
    return pair.here();
  }

  @Override
  Channel there() {
    return pair.there();
  }

  @AfterEach
  void disconnect() {
    here().close();
    there().close();
  }

  @Test
  void framesArriveAsTheyAre() throws ProtocolException {
    List<Frame> frames = List.of(Frames.ofSize(1, 10), Frames.ofSize(2, 0));
    here().send(frames.subList(0, 1));
    here().send(frames.subList(1, 2));
    List<Frame> received = there().receive();
    assertThat(received).hasSize(2);
    assertThat(received.get(0)).isSameAs(frames.get(0));
    assertThat(received.get(1)).isSameAs(frames.get(1));
  }

  @Test
  void whatWasReceivedIsTheReceivers() throws ProtocolException {
    assertThat(there().poll()).isEmpty();
    here().send(List.of(Frames.ofSize(1, 0)));
    List<Frame> first = there().receive();
    here().send(List.of(Frames.ofSize(2, 0)));
    assertThat(first).hasSize(1);
    assertThat(there().receive()).hasSize(1);
  }

  @Test
  void whatTheClosingSideHadNotTakenIsForgotten() throws ProtocolException {
    here().send(List.of(Frames.ofSize(1, 10)));
    there().close();
    assertThat(there().receive()).isEmpty();
    assertThat(there().isEnded()).isTrue();
  }
}
