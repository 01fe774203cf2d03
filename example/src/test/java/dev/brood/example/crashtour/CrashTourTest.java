package dev.brood.example.crashtour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.example.Printed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CrashTourTest {
  private static final Pattern SUCCESSOR = Pattern.compile("process (\\d+) has ended, (\\d+) s");

  private final Printed out = new Printed();

  @Test
  void everyDeathIsToldAndSurvived() throws Exception {
    CrashTour.run(out.stream());

    assertThat(out.text())
        .containsSubsequence(
            "A segmentation fault:\n  caught:    WorkerCrashedException, CRASH\n",
            "  signal:    SIGABRT\n  exit code: 134\n  stderr:    reading at address 0\n",
            "  report:    A fatal error has been detected by the Java Runtime Environment:\n",
            "  report:    SIGSEGV",
            "System.exit(3):\n  caught:    WorkerCrashedException, EXIT\n  exit code: 3\n",
            "No memory left:\n  caught:    java.lang.OutOfMemoryError: Java heap space\n",
            "An endless loop, with a limit of 300 ms:\n  caught:    ExecutionTimeoutException\n",
            "Killed from outside:\n  caught:    WorkerCrashedException, KILLED\n",
            "  signal:    SIGKILL\n  exit code: 137\n",
            "  returned:  done at the second attempt\n",
            "The pool serves on: 7 times 7 is 49.\n");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void eachDeathCostsOneWorker() throws Exception {
    CrashTour.run(out.stream());

    List<MatchResult> deaths = SUCCESSOR.matcher(out.text()).results().toList();
    assertThat(deaths).hasSize(5);
    Set<String> processes = new HashSet<>();
    for (int i = 0; i < deaths.size(); i++) {
      assertThat(processes.add(deaths.get(i).group(1))).as("it served before").isTrue();
      if (i > 0) {
        assertThat(deaths.get(i).group(1)).isEqualTo(deaths.get(i - 1).group(2));
      }
    }
  }
}
