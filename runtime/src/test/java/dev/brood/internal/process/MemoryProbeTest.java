package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How much memory a process takes. */
class MemoryProbeTest {
  private static final long MEGABYTE = 1 << 20;

  private static void expectThatOfAJvm(OptionalLong resident) {
    assertThat(resident).isPresent();
    assertThat(resident.getAsLong()).isBetween(16 * MEGABYTE, MEGABYTE * MEGABYTE);
  }

  @Test
  void aJvmTakesSomeMegabytes() {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
    expectThatOfAJvm(MemoryProbe.residentBytes(ProcessHandle.current().pid()));
  }

  @Test
  void otherSystemsAreAskedByTheirOwnTool() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/ps")));
    expectThatOfAJvm(MemoryProbe.fromPs(ProcessHandle.current().pid()));
  }

  @Test
  void whatHasEndedTakesNone() throws IOException {
    String java = Jdk.own().java().toString();
    Process process = new ProcessBuilder(List.of(java, "-version")).start();
    Await.value(process.onExit());
    assertThat(MemoryProbe.residentBytes(process.pid())).isEmpty();
    assertThat(MemoryProbe.fromPs(process.pid())).isEmpty();
  }
}
