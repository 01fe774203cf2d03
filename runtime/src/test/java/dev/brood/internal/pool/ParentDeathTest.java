package dev.brood.internal.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.ParentMain;
import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import dev.brood.testkit.Threads;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No worker outlives its parent, however that ends. */
@ExtendWith(NoLeaks.class)
class ParentDeathTest {
  @TempDir private Path temporary;

  private List<String> command(String work, String end) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.io.tmpdir=" + temporary,
        "-XX:-UsePerfData",
        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
        "-cp",
        System.getProperty("java.class.path"),
        ParentMain.class.getName(),
        work,
        end);
  }

  private Process parent(String work, String end) throws IOException {
    return new ProcessBuilder(command(work, end)).start();
  }

  private static List<ProcessHandle> workers(Process parent) throws IOException {
    BufferedReader output = parent.inputReader();
    String line = output.readLine();
    assertThat(line).startsWith("workers ");
    return Stream.of(line.substring("workers ".length()).split(" "))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
        .toList();
  }

  private void expectThatNothingIsLeft(ProcessHandle parent, List<ProcessHandle> workers)
      throws IOException {
    workers.forEach(Processes::awaitEnd);
    NoLeaks.expectNoSharedFiles(parent.pid());
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"idle", "spin"})
  void aKilledParentTakesItsWorkersAlong(String work) throws IOException {
    Process parent = parent(work, "wait");
    List<ProcessHandle> workers = workers(parent);
    assertThat(workers).hasSize(2).allMatch(ProcessHandle::isAlive);
    parent.destroyForcibly();
    Await.value(parent.onExit());
    expectThatNothingIsLeft(parent.toHandle(), workers);
  }

  @Test
  void workersThatAreStoppedEndToo() throws IOException {
    Process parent = parent("idle", "wait");
    List<ProcessHandle> workers = workers(parent);
    ProcessHandle reaper = Processes.awaitReaper(parent.toHandle());
    for (ProcessHandle worker : workers) {
      Processes.signal("STOP", worker.pid());
    }
    parent.destroyForcibly();
    Await.value(parent.onExit());
    expectThatNothingIsLeft(parent.toHandle(), workers);
    Processes.awaitEnd(reaper);
  }

  /** Who reads what a program prints waits for all who could still print. */
  @Test
  void theReaperHoldsUpNoPipeline() throws IOException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" 2>&1 | cat", "sh"));
    line.addAll(command("idle", "wait"));
    Process pipeline = new ProcessBuilder(line).start();
    List<ProcessHandle> workers = workers(pipeline);
    ProcessHandle parent = workers.get(0).parent().orElseThrow();
    ProcessHandle reaper = Processes.awaitReaper(parent);
    Processes.signal("STOP", reaper.pid());
    try {
      parent.destroyForcibly();
      Await.value(pipeline.onExit());
      expectThatNothingIsLeft(parent, workers);
      assertThat(reaper.isAlive()).isTrue();
      Processes.signal("CONT", reaper.pid());
      Processes.awaitEnd(reaper);
    } finally {
      reaper.destroyForcibly();
    }
  }

  /** As a process does that native code of the parent's has forked. */
  private static Process holdOpen(List<ProcessHandle> workers) throws IOException {
    StringBuilder command = new StringBuilder("exec sleep 1000");
    for (int i = 0; i < workers.size(); i++) {
      command.append(" ").append(3 + i).append(">/proc/").append(workers.get(i).pid());
      command.append("/fd/0");
    }
    return new ProcessBuilder("/bin/sh", "-c", command.toString()).inheritIO().start();
  }

  @Test
  void workersEndAlthoughSomebodyHoldsTheirLifeLines() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
    Process parent = parent("idle", "wait");
    List<ProcessHandle> workers = workers(parent);
    ProcessHandle reaper = Processes.awaitReaper(parent.toHandle());
    Process holder = holdOpen(workers);
    try {
      Await.until(() -> holder.info().command().orElse("").endsWith("sleep"));
      reaper.destroyForcibly(); // that it is not the reaper who ends them
      Processes.awaitEnd(reaper);
      parent.destroyForcibly();
      Await.value(parent.onExit());
      expectThatNothingIsLeft(parent.toHandle(), workers);
      assertThat(holder.isAlive()).isTrue();
    } finally {
      holder.destroyForcibly();
      Await.value(holder.onExit());
    }
  }

  @ParameterizedTest
  @CsvSource({"idle,return,0", "idle,throw,1", "spin,exit,3"})
  void aParentThatEndsWithItsPoolOpenEndsAsItWould(String work, String end, int code)
      throws Exception {
    Process parent = parent(work, end);
    List<ProcessHandle> workers = workers(parent);
    assertThat(Await.value(parent.onExit()).exitValue()).isEqualTo(code);
    assertThat(new String(parent.getErrorStream().readAllBytes(), UTF_8).lines().toList())
        .filteredOn(line -> !line.contains("the main thread ends") && !line.contains("ParentMain"))
        .isEmpty();
    expectThatNothingIsLeft(parent.toHandle(), workers);
  }

  @Test
  void crashesInAParallelStreamAreTold() throws IOException {
    Process parent = parent("crash", "return");
    Future<List<ProcessHandle>> workers = Threads.run(() -> workers(parent));
    try {
      assertThat(Await.value(workers)).isNotEmpty();
    } finally {
      parent.destroyForcibly();
      Await.value(parent.onExit());
    }
  }
}
