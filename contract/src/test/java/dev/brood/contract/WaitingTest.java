package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.CallInterruptedException;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.Tasks;
import dev.brood.Tasks.Until;
import dev.brood.Tasks.Waited;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Waiting for several tasks together. */
class WaitingTest {
  private static final String NOTHING_PENDING =
      "an inline task is complete when it is handed out, so nothing is ever pending";

  @ForEachKind
  @Row("A11")
  void forAll(Kind kind) throws InterruptedException {
    try (Pool pool = kind.start(2)) {
      Task<Integer> one = pool.submit(WorkParallel.square(1));
      Task<Integer> bad = pool.submit(WorkParallel.fail("common", "bad"));
      Waited<Task<Integer>> waited = Tasks.await(List.of(one, bad), Until.ALL_COMPLETED);
      assertThat(waited.done()).containsExactly(one, bad);
      assertThat(waited.pending()).isEmpty();
      assertThat(Tasks.await(List.<Task<Integer>>of(), Until.FIRST_COMPLETED).done()).isEmpty();
    }
  }

  @ForEachKind
  @Row("A11")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NOTHING_PENDING)
  void forTheFirst(Kind kind) throws InterruptedException {
    try (Gate gate = new Gate();
        Pool pool = kind.start(2)) {
      Task<Integer> slow = pool.submit(WorkParallel.pass(gate.port(), 1));
      Task<Integer> quick = pool.submit(WorkParallel.square(2));
      Waited<Task<Integer>> waited = Tasks.await(List.of(slow, quick), Until.FIRST_COMPLETED);
      assertThat(waited.done()).containsExactly(quick);
      assertThat(waited.pending()).containsExactly(slow);
      assertThat(slow).as("not cancelled by it").isNotDone();
      gate.open();
      assertThat(Await.value(slow)).isEqualTo(1);
    }
  }

  @ForEachKind
  @Row("A11")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NOTHING_PENDING)
  void forTheFirstThatFails(Kind kind) throws InterruptedException {
    try (Gate gate = new Gate();
        Pool pool = kind.start(2)) {
      Task<Integer> slow = pool.submit(WorkParallel.pass(gate.port(), 1));
      Task<Integer> quick = pool.submit(WorkParallel.square(2));
      Await.value(quick);
      Task<Integer> bad = pool.submit(WorkParallel.fail("common", "bad"));
      Waited<Task<Integer>> waited = Tasks.await(List.of(slow, quick, bad), Until.FIRST_FAILED);
      assertThat(waited.done()).containsExactly(quick, bad);
      assertThat(waited.pending()).containsExactly(slow);
      gate.open();
      List<Task<Integer>> good = List.of(slow, quick);
      assertThat(Tasks.await(good, Until.FIRST_FAILED).pending()).as("none fails").isEmpty();
    }
  }

  @ForEachKind
  @Row("A11")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NOTHING_PENDING)
  void notLongerThanThat(Kind kind) throws InterruptedException {
    try (Gate gate = new Gate();
        Pool pool = kind.start(2)) {
      Task<Integer> slow = pool.submit(WorkParallel.pass(gate.port(), 1));
      Task<Integer> quick = pool.submit(WorkParallel.square(2));
      Await.value(quick);
      Waited<Task<Integer>> waited =
          Tasks.await(List.of(slow, quick), Until.ALL_COMPLETED, Duration.ofMillis(1));
      assertThat(waited.done()).containsExactly(quick);
      assertThat(waited.pending()).containsExactly(slow);

      Iterator<Task<Integer>> completed =
          Tasks.asCompleted(List.of(slow, quick), Duration.ofMillis(1)).iterator();
      assertThat(completed.next()).isSameAs(quick);
      assertThatThrownBy(completed::next)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
      assertThat(slow).isNotDone();
      gate.open();
    }
  }

  @ForEachKind
  @Row("A11")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NOTHING_PENDING)
  void tasksComeInTheOrderInWhichTheyComplete(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(3)) {
      List<Task<Integer>> tasks =
          List.of(
              pool.submit(WorkParallel.pass(gate.port(), 0)),
              pool.submit(WorkParallel.pass(gate.port(), 1)),
              pool.submit(WorkParallel.pass(gate.port(), 2)));
      Gate.Visitor[] visitors = new Gate.Visitor[3];
      for (int i = 0; i < 3; i++) {
        Gate.Visitor visitor = gate.awaitVisitor();
        visitors[visitor.number()] = visitor;
      }
      Iterator<Task<Integer>> completed = Tasks.asCompleted(tasks).iterator();
      for (int next : new int[] {2, 0, 1}) {
        visitors[next].release();
        assertThat(completed.next()).isSameAs(tasks.get(next));
      }
      assertThat(completed.hasNext()).isFalse();
    }
  }

  @ForEachKind
  @Row("A11")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NOTHING_PENDING)
  void anInterruptEndsTheWaitAndNotTheTasks(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> slow = pool.submit(WorkParallel.pass(gate.port(), 1));
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> Tasks.await(List.of(slow), Until.ALL_COMPLETED))
          .isInstanceOf(InterruptedException.class);
      Thread.currentThread().interrupt();
      Iterator<Task<Integer>> completed = Tasks.asCompleted(List.of(slow)).iterator();
      assertThatThrownBy(completed::next).isInstanceOf(CallInterruptedException.class);
      assertThat(Thread.interrupted() || !slow.isDone()).isTrue();
      gate.open();
      assertThat(Await.value(slow)).isEqualTo(1);
    }
  }
}
