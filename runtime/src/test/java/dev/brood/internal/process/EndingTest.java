package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          -1,  an exit code that is not known
          0,   exit code 0
          1,   exit code 1
          128, exit code 128
          130, exit code 130 (SIGINT)
          133, exit code 133 (SIGTRAP)
          134, exit code 134 (SIGABRT)
          137, exit code 137 (SIGKILL)
          138, exit code 138 (SIGUSR1)
          139, exit code 139 (SIGSEGV)
          140, exit code 140 (SIGUSR2)
          142, exit code 142 (SIGALRM)
          143, exit code 143 (SIGTERM)
          152, exit code 152 (SIGXCPU)
          154, exit code 154 (SIGVTALRM)
          155, exit code 155 (SIGPROF)
          159, exit code 159 (SIGSYS)
          255, exit code 255
          """)
  void anExitIsToldByCodeAndSignal(int code, String words) {
    assertThat(new Ending(code).exit()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {132, 133, 134, 135, 136, 139, 159})
  void aSignalThatAFaultRaisesIsACrash(int code) {
    assertThat(new Ending(code).isCrash()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 137, 138, 140, 142, 143, 152})
  void anyOtherEndIsNone(int code) {
    assertThat(new Ending(code).isCrash()).isFalse();
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
