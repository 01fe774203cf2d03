package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerStartException;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workers are replaced: by plan, or because they have died. */
@ExtendWith(CapturedStreams.class)
class RecyclingTest {
  private static final String PROCESSES = "only processes have process ids";
  private static final String NOTHING_TO_REPLACE = "the caller's thread is not replaced";

  @TempDir private Path directory;

  @ForEachKind
  @Row("A10")
  @Scenario(16)
  @OnlyFor(value = CHILD_JVMS, because = PROCESSES)
  void aLimitOfThreeIsTheSameProcessThreeTimes(Kind kind) {
    try (Pool pool = kind.start(Pool.builder().workers(1).recycleAfterCalls(3))) {
      List<Long> pids = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        pids.add(pool.call(WorkParallel.pid()));
      }
      assertThat(pids.subList(0, 3)).containsOnly(pids.get(0));
      assertThat(pids.subList(3, 6)).containsOnly(pids.get(3)).doesNotContain(pids.get(0));
      assertThat(pids.get(6)).isNotIn(pids.get(0), pids.get(3));
    }
  }

  /** Nobody has to wait until the old one has gone: its successor is started before that. */
  @ForEachKind
  @Row("A10")
  @OnlyFor(value = CHILD_JVMS, because = PROCESSES)
  void theSuccessorIsThereBeforeTheOldOneGoes(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(Pool.builder().workers(1).recycleAfterCalls(20))) {
      long old = pool.call(WorkParallel.pid());
      for (int i = 0; i < 16; i++) {
        assertThat(pool.call(WorkParallel.pid())).isEqualTo(old);
      }
      Task<Integer> held = pool.submit(WorkParallel.pass(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      assertThat(visitor.pid()).isEqualTo(old);
      Await.until(
          () ->
              Processes.workers(ProcessHandle.current()).stream()
                  .anyMatch(worker -> worker.pid() != old));
      assertThat(held).as("the old one is there").isNotDone();
      visitor.release();
      assertThat(Await.value(held)).isEqualTo(1);
      Await.until(() -> pool.call(WorkParallel.pid()) != old);
    }
  }

  @ForEachKind
  @Row("A10")
  @OnlyFor(value = THREADS, because = "for processes, their ids tell; " + NOTHING_TO_REPLACE)
  void threadsAreReplacedToo(Kind kind) {
    try (Pool pool = kind.start(Pool.builder().workers(1).recycleAfterCalls(3))) {
      List<String> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        threads.add(pool.call(WorkParallel.thread()));
      }
      assertThat(threads.subList(0, 3)).containsOnly(threads.get(0));
      assertThat(threads.get(3)).isNotEqualTo(threads.get(0));
    }
  }

  @ForEachKind
  @Row("A10")
  @Scenario(17)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NOTHING_TO_REPLACE)
  void aBacklogDrainsThroughSeveralWorkers(Kind kind) {
    try (Pool pool = kind.start(Pool.builder().workers(1).recycleAfterCalls(2))) {
      List<Task<String>> tasks =
          IntStream.range(0, 6).mapToObj(i -> pool.submit(WorkParallel.thread())).toList();
      List<String> workers = tasks.stream().map(Await::value).toList();
      assertThat(workers).hasSize(6);
      assertThat(workers.stream().distinct()).hasSize(3);
    }
  }

  @ForEachKind
  @Row("A10")
  @Scenario(17)
  void closingWithABacklogStillYieldsAllResults(Kind kind) {
    List<Task<Integer>> tasks;
    try (Pool pool = kind.start(Pool.builder().workers(1).recycleAfterCalls(2))) {
      tasks = IntStream.range(0, 6).mapToObj(i -> pool.submit(WorkParallel.square(i))).toList();
    }
    for (int i = 0; i < 6; i++) {
      assertThat(tasks.get(i)).isCompletedWithValue(i * i);
    }
  }

  @ForEachKind
  @Row("A10")
  void foreverIsADurationLikeAnyOther(Kind kind) {
    Duration ever = ChronoUnit.FOREVER.getDuration();
    Pool.Builder settings =
        Pool.builder().workers(1).minWorkers(0).idleTimeout(ever).recycleAfter(ever);
    try (Pool pool = kind.start(settings.gracePeriod(ever))) {
      assertThat(Await.value(pool.submit(WorkParallel.square(3)))).isEqualTo(9);
    }
  }

  @ForEachKind
  @Row("A10")
  void closingEndsAWorkerThatHasACallLeft(Kind kind) {
    try (Pool pool = kind.start(Pool.builder().workers(1).recycleAfterCalls(3))) {
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  @ForEachKind
  @Row("A10")
  @OnlyFor(value = CHILD_JVMS, because = PROCESSES)
  void anOldWorkerIsReplacedAsSoonAsItHasNothingToDo(Kind kind) {
    Duration age = Duration.ofMillis(50);
    try (Pool pool = kind.start(Pool.builder().workers(1).recycleAfter(age))) {
      long first = pool.call(WorkParallel.pid());
      Await.until(() -> pool.call(WorkParallel.pid()) != first);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  @ForEachKind
  @Row("A10")
  @Scenario(14)
  @OnlyFor(value = CHILD_JVMS, because = "threads share their memory")
  void aWorkerThatHoardsIsReplaced(Kind kind) {
    long limit = 300L << 20;
    Pool.Builder settings =
        Pool.builder().workers(1).jvmArguments("-Xmx1g").recycleAboveMemory(limit);
    try (Pool pool = kind.start(settings)) {
      long first = pool.call(WorkParallel.pid());
      assertThat(pool.call(HoardParallel.keep(10))).isEqualTo(10);
      assertThat(pool.call(WorkParallel.pid())).as("a little is allowed").isEqualTo(first);
      assertThat(pool.call(HoardParallel.keep(350))).isEqualTo(360);
      Await.until(() -> pool.call(WorkParallel.pid()) != first);
      assertThat(pool.call(HoardParallel.keep(1))).as("a fresh one").isEqualTo(1);
    }
  }

  @ForEachKind
  @Row("A10")
  @Scenario(15)
  @OnlyFor(value = CHILD_JVMS, because = "threads share their memory")
  void aLimitThatAFreshWorkerExceedsIsAnError(Kind kind) {
    assertThatThrownBy(() -> kind.start(Pool.builder().workers(1).recycleAboveMemory(1)).close())
        .isExactlyInstanceOf(WorkerStartException.class);
  }

  /** What worker JVMs do when they start, from now on. */
  private Path options(String... lines) throws IOException {
    return Files.write(directory.resolve("options"), List.of(lines));
  }

  private long starts() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith("start-")).count();
    }
  }

  @ForEachKind
  @Scenario(18)
  @OnlyFor(value = CHILD_JVMS, because = "only a process can fail to start")
  void aReplacementThatCannotStartIsToldToThoseWhoWait(Kind kind) throws IOException {
    Path options = options("-Dgood=true");
    Pool.Builder settings = Pool.builder().workers(1).jvmArguments("-XX:VMOptionsFile=" + options);
    try (Pool pool = kind.start(settings)) {
      // Each start leaves a file behind and fails.
      options("-Xlog:gc:file=" + directory + "/start-%p", "-agentlib:there-is-no-such-agent");
      Task<Integer> crash = pool.submit(WorkParallel.halt(1));
      List<Task<Integer>> queued =
          IntStream.range(0, 20).mapToObj(i -> pool.submit(WorkParallel.square(i))).toList();
      assertThat(Await.failure(crash)).isExactlyInstanceOf(WorkerCrashedException.class);
      for (Task<Integer> task : queued) {
        assertThat(Await.failure(task))
            .isExactlyInstanceOf(WorkerStartException.class)
            .hasMessageContaining("there-is-no-such-agent");
      }
      long starts = starts();
      assertThat(starts).as("tried, but not again and again").isBetween(1L, 10L);
      assertThatThrownBy(() -> pool.call(WorkParallel.square(1)))
          .isInstanceOf(CompletionException.class)
          .hasCauseExactlyInstanceOf(WorkerStartException.class);
      assertThat(starts()).isBetween(starts + 1, starts + 10);

      options("-Dgood=true");
      assertThat(pool.call(WorkParallel.square(5))).as("as soon as it works again").isEqualTo(25);
    }
  }

  @ForEachKind
  @Scenario(19)
  @OnlyFor(value = CHILD_JVMS, because = "only a process can escape")
  void noReplacementEscapesAnImmediateEnd(Kind kind) throws InterruptedException {
    for (int round = 0; round < 8; round++) {
      Pool pool = kind.start(Pool.builder().workers(1).recycleAfterCalls(1));
      if (round % 2 == 0) { // replaced because it has died, or by plan
        Await.failure(pool.submit(WorkParallel.halt(1)));
      } else {
        pool.call(WorkParallel.square(1));
      }
      pool.shutdownNow();
      assertThat(pool.awaitTermination(Await.SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(NoLeaks.children()).isEmpty();
    }
  }
}
