package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerOutput;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.io.TempDir;

/** Whoever completes a task from outside ends its work. */
class CancelTest {
  private static final String COMPLETE =
      "an inline task is complete when it is handed out: there is nothing left to cancel";
  private static final String UNKILLABLE =
      "a thread that does not care for interrupts cannot be killed";

  private static final String SAME_PROCESS =
      "a program that a thread of this JVM has started is a child of this JVM";

  @TempDir private Path directory;

  private static void expectCancelled(Task<?> task) {
    assertThat(task).isCancelled();
    assertThatThrownBy(task::join).isInstanceOf(CancellationException.class);
  }

  @ForEachKind
  @Row("A12")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = COMPLETE)
  void aQueuedCallIsWithdrawnExactly(Kind kind) throws IOException {
    Path file = directory.resolve("lines");
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> running = pool.submit(WorkParallel.pass(gate.port(), 1));
      gate.awaitVisitor();
      List<Task<Void>> queued = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        queued.add(pool.submit(WorkParallel.append(file.toString(), "line " + i)));
      }
      for (int i = 0; i < 20; i++) {
        if (i % 2 == 0 && queued.get(i).withdraw()) {
          expectCancelled(queued.get(i));
          Await.value(queued.get(i).stopped());
          assertThat(queued.get(i).attempts()).isEmpty();
        } else {
          expected.add("line " + i);
        }
      }
      assertThat(expected).as("a call behind one that takes long is still queued").hasSize(10);
      assertThat(running.withdraw()).as("it has begun").isFalse();
      gate.open();
      queued.stream().filter(task -> !task.isCancelled()).forEach(Await::value);
      assertThat(Files.readAllLines(file)).isEqualTo(expected);
      assertThat(queued.get(1).withdraw()).as("it is done").isFalse();
    }
  }

  @ForEachKind
  @Row("A12")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = COMPLETE)
  void whoeverIsCancelledAtOnceCostsNoWorker(Kind kind) {
    Duration patience = Duration.ofHours(1); // whoever obeys an interrupt is not killed
    try (Pool pool = kind.start(Pool.builder().workers(1).gracePeriod(patience))) {
      for (int i = 0; i < 50; i++) {
        Task<Void> task = pool.submit(WorkParallel.last());
        task.cancel(true);
        Await.value(task.stopped());
        assertThat(pool.call(WorkParallel.square(i))).isEqualTo(i * i);
      }
    }
  }

  @ForEachKind
  @Row("A12")
  @Scenario(26)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = COMPLETE)
  void aRunningCallIsInterruptedAndItsWorkerIsFreeForOthers(Kind kind) {
    Duration patience = Duration.ofHours(1); // whoever obeys an interrupt is not killed
    try (Gate gate = new Gate();
        Pool pool = kind.start(Pool.builder().workers(1).gracePeriod(patience))) {
      String worker = pool.call(WorkParallel.thread());
      Task<Integer> task = pool.submit(WorkParallel.pass(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      Task<String> next = pool.submit(WorkParallel.thread());
      assertThat(task.cancel(true)).isTrue();
      expectCancelled(task);
      visitor.awaitGone();
      Await.value(task.stopped());
      assertThat(Await.value(next)).isEqualTo(worker);
    }
  }

  @ForEachKind
  @Row("A12")
  @Scenario(25)
  @OnlyFor(
      value = {CHILD_JVMS},
      because = UNKILLABLE)
  void aCallThatIgnoresInterruptionStillEnds(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.passStubbornly(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      assertThat(task.cancel(true)).isTrue();
      visitor.awaitGone();
      Await.value(task.stopped());
      assertThat(pool.call(WorkParallel.pid())).isNotEqualTo(visitor.pid());
    }
  }

  @ForEachKind
  @Row("A12")
  @Scenario(25)
  @OnlyFor(
      value = {THREADS},
      because = "in a child JVM the call is killed; inline it cannot even be cancelled")
  void aThreadThatIgnoresInterruptionIsReplaced(Kind kind) {
    try (Gate gate = new Gate()) {
      Pool pool = kind.start(1);
      Task<Integer> task = pool.submit(WorkParallel.passStubbornly(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      assertThat(task.cancel(true)).isTrue();
      assertThat(pool.call(WorkParallel.square(6))).as("by another thread").isEqualTo(36);
      gate.open();
      visitor.awaitGone();
      pool.close();
    }
  }

  @ForEachKind
  @Row("A12")
  @Scenario(27)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = COMPLETE)
  void ofThreeCallsTheQueuedAndTheRunningAreCancelled(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> first = pool.submit(WorkParallel.pass(gate.port(), 1));
      Task<Integer> second = pool.submit(WorkParallel.pass(gate.port(), 2));
      Task<Integer> third = pool.submit(WorkParallel.pass(gate.port(), 3));
      assertThat(gate.awaitVisitor().number()).isEqualTo(1);
      assertThat(second.cancel(true)).isTrue();
      assertThat(first.cancel(true)).isTrue();
      Gate.Visitor last = gate.awaitVisitor();
      assertThat(last.number()).isEqualTo(3);
      last.release();
      assertThat(Await.value(third)).isEqualTo(3);
      assertThat(gate.visitorCount()).as("the second never began").isEqualTo(2);
      expectCancelled(first);
      expectCancelled(second);
    }
  }

  @ForEachKind
  @Row("A12")
  @Row("B5")
  @Scenario(30)
  @OnlyFor(
      value = {CHILD_JVMS},
      because = SAME_PROCESS)
  void whatACallHasStartedGoesWithItsWorker(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.startProgram(gate.port()));
      Gate.Visitor visitor = gate.awaitVisitor();
      ProcessHandle program = ProcessHandle.of(visitor.number()).orElseThrow();
      assertThat(program.isAlive()).isTrue();
      task.cancel(true);
      Processes.awaitEnd(program);
      assertThat(pool.call(WorkParallel.pid())).isNotEqualTo(visitor.pid());
    }
  }

  @ForEachKind
  @Row("B5")
  @OnlyFor(
      value = {CHILD_JVMS},
      because = SAME_PROCESS)
  void whatACallHasLeftBehindGoesWhenThePoolIsClosed(Kind kind) {
    assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "who has cut loose is not found");
    List<ProcessHandle> programs = new ArrayList<>();
    try (Gate gate = new Gate()) {
      int port = gate.port();
      List<Call<Integer>> calls =
          List.of(WorkParallel.startProgram(port), WorkParallel.leaveProgram(port));
      try (Pool pool = kind.start(1)) {
        for (Call<Integer> call : calls) {
          Task<Integer> task = pool.submit(call);
          Gate.Visitor visitor = gate.awaitVisitor();
          programs.add(ProcessHandle.of(visitor.number()).orElseThrow());
          visitor.release();
          assertThat(Await.value(task)).isZero();
        }
        assertThat(programs).as("the worker lives").allMatch(ProcessHandle::isAlive);
      }
      programs.forEach(Processes::awaitEnd);
    } finally {
      programs.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @ForEachKind
  @Row("B5")
  @OnlyFor(
      value = {CHILD_JVMS},
      because = SAME_PROCESS)
  void aProgramThatReadsTheInputOfItsWorkerKeepsNoCallFromIt(Kind kind) {
    CallOptions limit = CallOptions.none().deadline(Duration.ofSeconds(10));
    Pool.Builder settings = Pool.builder().workers(1).output(WorkerOutput.discard());
    long program;
    try (Pool pool = kind.start(settings)) {
      long worker = pool.call(WorkParallel.pid());
      program = pool.call(WorkParallel.leaveReader());
      for (int i = 0; i < 20; i++) {
        States.awaitAsleep(worker); // it must be woken, and learns of that by its input
        assertThat(pool.call(WorkParallel.square(i).with(limit))).isEqualTo(i * i);
      }
      assertThat(pool.call(WorkParallel.pid())).as("no worker is lost").isEqualTo(worker);
    }
    ProcessHandle.of(program).ifPresent(Processes::awaitEnd);
  }

  @ForEachKind
  @Row("B5")
  @OnlyFor(
      value = {CHILD_JVMS},
      because = SAME_PROCESS)
  void whatAProgramPrintsIsPrintedByItsWorker(Kind kind) {
    List<WorkerOutput.Line> lines = new CopyOnWriteArrayList<>();
    WorkerOutput output =
        line -> {
          if (line.text().equals("by a program")) {
            lines.add(line);
          }
        };
    Pool.Builder settings = Pool.builder().workers(1).name("printing").output(output);
    try (Pool pool = kind.start(settings)) {
      assertThat(pool.call(WorkParallel.printByProgram("by a program"))).isZero();
      Await.until(() -> lines.size() == 2);
    }
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.worker()).isEqualTo("printing worker-1"))
        .extracting(WorkerOutput.Line::isError)
        .containsExactlyInAnyOrder(false, true);
  }

  @ForEachKind
  @Row("A21")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = COMPLETE)
  void aTimeLimitOfTheFutureEndsTheWork(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.pass(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      var limited = task.orTimeout(1, TimeUnit.MILLISECONDS);
      assertThat(Await.failure(limited)).isExactlyInstanceOf(TimeoutException.class);
      visitor.awaitGone();
      Await.value(task.stopped());
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A21")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = COMPLETE)
  void aValueFromElsewhereEndsTheWork(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.pass(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      assertThat(task.complete(42)).isTrue();
      assertThat(task).isCompletedWithValue(42);
      visitor.awaitGone();
      Await.value(task.stopped());
    }
  }

  @ForEachKind
  @Row("A21")
  void everyTaskIsACompletionStage(Kind kind) {
    try (Pool pool = kind.start(1)) {
      var stage = pool.submit(WorkParallel.square(3)).thenCompose(x -> pool.submit(again(x)));
      assertThat(Await.value(stage.toCompletableFuture())).isEqualTo(81);
    }
  }

  private static Call<Integer> again(int x) {
    return WorkParallel.square(x);
  }
}
