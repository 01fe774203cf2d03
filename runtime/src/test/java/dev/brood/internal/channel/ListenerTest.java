package dev.brood.internal.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.testkit.Await;
import dev.brood.testkit.Bytes;
import dev.brood.testkit.Logs;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers are turned away, and the worker still gets in. */
class ListenerTest {
  private Path path;
  private Listener listener;
  private Future<Channel> accepted;

  @BeforeEach
  void listen(@TempDir Path directory) throws IOException {
    Logs.take();
    path = directory.resolve("socket");
    listener = new Listener(path);
    accepted = Threads.run(listener::accept);
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
    try {
      Await.value(accepted).close();
    } catch (AssertionError e) {
      // Nobody got in.
    }
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(path));
  }

  private byte[] secret() {
    return HexFormat.of().parseHex(listener.invitation().get(1));
  }

  private void strangerSends(Frame frame) throws IOException {
    try (SocketChannelLink stranger = new SocketChannelLink(connect())) {
      stranger.send(List.of(frame));
      assertThat(stranger.receive()).as("a stranger is disconnected").isEmpty();
    }
  }

  private void expectThatTheWorkerGetsIn() throws IOException {
    try (SocketChannelLink worker = new SocketChannelLink(connect())) {
      worker.send(List.of(new Hello(secret(), 7).toFrame()));
      Await.value(accepted).send(List.of(Frames.ofSize(5, 3)));
      assertThat(worker.receive()).extracting(Frame::sequence).containsExactly(5L);
    }
  }

  @Test
  void theInvitationTellsWhereAndHow() throws IOException {
    assertThat(listener.invitation()).hasSize(2).first().isEqualTo(path.toString());
    assertThat(secret()).hasSize(32);
    assertThat(Files.exists(path)).isTrue();
    expectThatTheWorkerGetsIn();
  }

  @Test
  void secretsDiffer(@TempDir Path other) throws IOException {
    try (Listener second = new Listener(other.resolve("socket"))) {
      assertThat(second.invitation().get(1)).isNotEqualTo(listener.invitation().get(1));
    }
  }

  @Test
  void whoDoesNotKnowTheSecretIsTurnedAway() throws IOException {
    strangerSends(new Hello(new byte[32], 7).toFrame());
    expectThatTheWorkerGetsIn();
    assertThat(Logs.take())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("WARNING turned away a connection to " + path)
        .contains("secret");
  }

  @Test
  void whoSpeaksAnotherVersionIsTurnedAway() throws IOException {
    strangerSends(
        new Frame(
            Frame.Kind.HELLO,
            0,
            0,
            0,
            Bytes.payload(
                out -> {
                  out.writeInt(0x42524f44);
                  out.writeInt(99);
                  out.writeByteArray(secret());
                  out.writeLong(7);
                })));
    expectThatTheWorkerGetsIn();
  }

  @Test
  void whoSendsAnotherFrameIsTurnedAway() throws IOException {
    strangerSends(Frames.ofSize(0, 100));
    expectThatTheWorkerGetsIn();
  }

  @Test
  void whoSendsGarbageIsTurnedAway() throws IOException {
    try (SocketChannel stranger = connect()) {
      stranger.write(
          ByteBuffer.wrap("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n".getBytes(UTF_8)));
      assertThat(stranger.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
    expectThatTheWorkerGetsIn();
  }

  @Test
  void whoSaysTooMuchAtOnceIsTurnedAway() throws IOException {
    try (SocketChannelLink stranger = new SocketChannelLink(connect())) {
      Frame hello = new Hello(secret(), 7).toFrame();
      stranger.send(List.of(hello, hello));
      assertThat(stranger.receive()).isEmpty();
    }
    expectThatTheWorkerGetsIn();
  }

  @Test
  void whoLeavesAtOnceDoesNoHarm() throws IOException {
    for (int i = 0; i < 10; i++) {
      connect().close();
    }
    expectThatTheWorkerGetsIn();
  }

  @Test
  void closingEndsTheWait() throws IOException {
    listener.close();
    assertThat(Await.failure(accepted)).isInstanceOf(IOException.class);
  }

  @Test
  void aPathThatIsTakenIsRefused() {
    assertThatThrownBy(() -> new Listener(path).close()).isInstanceOf(IOException.class);
  }

  @Test
  void whoKeepsSilentHoldsUpNobody() throws IOException {
    try (SocketChannel stranger = connect()) {
      assertThat(stranger.isConnected()).isTrue();
      expectThatTheWorkerGetsIn();
    }
  }

  @RepeatedTest(300) // a race of a few microseconds
  void closingEndsTheWaitForASilentStranger() throws IOException {
    try (SocketChannel stranger = connect()) {
      assertThat(stranger.isConnected()).isTrue();
      listener.close();
      assertThat(Await.failure(accepted)).isInstanceOf(IOException.class);
    }
  }
}
