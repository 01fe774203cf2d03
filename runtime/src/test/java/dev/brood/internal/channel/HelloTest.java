package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.fixtures.Bytes;
import dev.brood.wire.Payload;
import dev.brood.wire.WireWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Only who speaks this version is let in. */
class HelloTest {
  private static final int MAGIC = 0x42524f44;

  private static Frame greeting(Consumer<WireWriter> writing) {
    return greeting(Bytes.payload(writing));
  }

  private static Frame greeting(Payload body) {
    return new Frame(Frame.Kind.HELLO, 0, 0, 0, body);
  }

  private static void expectRefusal(Frame frame, String reason) {
    assertThatThrownBy(() -> Hello.verify(frame))
        .isExactlyInstanceOf(ProtocolException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void theWorkerIsRecognized() throws ProtocolException {
    Hello.verify(Hello.frame());
  }

  @Test
  void anotherVersionIsRefusedWithBothVersions() {
    expectRefusal(
        greeting(
            out -> {
              out.writeInt(MAGIC);
              out.writeInt(77);
            }),
        "version 77 of the protocol, not ");
  }

  @Test
  void anythingElseIsRefused() {
    expectRefusal(greeting(out -> out.writeInt(7)), "no greeting");
    expectRefusal(Frame.outcome(0, Hello.frame().body()), "OUTCOME");
    Payload sound = Hello.frame().body();
    for (int length = 0; length < sound.size(); length++) {
      expectRefusal(greeting(Bytes.truncated(sound, length)), "cannot be read");
    }
    expectRefusal(
        greeting(
            out -> {
              for (byte b : sound.toByteArray()) {
                out.writeByte(b);
              }
              out.writeByte((byte) 0);
            }),
        "cannot be read");
  }
}
