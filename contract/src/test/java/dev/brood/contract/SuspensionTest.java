package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.contract.kit.Program;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A program that is stopped for a while with its workers, as by a laptop's lid. */
@ExtendWith(NoLeaks.class)
class SuspensionTest {
  private static final Path SESSION = Path.of("/usr/bin/setsid");

  @TempDir private Path temporary;

  /** It is over by the clock when the program goes on, but nobody has had the time. */
  @Test
  void noLimitIsOverBecauseOfIt() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(SESSION));
    try (Gate gate = new Gate()) {
      List<String> command = new ArrayList<>(List.of(SESSION.toString()));
      command.addAll(
          Program.command(temporary, SuspendedMain.class, Integer.toString(gate.port())));
      Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        Gate.Visitor visitor = gate.awaitVisitor();
        Processes.signal("STOP", -program.pid());
        long stopped = System.nanoTime();
        Await.until(() -> System.nanoTime() - stopped > TimeUnit.SECONDS.toNanos(4));
        Processes.signal("CONT", -program.pid());
        visitor.release();
        assertThat(program.inputReader().readLine()).isEqualTo("answer 5");
        assertThat(Await.value(program.onExit()).exitValue()).isZero();
      } finally {
        program.destroyForcibly();
      }
    }
  }
}
