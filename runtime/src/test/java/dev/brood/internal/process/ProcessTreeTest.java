package dev.brood.internal.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker has started ends with it, also what has cut itself loose. */
class ProcessTreeTest {
  private static ProcessHandle printed(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
  }

  @Test
  void whatHasCutItselfLooseIsKilledToo() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/sh", "-c", "(setsid sleep 1000 >/dev/null 2>&1 & echo $!); sleep 1000");
    ProcessTree tree = ProcessTree.mark(builder.environment());
    Process process = builder.start();
    ProcessHandle loose = printed(process);
    assertThat(loose.isAlive()).isTrue();
    tree.kill(process.toHandle());
    Await.value(process.onExit());
    Await.until(() -> !loose.isAlive());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsLeftOfAProcessThatHasEndedIsKilled(boolean byTheOuter) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", "(setsid sleep 1000 >/dev/null 2>&1 & echo $!)");
    ProcessTree outer = ProcessTree.mark(builder.environment());
    ProcessTree inner = ProcessTree.mark(builder.environment());
    Process process = builder.start();
    ProcessHandle loose = printed(process);
    Await.value(process.onExit());
    assertThat(loose.isAlive()).isTrue();
    ProcessTree.mark(new ProcessBuilder().environment()).killRest();
    assertThat(loose.isAlive()).as("another tree").isTrue();
    (byTheOuter ? outer : inner).killRest();
    Await.until(() -> !loose.isAlive());
  }
}
