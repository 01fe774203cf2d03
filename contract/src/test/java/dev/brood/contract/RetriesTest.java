package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Attempt;
import dev.brood.CallOptions;
import dev.brood.ExecutionTimeoutException;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A method that may run twice survives the loss of its worker. */
class RetriesTest {
  private static final String NO_CRASH = "only a process can be killed";

  private static void kill(Gate.Visitor visitor) {
    assertThat(ProcessHandle.of(visitor.pid()).orElseThrow().destroyForcibly()).isTrue();
  }

  private static void expectAttempt(Throwable failure, int attempt, int of) {
    assertThat(failure)
        .isExactlyInstanceOf(WorkerCrashedException.class)
        .hasMessageContaining("; that was attempt " + attempt + " of " + of + ".");
    assertThat(((WorkerCrashedException) failure).attempt()).isEqualTo(attempt);
  }

  @ForEachKind
  @Row("A15")
  @Scenario(11)
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void threeKillsAndThreeRetriesAreASuccess(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(2)) {
      Task<Integer> task =
          pool.submit(WorkParallel.passAgain(gate.port(), 7).with(CallOptions.none().retries(3)));
      List<Long> pids = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Gate.Visitor visitor = gate.awaitVisitor();
        pids.add(visitor.pid());
        kill(visitor);
      }
      Gate.Visitor last = gate.awaitVisitor();
      pids.add(last.pid());
      last.release();

      assertThat(Await.value(task)).isEqualTo(7);
      assertThat(task.attempts()).extracting(Attempt::pid).isEqualTo(pids);
      for (int i = 0; i < 3; i++) {
        expectAttempt(task.attempts().get(i).failure(), i + 1, 4);
      }
      assertThat(task.attempts().get(3).failure()).isNull();
    }
  }

  @ForEachKind
  @Row("A15")
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void retriesAreBounded(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task =
          pool.submit(WorkParallel.passAgain(gate.port(), 7).with(CallOptions.none().retries(1)));
      kill(gate.awaitVisitor());
      kill(gate.awaitVisitor());
      expectAttempt(Await.failure(task), 2, 2);
      assertThat(task.attempts()).hasSize(2);
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
      assertThat(gate.visitorCount()).isEqualTo(2);
    }
  }

  @ForEachKind
  @Row("A15")
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void twoRetriesAreUsual(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.passAgain(gate.port(), 7));
      kill(gate.awaitVisitor());
      kill(gate.awaitVisitor());
      gate.awaitVisitor().release();
      assertThat(Await.value(task)).isEqualTo(7);
    }
  }

  @ForEachKind
  @Row("A15")
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void anyOtherMethodRunsAtMostOnce(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.pass(gate.port(), 7));
      kill(gate.awaitVisitor());
      assertThat(Await.failure(task)).isExactlyInstanceOf(WorkerCrashedException.class);
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
      assertThat(gate.visitorCount()).isEqualTo(1);
    }
  }

  @ForEachKind
  @Row("A13")
  @Row("A15")
  @OnlyFor(value = CHILD_JVMS, because = "a thread in an endless loop cannot be killed")
  void aLimitOfTimeHoldsForEachAttempt(Kind kind) {
    CallOptions options = CallOptions.none().timeout(Duration.ofMillis(50)).retries(2);
    try (Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.spinAgain().with(options));
      assertThat(Await.failure(task)).isExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThat(task.attempts())
          .hasSize(3)
          .allSatisfy(
              attempt ->
                  assertThat(attempt.failure())
                      .isExactlyInstanceOf(ExecutionTimeoutException.class));
    }
  }

  @ForEachKind
  @Row("A15")
  void retriesOfAnyOtherMethodAreAnError(Kind kind) {
    assertThatThrownBy(() -> WorkParallel.square(2).with(CallOptions.none().retries(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("square");
    try (Pool pool = kind.start(1)) {
      assertThat(pool.call(WorkParallel.square(2).with(CallOptions.none().retries(0))))
          .isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A15")
  void anAnswerIsOneAttemptAlsoIfItIsAFailure(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Task<Integer> good = pool.submit(WorkParallel.square(2));
      Task<Integer> bad = pool.submit(WorkParallel.fail("common", "no"));
      assertThat(Await.value(good)).isEqualTo(4);
      assertThat(Await.failure(bad)).isExactlyInstanceOf(IllegalArgumentException.class);
      assertThat(good.attempts()).hasSize(1);
      assertThat(bad.attempts())
          .singleElement()
          .satisfies(attempt -> assertThat(attempt.failure()).isNull());
    }
  }
}
