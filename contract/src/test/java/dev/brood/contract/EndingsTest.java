package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.contract.kit.Await;
import dev.brood.contract.kit.Gate;
import dev.brood.contract.kit.NoLeaks;
import dev.brood.contract.kit.Processes;
import dev.brood.contract.kit.Program;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a program ends, and whatever its workers are doing: nothing is left of them. */
@ExtendWith(NoLeaks.class)
class EndingsTest {
  /** Gives a program a group of its own, so that a signal to the group does not reach the tests. */
  private static final String SESSION = "/usr/bin/setsid";

  @TempDir private Path temporary;
  @TempDir private Path crashes;

  @BeforeEach
  void onlyOnLinux() {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/environ")));
    Assumptions.assumeTrue(Files.isExecutable(Path.of(SESSION)));
  }

  private Process start(Class<?> main, Gate gate) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(SESSION, "/bin/sh", "-c", "ulimit -c 0; exec \"$@\"", "sh"));
    List<String> program = Program.command(temporary, main, Integer.toString(gate.port()));
    program.add(1, "-XX:ErrorFile=" + crashes.resolve("crash"));
    command.addAll(program);
    return new ProcessBuilder(command).redirectError(crashes.resolve("stderr").toFile()).start();
  }

  private static ProcessHandle process(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  private void expectNoFiles(long pid) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("/dev/shm"), "brood-" + pid + "-*")) {
      assertThat(files).isEmpty();
    }
  }

  /** Also in the order in which the workers are asked to end, and cannot. */
  @ParameterizedTest
  @CsvSource({
    "KILL, 137",
    "TERM, 143",
    "HUP, 129",
    "INT, 130",
    "SEGV, 134",
    "ABRT, 134",
    "group KILL, 137",
    "group TERM, 143",
    "halt, 7"
  })
  @Row("A8")
  @Scenario(36)
  void nothingOutlivesItsParent(String ending, int exitCode) throws IOException {
    try (Gate gate = new Gate()) {
      Process program = start(EndingMain.class, gate);
      List<ProcessHandle> all = new ArrayList<>();
      try {
        String line = program.inputReader().readLine();
        assertThat(line).startsWith("ready ");
        for (String pid : line.substring("ready ".length()).split(" ", -1)) {
          all.add(process(Long.parseLong(pid)));
        }
        assertThat(all).hasSize(7);
        List<ProcessHandle> idle = new ArrayList<>(all);
        for (int i = 0; i < 6; i++) {
          Gate.Visitor visitor = gate.awaitVisitor();
          idle.remove(process(visitor.pid()));
          if (visitor.number() > 4) {
            all.add(process(visitor.number())); // what it has started
          } else if (visitor.number() < 3) {
            visitor.release(); // into its endless loop
          }
        }
        assertThat(idle).hasSize(1);
        Processes.signal("STOP", idle.get(0).pid());
        Await.until(() -> Processes.reaper(program.toHandle()).isPresent());
        all.add(Processes.reaper(program.toHandle()).orElseThrow());
        assertThat(all).hasSize(10).allMatch(ProcessHandle::isAlive);

        long begin = System.nanoTime();
        if (ending.equals("halt")) {
          program.getOutputStream().write('!');
          program.getOutputStream().flush();
        } else if (ending.startsWith("group ")) {
          Processes.signal(ending.substring("group ".length()), -program.pid());
        } else {
          Processes.signal(ending, program.pid());
        }
        assertThat(Await.value(program.onExit()).exitValue()).isEqualTo(exitCode);
        long parentEnd = System.nanoTime();
        all.forEach(Processes::awaitEnd);
        System.out.printf(
            "%s: the parent had ended after %d ms, all others %d ms later%n",
            ending,
            TimeUnit.NANOSECONDS.toMillis(parentEnd - begin),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - parentEnd));
        expectNoFiles(program.pid());
      } finally {
        program.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  /** The parent would kill it, if it were still there; the reaper is not yet. */
  @Test
  @Row("A8")
  @Scenario(36)
  void aWorkerThatHangsAsItEndsDoesNotOutliveItsParentEither() throws IOException {
    try (Gate gate = new Gate()) {
      Process program = start(HangingHookMain.class, gate);
      try {
        ProcessHandle worker = process(gate.awaitVisitor().pid());
        Processes.reaper(program.toHandle()).ifPresent(ProcessHandle::destroyForcibly);
        program.destroyForcibly();
        Await.value(program.onExit());
        Processes.awaitEnd(worker);
        expectNoFiles(program.pid());
      } finally {
        program.destroyForcibly();
      }
    }
  }
}
