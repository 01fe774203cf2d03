package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brood.Call;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd.Kind;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A worker's death costs the call that it was running, and nothing else. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class PoolCrashTest {

  private static WorkerCrashedException crash(Pool pool, Call<?> call) {
    Throwable thrown = catchThrowable(() -> pool.call(call));
    assertThat(thrown)
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(WorkerCrashedException.class);
    assertThat(pool.call(ChoresParallel.square(3))).as("the pool serves on").isEqualTo(9);
    return (WorkerCrashedException) thrown.getCause();
  }

  private static ProcessHandle process(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  @Test
  void theExitCodeReachesTheCaller() {
    try (Pool pool = Pool.builder().workers(1).name("exits").start()) {
      long pid = pool.call(ChoresParallel.pid());
      WorkerCrashedException exited = crash(pool, ChoresParallel.exit(1));
      assertThat(exited.exitCode()).hasValue(1);
      assertThat(exited.pid()).isEqualTo(pid);
      assertThat(exited.method()).isEqualTo("Chores.exit(int)");
      assertThat(exited.attempt()).isEqualTo(1);
      assertThat(exited.end().worker()).isEqualTo("exits worker-1");
      assertThat(exited.end().kind()).isEqualTo(Kind.EXIT);
      assertThat(exited.end().signal()).isEmpty();
      assertThat(exited)
          .hasMessageContainingAll(
              "exits worker-1", "pid " + pid, "exit code 1", "Chores.exit(int)");
      WorkerCrashedException halted = crash(pool, ChoresParallel.halt(99));
      assertThat(halted.exitCode()).hasValue(99);
      assertThat(halted.end().kind()).isEqualTo(Kind.HALT);
      assertThat(crash(pool, ChoresParallel.exit(0)).exitCode()).hasValue(0);
      WorkerCrashedException chosen = crash(pool, ChoresParallel.exit(137));
      assertThat(chosen.end().kind()).as("it was no signal").isEqualTo(Kind.EXIT);
    }
  }

  @Test
  void aSegmentationFaultIsToldByItsSignal(@TempDir Path directory) {
    Path file = directory.resolve("error.log");
    String errorFile = "-XX:ErrorFile=" + file;
    try (Pool pool = Pool.builder().workers(1).jvmArguments(errorFile).start()) {
      WorkerCrashedException crashed = crash(pool, ChoresParallel.signal("SEGV"));
      assertThat(crashed.exitCode()).hasValue(134);
      assertThat(crashed.end().kind()).isEqualTo(Kind.CRASH);
      assertThat(crashed.end().signal()).hasValue("SIGABRT");
      assertThat(crashed.end().crashFile()).hasValue(file);
      assertThat(crashed.end().crashReport()).anyMatch(line -> line.startsWith("SIGSEGV"));
      assertThat(crashed).hasMessageContainingAll("SIGABRT", "SIGSEGV", file.toString());
    }
  }

  @Test
  void aKilledWorkerIsToldByItsSignal() {
    try (Pool pool = Pool.start(1)) {
      WorkerCrashedException killed = crash(pool, ChoresParallel.signal("KILL"));
      assertThat(killed.exitCode()).hasValue(137);
      assertThat(killed.end().kind()).isEqualTo(Kind.KILLED);
      WorkerCrashedException ended = crash(pool, ChoresParallel.signal("TERM"));
      assertThat(ended.end().signal()).hasValue("SIGTERM");
      assertThat(ended.end().kind()).isEqualTo(Kind.KILLED);
      assertThat(killed).hasMessageContaining("SIGKILL");
    }
  }

  @Test
  void theLastLinesOfStandardErrorAreQuoted() {
    try (Pool pool = Pool.start(1)) {
      Task<Integer> printed = pool.submit(ChoresParallel.print("", "about to die\n"));
      Await.value(printed);
      assertThat(crash(pool, ChoresParallel.exit(5))).hasMessageContaining("about to die");
    }
  }

  @Test
  void aWorkerThatRanOutOfMemoryAnswersAndIsReplaced() {
    try (Pool pool = Pool.builder().workers(1).jvmArguments("-Xmx32m").start()) {
      long pid = pool.call(ChoresParallel.pid());
      Task<Integer> greedy = pool.submit(ChoresParallel.outOfMemory());
      List<Task<Long>> behind = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        behind.add(pool.submit(ChoresParallel.pid()));
      }
      assertThat(Await.failure(greedy)).isExactlyInstanceOf(OutOfMemoryError.class);
      behind.forEach(task -> assertThat(Await.value(task)).isNotEqualTo(pid));
      Await.until(() -> !isAlive(pid));
    }
  }

  @Test
  void ofManyCallsThoseBehindTheOneThatRanOutOfMemoryGoElsewhere() {
    try (Pool pool = Pool.builder().workers(1).jvmArguments("-Xmx32m").start()) {
      List<Outcome<Integer>> outcomes =
          pool.outcomes(
              Calls.of(
                  IntStream.range(0, 3_000),
                  i -> i == 2_000 ? ChoresParallel.outOfMemory() : ChoresParallel.square(i)));
      for (int i = 0; i < 3_000; i++) {
        if (i == 2_000) {
          assertThat(outcomes.get(i).failure()).isExactlyInstanceOf(OutOfMemoryError.class);
        } else {
          assertThat(outcomes.get(i)).isEqualTo(new Outcome.Success<>(i * i));
        }
      }
    }
  }

  @Test
  void howManyRunOutOfMemoryInFrontOfACallIsNoFaultOfItsOwn() {
    try (Pool pool = Pool.builder().workers(1).jvmArguments("-Xmx32m").start()) {
      List<Outcome<Integer>> outcomes =
          pool.outcomes(
              Calls.of(
                  IntStream.range(0, 12),
                  i -> i % 6 < 5 ? ChoresParallel.outOfMemory() : ChoresParallel.square(i)));
      for (int i = 0; i < 12; i++) {
        if (i % 6 < 5) {
          assertThat(outcomes.get(i).failure()).isExactlyInstanceOf(OutOfMemoryError.class);
        } else {
          assertThat(outcomes.get(i)).isEqualTo(new Outcome.Success<>(i * i));
        }
      }
    }
  }

  @Test
  void anArgumentThatAWorkerHasNoMemoryForIsToldSo() {
    try (Pool pool = Pool.builder().workers(1).jvmArguments("-Xmx32m").start()) {
      WorkerCrashedException lost = crash(pool, ChoresParallel.echo(new byte[128 << 20]));
      assertThat(lost.end().kind()).isEqualTo(Kind.OUT_OF_MEMORY);
      assertThat(lost).hasMessageContainingAll("before it could begin Chores.echo", "-Xmx");
    }
  }

  @Test
  void aJvmThatIsToldToEndWithoutMemoryIsToldApart() {
    String[] options = {"-Xmx32m", "-XX:+ExitOnOutOfMemoryError"};
    try (Pool pool = Pool.builder().workers(1).jvmArguments(options).start()) {
      WorkerCrashedException lost = crash(pool, ChoresParallel.outOfMemory());
      assertThat(lost.exitCode()).hasValue(3);
      assertThat(lost.end().kind()).isEqualTo(Kind.OUT_OF_MEMORY);
    }
  }

  @Test
  void aCrashInACodecIsACrash() {
    try (Pool pool = Pool.start(1)) {
      assertThat(crash(pool, ChoresParallel.haltInCodec(false)).exitCode()).hasValue(77);
      assertThat(crash(pool, ChoresParallel.haltInCodec(true)).exitCode()).hasValue(77);
    }
  }

  @Test
  void ofAHundredCallsOnThreeWorkersExactlyTheOneThatWasRunningFails() {
    try (Gate gate = new Gate();
        Pool pool = Pool.start(3)) {
      List<Task<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        tasks.add(pool.submit(ChoresParallel.pass(gate, i)));
      }
      Gate.Visitor victim = gate.awaitVisitor();
      gate.awaitVisitor();
      gate.awaitVisitor();
      process(victim.pid()).destroyForcibly();
      assertThat(Await.failure(tasks.get(victim.number())))
          .isExactlyInstanceOf(WorkerCrashedException.class);
      gate.open();
      for (int i = 0; i < 100; i++) {
        if (i != victim.number()) {
          assertThat(Await.value(tasks.get(i))).isNotEqualTo(victim.pid());
        }
      }
      assertThat(gate.visitorCount()).as("no call ran twice").isEqualTo(100);
    }
  }

  @Test
  void callsThatWereSentAheadGoElsewhere() {
    try (Gate gate = new Gate();
        Pool pool = Pool.start(1)) {
      for (int i = 0; i < 2000; i++) {
        pool.call(ChoresParallel.square(i)); // from now on, calls are sent ahead
      }
      Task<Long> first = pool.submit(ChoresParallel.pass(gate, 0));
      List<Task<Integer>> behind = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        behind.add(pool.submit(ChoresParallel.square(i)));
      }
      process(gate.awaitVisitor().pid()).destroyForcibly();
      assertThat(Await.failure(first)).isExactlyInstanceOf(WorkerCrashedException.class);
      for (int i = 0; i < 200; i++) {
        assertThat(Await.value(behind.get(i))).isEqualTo(i * i);
      }
    }
  }

  @Test
  void ofManyTinyCallsExactlyThoseThatEndTheirWorkersAreLost() {
    int count = 20_000;
    try (Pool pool = Pool.start(2)) {
      List<Outcome<Integer>> outcomes =
          pool.outcomes(
              Calls.of(
                  IntStream.range(0, count),
                  i -> ChoresParallel.squareOrHalt(i % 1999 == 1000 ? -1 : i)));
      assertThat(outcomes).hasSize(count);
      for (int i = 0; i < count; i++) {
        if (i % 1999 == 1000) {
          assertThat(outcomes.get(i).failure())
              .as("call %s", i)
              .isExactlyInstanceOf(WorkerCrashedException.class);
        } else {
          assertThat(outcomes.get(i)).as("call %s", i).isEqualTo(new Outcome.Success<>(i * i));
        }
      }
    }
  }

  @Test
  void anIdleWorkerThatDiesIsReplacedAndNobodyNotices() {
    try (Pool pool = Pool.start(2)) {
      for (ProcessHandle worker : NoLeaks.workers()) {
        worker.destroyForcibly();
        Await.value(worker.onExit());
      }
      for (int i = 0; i < 20; i++) {
        try {
          assertThat(pool.call(ChoresParallel.square(i))).isEqualTo(i * i);
        } catch (CompletionException e) { // it may have been handed over before the end was seen
          assertThat(e).hasCauseExactlyInstanceOf(WorkerCrashedException.class);
        }
      }
      Await.until(() -> NoLeaks.workers().size() == 2);
    }
  }

  @Test
  void aLargeArgumentHalfWrittenIsNoDeadlock() {
    try (Gate gate = new Gate();
        Pool pool = Pool.start(1)) {
      Task<Long> first = pool.submit(ChoresParallel.pass(gate, 0));
      Gate.Visitor visitor = gate.awaitVisitor();
      Task<byte[]> large = pool.submit(ChoresParallel.echo(new byte[64 << 20]));
      process(visitor.pid()).destroyForcibly();
      assertThat(Await.failure(first)).isExactlyInstanceOf(WorkerCrashedException.class);
      assertThat(Await.value(large)).hasSize(64 << 20);
    }
  }

  @Test
  void oneCrashAfterTheOtherLeavesThePoolWhole() {
    try (Pool pool = Pool.start(2)) {
      List<Task<Integer>> crashes = new ArrayList<>();
      List<Task<Integer>> values = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        crashes.add(pool.submit(ChoresParallel.halt(i)));
        values.add(pool.submit(ChoresParallel.square(i)));
      }
      for (int i = 0; i < 12; i++) {
        Throwable failure = Await.failure(crashes.get(i));
        assertThat(failure).isExactlyInstanceOf(WorkerCrashedException.class);
        assertThat(((WorkerCrashedException) failure).exitCode()).hasValue(i);
        assertThat(Await.value(values.get(i))).isEqualTo(i * i);
      }
      Await.until(() -> NoLeaks.workers().size() == 2);
    }
  }

  @Test
  void underAKillerEveryCallIsAValueOrATypedLoss() {
    try (Pool pool = Pool.start(2)) {
      AtomicBoolean over = new AtomicBoolean();
      Future<Integer> killer = Threads.run(() -> kill(pool, over));
      List<Future<Integer>> callers = new ArrayList<>();
      for (int c = 0; c < 6; c++) {
        callers.add(Threads.run(() -> losses(pool, 60)));
      }
      int lost = 0;
      try {
        for (Future<Integer> caller : callers) {
          lost += Await.value(caller);
        }
      } finally {
        over.set(true);
      }
      assertThat(lost).isLessThanOrEqualTo(Await.value(killer));
    }
  }

  /** Kills one worker after the other, and gives how many. */
  private static int kill(Pool pool, AtomicBoolean over) {
    int killed = 0;
    while (!over.get()) {
      ProcessHandle worker;
      try {
        worker = process(pool.call(ChoresParallel.pid()));
      } catch (CompletionException e) {
        assertThat(e).hasCauseExactlyInstanceOf(WorkerCrashedException.class);
        continue; // sent to the last victim, before the pool had noticed its death
      }
      if (worker.destroyForcibly()) {
        killed++;
      }
      Await.value(worker.onExit());
    }
    return killed;
  }

  /** How many of so many calls are lost; all others must have their right value. */
  private static int losses(Pool pool, int calls) throws InterruptedException {
    int lost = 0;
    for (int i = 0; i < calls; i++) {
      try {
        Task<Integer> task = pool.submit(ChoresParallel.busy(1000 + i));
        assertThat(task.get()).isEqualTo(1000 + i);
      } catch (ExecutionException e) {
        assertThat(e).hasCauseExactlyInstanceOf(WorkerCrashedException.class);
        lost++;
      }
    }
    return lost;
  }
}
