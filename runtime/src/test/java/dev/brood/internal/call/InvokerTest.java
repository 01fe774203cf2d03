package dev.brood.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.WireException;
import dev.brood.fixtures.Probe;
import dev.brood.fixtures.Probe.Body;
import dev.brood.fixtures.Probe.ProbeCall;
import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A call passes through its stations, and a failure is told by the station. */
class InvokerTest {

  private static final Body SQUARE =
      invocation -> {
        int x = invocation.arguments().readInt();
        invocation.begin();
        int square = x * x;
        invocation.result().writeInt(square);
      };

  private static void three(WireWriter out) {
    out.writeInt(3);
  }

  private static <R extends @Nullable Object> Outcome<R> run(ProbeCall<R> call) {
    Payload envelope = Envelopes.of(call);
    Outcome<R> outcome = Envelopes.open(call, envelope);
    assertThat(Outcome.hasReturned(envelope))
        .isEqualTo(outcome.failure() == null || envelope.piece(0)[0] == 0);
    return outcome;
  }

  private static void expectWireFailure(
      ProbeCall<?> call, String station, Class<? extends Throwable> cause) {
    Outcome<?> outcome = run(call);
    assertThat(outcome.value()).isNull();
    assertThat(outcome.failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContainingAll(call.method(), station)
        .hasCauseInstanceOf(cause);
  }

  @Test
  void aValueArrives() {
    Outcome<Integer> outcome = run(Probe.call(InvokerTest::three, SQUARE, WireReader::readInt));
    assertThat(outcome.value()).isEqualTo(9);
    assertThat(outcome.failure()).isNull();
  }

  @Test
  void nullArrivesAsAValue() {
    Outcome<@Nullable String> outcome = run(Probe.of(() -> null));
    assertThat(outcome.value()).isNull();
    assertThat(outcome.failure()).isNull();
  }

  @Test
  void theMethodsExceptionIsTheFailure() {
    Outcome<@Nullable String> outcome = run(Probe.throwing(new IllegalStateException("no")));
    assertThat(outcome.value()).isNull();
    assertThat(outcome.failure()).isExactlyInstanceOf(IllegalStateException.class).hasMessage("no");
  }

  @Test
  void argumentsThatCannotBeDecodedAreToldAsSuch() {
    String station = "its arguments could not be decoded in the worker";
    expectWireFailure(
        Probe.call(out -> {}, SQUARE, WireReader::readInt), station, WireException.class);
    Body brokenConstructor =
        invocation -> {
          throw new IllegalArgumentException("negative");
        };
    expectWireFailure(
        Probe.call(InvokerTest::three, brokenConstructor, WireReader::readInt),
        station,
        IllegalArgumentException.class);
    Body deepConstructor =
        invocation -> {
          throw new StackOverflowError();
        };
    expectWireFailure(
        Probe.call(InvokerTest::three, deepConstructor, WireReader::readInt),
        station,
        StackOverflowError.class);
  }

  @Test
  void argumentsThatAreLeftOverKeepTheMethodFromRunning() {
    boolean[] ran = new boolean[1];
    Body method =
        invocation -> {
          invocation.arguments().readByte();
          invocation.begin();
          ran[0] = true;
          invocation.result().writeInt(1);
        };
    expectWireFailure(
        Probe.call(InvokerTest::three, method, WireReader::readInt),
        "arguments could not be decoded",
        WireException.class);
    assertThat(ran[0]).isFalse();
  }

  @Test
  void aResultThatCannotBeEncodedIsToldAsSuch() {
    Body brokenAccessor =
        invocation -> {
          invocation.begin();
          invocation.result().writeInt(1); // half of it is written already
          throw new UnsupportedOperationException("accessor");
        };
    expectWireFailure(
        Probe.call(out -> {}, brokenAccessor, WireReader::readInt),
        "its result could not be encoded in the worker",
        UnsupportedOperationException.class);
  }

  @Test
  void aResultThatCannotBeDecodedIsToldAsSuch() {
    String station = "its outcome could not be decoded";
    expectWireFailure(
        Probe.call(InvokerTest::three, SQUARE, WireReader::readLong), station, WireException.class);
    expectWireFailure(
        Probe.call(InvokerTest::three, SQUARE, WireReader::readByte), station, WireException.class);
    expectWireFailure(
        Probe.call(
            InvokerTest::three,
            SQUARE,
            in -> {
              throw new IllegalArgumentException("constructor");
            }),
        station,
        IllegalArgumentException.class);
    expectWireFailure(
        Probe.call(
            InvokerTest::three,
            SQUARE,
            in -> {
              throw new StackOverflowError();
            }),
        station,
        StackOverflowError.class);
  }

  @Test
  void aTableThatCannotBeFoundIsToldAsSuch() {
    ProbeCall<@Nullable String> call = Probe.of(() -> "never");
    Run run = new Run(Payload.EMPTY);
    Invoker.notFound(new WireException("no such table"), run);
    Outcome<@Nullable String> outcome = Envelopes.open(call, run.takeEnvelope());
    assertThat(outcome.failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContainingAll(call.method(), "the worker cannot run it", "no such table");
  }

  @Test
  void aMethodThatIsNotInTheTableIsToldAsSuch() {
    ProbeCall<@Nullable String> call = Probe.of(() -> "never");
    Payload envelope = Invoker.invoke(call.entryPoints(), 1, Payload.EMPTY);
    assertThat(Envelopes.open(call, envelope).failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("has no method 1");
  }

  @Test
  void anEntryPointThatGivesNoResultIsNoSuccess() {
    ProbeCall<@Nullable String> call =
        Probe.call(out -> {}, invocation -> invocation.begin(), WireReader::readString);
    Payload envelope = Envelopes.of(call);
    assertThat(Outcome.hasReturned(envelope)).isFalse();
    assertThat(Envelopes.open(call, envelope).failure()).isInstanceOf(WireException.class);
  }

  @Test
  void anEmptyEnvelopeIsNoSuccess() {
    assertThat(Outcome.hasReturned(Payload.EMPTY)).isFalse();
    assertThat(Envelopes.open(Probe.of(() -> "never"), Payload.EMPTY).failure())
        .isInstanceOf(WireException.class);
  }

  private static <X extends Throwable> void sneak(Throwable thrown) throws X {
    @SuppressWarnings("unchecked") // erased: a checked exception goes where none is declared
    X sneaked = (X) thrown;
    throw sneaked;
  }

  @Test
  void whateverADecoderThrowsIsToldAsSuch() {
    class Mute extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new IllegalStateException("mute");
      }
    }

    for (Throwable thrown :
        List.of(new IOException("sneaked"), new AssertionError("constructor"), new Mute())) {
      expectWireFailure(
          Probe.call(
              InvokerTest::three,
              SQUARE,
              in -> {
                InvokerTest.<RuntimeException>sneak(thrown);
                return 1;
              }),
          "its outcome could not be decoded",
          thrown.getClass());
    }
  }
}
