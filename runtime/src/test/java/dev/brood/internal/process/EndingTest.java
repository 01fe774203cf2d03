package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,   exit code 0
          1,   exit code 1
          128, exit code 128
          130, exit code 130 (SIGINT)
          134, exit code 134 (SIGABRT)
          137, exit code 137 (SIGKILL)
          139, exit code 139 (SIGSEGV)
          143, exit code 143 (SIGTERM)
          255, exit code 255
          """)
  void anExitIsToldByCodeAndSignal(int code, String words) {
    assertThat(new Ending(code, List.of(), List.of()).exit()).isEqualTo(words);
  }

  @Test
  void theLastLinesAreQuoted() {
    assertThat(new Ending(1, List.of("first", "second"), List.of()).output())
        .isEqualTo("\nThe last lines of its standard error:\n  first\n  second");
  }

  @Test
  void whoWroteNothingIsNotQuoted() {
    assertThat(new Ending(1, List.of(), List.of()).output()).isEmpty();
  }
}
