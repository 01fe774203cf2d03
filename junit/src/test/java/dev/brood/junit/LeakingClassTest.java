package dev.brood.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A class that leaves something behind fails, and says what. */
class LeakingClassTest {
  private static final List<Pool> FORGOTTEN = new ArrayList<>();
  private static Path left = Path.of("");

  private static List<String> failures(Class<?> type, Map<String, String> parameters) {
    EngineExecutionResults results = Suite.run(parameters, type);
    results.testEvents().assertStatistics(statistics -> statistics.failed(0));
    return Suite.failures(results);
  }

  private static String onlyFailure(Class<?> type, Map<String, String> parameters) {
    List<String> failures = failures(type, parameters);
    assertThat(failures).hasSize(1);
    assertThat(
            ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info))
        .isEmpty();
    return failures.get(0);
  }

  @BroodTest(workers = 1, closeWithin = 1)
  static class LeavesTasks {
    @Test
    void submits(Pool pool) {
      for (int i = 0; i < 3; i++) {
        Task<Void> task = pool.submit(DeedsParallel.last());
        assertThat(task).isNotDone();
      }
      assertThat(pool.submit(DeedsParallel.add(1, 2))).isNotDone();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CHILD_JVMS", "THREADS"})
  void tasksThatDoNotEndAreNamed(PoolMode mode) {
    String name = mode == PoolMode.THREADS ? "threads" : "child-jvms";
    assertThat(onlyFailure(LeavesTasks.class, Map.of("brood.junit.mode", name)))
        .contains(
            LeavesTasks.class.getName(),
            "after 1 s these had not ended",
            "3 of them not even begun",
            "3 × dev.brood.junit.Deeds.last(), dev.brood.junit.Deeds.add(int, int)");
  }

  @BroodTest(mode = PoolMode.INLINE)
  static class LeavesAProcess {
    @Test
    void starts() throws IOException {
      assertThat(new ProcessBuilder("sleep", "1000").start().isAlive()).isTrue();
    }
  }

  @Test
  void processesAreNamedAndKilled() {
    assertThat(onlyFailure(LeavesAProcess.class, Map.of()))
        .contains(LeavesAProcess.class.getName(), "processes left running: ", "sleep 1000");
  }

  @BroodTest(mode = PoolMode.INLINE)
  static class LeavesAPool {
    @Test
    void starts() {
      FORGOTTEN.add(Pool.builder().workers(1).name("forgotten").start());
    }
  }

  @Test
  void aPoolThatTheClassItselfHasStartedMustBeClosed() {
    assertThat(failures(LeavesAPool.class, Map.of()))
        .singleElement()
        .asString()
        .contains("processes left running: ", "forgotten worker-1");
    FORGOTTEN.forEach(Pool::close); // it may have replaced the worker that was killed
  }

  @BroodTest(mode = PoolMode.INLINE)
  static class LeavesAFile {
    @Test
    void creates() throws IOException {
      left = Files.createTempFile("brood-", ".test");
    }
  }

  @Test
  void filesAreNamed() throws IOException {
    try {
      assertThat(onlyFailure(LeavesAFile.class, Map.of()))
          .contains("files left: [" + left.toAbsolutePath() + "]");
    } finally {
      Files.delete(left);
    }
  }

  @BroodTest(mode = PoolMode.INLINE)
  static class Twice {
    @BroodTest
    @Nested
    class Inner {
      @Test
      void neverRuns() {}
    }
  }

  @Test
  void aNestedClassCannotHaveSettingsOfItsOwn() {
    assertThat(onlyFailure(Twice.class, Map.of()))
        .contains("Twice$Inner shares the pool of", "so it cannot have @BroodTest too");
  }

  @BroodTest(workers = 0)
  static class NoWorkers {
    @Test
    void neverRuns() {}
  }

  @Test
  void settingsAreChecked() {
    assertThat(onlyFailure(NoWorkers.class, Map.of())).contains("at least one worker");
  }

  @Test
  void anUnknownModeIsAnError() {
    assertThat(onlyFailure(LeavesTasks.class, Map.of("brood.junit.mode", "remote")))
        .contains("brood.junit.mode is inline, threads or child-jvms, not \"remote\"");
  }
}
