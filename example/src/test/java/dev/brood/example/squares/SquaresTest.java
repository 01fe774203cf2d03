package dev.brood.example.squares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.example.Printed;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SquaresTest {
  private final Printed out = new Printed();

  @Test
  void computesInline() {
    try (Pool pool = Pool.inline()) {
      Squares.run(pool, out.stream());
    }
    assertThatAllIsPrinted();
  }

  @Test
  void computesInFourWorkers() {
    try (Pool pool = Pool.start(4)) {
      Squares.run(pool, out.stream());

      assertThat(ProcessHandle.current().children().map(child -> child.info().commandLine()))
          .filteredOn(command -> command.orElse("").contains("WorkerMain"))
          .hasSize(4);
    }
    assertThatAllIsPrinted();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void refusesFactorialsThatDoNotFitALong() {
    try (Pool pool = Pool.inline()) {
      assertThatThrownBy(() -> Squares.factorialsOf(pool, List.of(20, 21)))
          .isInstanceOf(CompletionException.class)
          .hasRootCauseInstanceOf(IllegalArgumentException.class)
          .hasRootCauseMessage("a number from 0 to 20 is needed, not 21");
    }
  }

  private void assertThatAllIsPrinted() {
    assertThat(out.lines())
        .contains(
            "submit: the square of 12 is 144",
            "several tasks: the cubes of 1 to 8 are [1, 8, 27, 64, 125, 216, 343, 512]",
            "       0        0                    1",
            "      20      400  2432902008176640000");
  }
}
