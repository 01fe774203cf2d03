package dev.brood.internal.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.ParentMain;
import dev.brood.testkit.Processes;
import dev.brood.testkit.Threads;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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

  private Process parent(String work, String end) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
            "-cp",
            System.getProperty("java.class.path"),
            ParentMain.class.getName(),
            work,
            end)
        .start();
  }

  private static List<ProcessHandle> workers(Process parent) throws IOException {
    BufferedReader output = parent.inputReader();
    String line = output.readLine();
    assertThat(line).startsWith("workers ");
    return Stream.of(line.substring("workers ".length()).split(" "))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
        .toList();
  }

  private void expectThatNothingIsLeft(Process parent, List<ProcessHandle> workers)
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
    expectThatNothingIsLeft(parent, workers);
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
    expectThatNothingIsLeft(parent, workers);
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
