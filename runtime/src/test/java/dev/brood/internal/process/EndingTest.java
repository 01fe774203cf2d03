package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    assertThat(new Ending(code).exit()).isEqualTo(words);
  }

  @Test
  void theLastLinesAreQuoted() {
    assertThat(new Ending(1, List.of("first", "second"), List.of(), null, false).remains())
        .isEqualTo("\nThe last lines of its standard error:\n  first\n  second");
  }

  @Test
  void whoWroteNothingIsNotQuoted() {
    assertThat(new Ending(1).remains()).isEmpty();
  }

  private static Ending wrote(int exitCode, String line, boolean memoryWasScarce) {
    return new Ending(exitCode, List.of(), List.of(line), null, memoryWasScarce);
  }

  @Test
  void wantOfMemoryIsToldByTheJvmOrByTheSystem() {
    String said = "Terminating due to java.lang.OutOfMemoryError: Java heap space";
    assertThat(wrote(3, said, false).isForWantOfMemory()).isTrue();
    assertThat(wrote(3, "", false).isForWantOfMemory()).isFalse();
    assertThat(wrote(1, said, false).isForWantOfMemory()).as("an exception of long ago").isFalse();
    assertThat(wrote(137, "", true).isForWantOfMemory()).isTrue();
    assertThat(wrote(137, "", false).isForWantOfMemory()).isFalse();
    assertThat(wrote(143, "", true).isForWantOfMemory()).as("not by the system").isFalse();
  }

  @Test
  void aJvmThatReportsItsFailureHasFailedWhateverItsExitCode() {
    CrashReport report = new CrashReport(Path.of("/r"), List.of("head"));
    Ending ending = new Ending(1, List.of(), List.of(), report, false);
    assertThat(ending.isCrash()).isTrue();
    assertThat(ending.remains()).isEqualTo("\nThe head of /r:\n  head");
  }
}
