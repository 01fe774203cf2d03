package dev.brood.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void nothingSaidMeansAllRows() {
    assertThat(Options.parse(Goals.ROWS)).isEqualTo(new Options(Plan.USUAL, Goals.ROWS));
  }

  @Test
  void theOrderOfOptionsDoesNotMatter() {
    Options options = Options.parse(Goals.ROWS, "--rounds", "3", "--only", "idle,start", "--full");

    assertThat(options.plan()).isEqualTo(Plan.FULL.withRounds(3));
    assertThat(options.rows()).extracting(Row::name).containsExactly("idle", "start");
  }

  @ParameterizedTest
  @CsvSource({
    "--only nothing, no row nothing",
    "--only, --only needs a value",
    "--rounds 0, '--rounds needs a number, not 0'",
    "--rounds x, '--rounds needs a number, not x'",
    "--fast, unknown: --fast",
    "--quick --full, unknown: --full",
  })
  void whatCannotBeUnderstoodIsSaid(String line, String message) {
    assertThatThrownBy(() -> Options.parse(Goals.ROWS, line.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void theUsageNamesEveryRow() {
    assertThat(Options.usage(Goals.ROWS)).contains(Goals.ROWS.stream().map(Row::name).toList());
  }
}
