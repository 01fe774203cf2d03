package dev.brood.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.brood.BroodException;
import dev.brood.WireException;
import dev.brood.fixtures.Bytes;
import dev.brood.fixtures.Probe;
import dev.brood.fixtures.Probe.ProbeCall;
import dev.brood.wire.Payload;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Envelopes that no invoker made: opening them gives an outcome, and never throws. */
class EnvelopeFuzzTest {

  private static final class OrderException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static Stream<ProbeCall<@Nullable String>> calls() {
    Exception rich = new IllegalStateException("top", new IOException("below"));
    rich.addSuppressed(new OrderException());
    return Stream.of(
        Probe.of(() -> "value"),
        Probe.of(() -> "Wert €"),
        Probe.of(() -> null),
        Probe.throwing(rich),
        Probe.throwing(new OrderException()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anEnvelopeThatIsCutOffAnywhereIsAWireException(ProbeCall<@Nullable String> call) {
    Payload envelope = Envelopes.of(call);
    for (int length = 0; length < envelope.size(); length++) {
      Outcome<@Nullable String> outcome = Envelopes.open(call, Bytes.truncated(envelope, length));
      assertThat(outcome.value()).isNull();
      assertThat(outcome.failure()).isExactlyInstanceOf(WireException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anEnvelopeWithMoreBehindItIsAWireException(ProbeCall<@Nullable String> call) {
    byte[] envelope = Envelopes.of(call).toByteArray();
    byte[] longer = new byte[envelope.length + 1];
    System.arraycopy(envelope, 0, longer, 0, envelope.length);
    assertThat(Envelopes.open(call, Bytes.whole(longer)).failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("left over");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anEnvelopeWithChangedBytesIsNeverAForeignThrowable(ProbeCall<@Nullable String> call) {
    byte[] envelope = Envelopes.of(call).toByteArray();
    Random random = new Random(envelope.length);
    for (int round = 0; round < 5_000; round++) {
      byte[] changed = envelope.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(Math.min(changed.length, 200))] = (byte) random.nextInt();
      }
      expectOutcome(call, Bytes.recut(Bytes.whole(changed), random));
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void arbitraryBytesAreNeverAForeignThrowable(ProbeCall<@Nullable String> call) {
    Random random = new Random(11);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(80)];
      random.nextBytes(bytes);
      bytes[0] = (byte) random.nextInt(8);
      expectOutcome(call, Bytes.whole(bytes));
    }
  }

  private static void expectOutcome(ProbeCall<@Nullable String> call, Payload envelope) {
    assertThatCode(
            () -> {
              Throwable failure = Envelopes.open(call, envelope).failure();
              if (failure != null) {
                assertThat(failure)
                    .isInstanceOfAny(BroodException.class, IllegalStateException.class);
              }
            })
        .doesNotThrowAnyException();
  }
}
