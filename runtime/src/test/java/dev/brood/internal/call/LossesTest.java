package dev.brood.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import dev.brood.WorkerStartException;
import dev.brood.wire.Payload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a call that made a call is told of its loss. */
class LossesTest {
  private static final WorkerEnd NOTHING_KNOWN =
      new WorkerEnd(
          "w",
          1,
          WorkerEnd.Kind.HALT,
          OptionalInt.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of());

  @ParameterizedTest
  @EnumSource(WorkerEnd.Kind.class)
  void allThatIsKnownOfACrashTravels(WorkerEnd.Kind kind) {
    WorkerEnd end =
        new WorkerEnd(
            "pool worker",
            7,
            kind,
            OptionalInt.of(134),
            Optional.of("SIGABRT"),
            List.of("one", "two"),
            Optional.of(Path.of("/file")),
            List.of("three"));
    WorkerCrashedException crash = new WorkerCrashedException("message", end, "m(int)", 3);
    Throwable read = Losses.read(Losses.write(crash));
    assertThat(read).isExactlyInstanceOf(WorkerCrashedException.class).hasMessage("message");
    WorkerCrashedException arrived = (WorkerCrashedException) read;
    assertThat(arrived.end()).isEqualTo(end);
    assertThat(arrived.method()).isEqualTo("m(int)");
    assertThat(arrived.attempt()).isEqualTo(3);
  }

  @Test
  void whatIsNotKnownStaysUnknown() {
    WorkerCrashedException crash = new WorkerCrashedException("m", NOTHING_KNOWN, "m()", 1);
    Throwable read = Losses.read(Losses.write(crash));
    assertThat(((WorkerCrashedException) read).end()).isEqualTo(NOTHING_KNOWN);
    assertThat(((WorkerCrashedException) read).exitCode()).isEmpty();
  }

  @Test
  void aWorkerThatDidNotStartTravelsWithItsEndIfThereIsOne() {
    for (Optional<WorkerEnd> end :
        List.of(Optional.of(NOTHING_KNOWN), Optional.<WorkerEnd>empty())) {
      Throwable read =
          Losses.read(Losses.write(new WorkerStartException("m", null, end.orElse(null))));
      assertThat(read).isExactlyInstanceOf(WorkerStartException.class).hasMessage("m");
      assertThat(((WorkerStartException) read).end()).isEqualTo(end);
    }
  }

  @Test
  void halfALossIsMalformed() {
    byte[] whole =
        Losses.write(new WorkerCrashedException("m", NOTHING_KNOWN, "m()", 1)).toByteArray();
    for (int length = 0; length < whole.length; length++) {
      Payload half = new Payload(whole, length);
      assertThatThrownBy(() -> Losses.read(half)).isInstanceOf(WireException.class);
    }
  }
}
