package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.CallOptions;
import dev.brood.CallTimeoutException;
import dev.brood.DeadlineExceededException;
import dev.brood.ExecutionTimeoutException;
import dev.brood.Pool;
import dev.brood.QueueTimeoutException;
import dev.brood.Task;
import dev.brood.WorkerStack;
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
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Limits of time, each with an exception of its own. */
class LimitsTest {
  private static final String UNSTOPPABLE =
      "nothing can end a call that runs on the thread that made it";
  private static final String UNKILLABLE = "a thread in an endless loop cannot be killed";

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final CallOptions TIMEOUT = CallOptions.none().timeout(SHORT);

  /** Long enough for a call to have begun in earnest, however busy the machine is. */
  private static final Duration LONGER = Duration.ofSeconds(3);

  private static final CallOptions LATER = CallOptions.none().timeout(LONGER);

  @ForEachKind
  @Row("A13")
  @Scenario(24)
  @OnlyFor(
      value = {CHILD_JVMS},
      because = UNKILLABLE)
  void anEndlessLoopIsKilled(Kind kind) {
    try (Pool pool = kind.start(1)) {
      long pid = pool.call(WorkParallel.pid());
      Task<Integer> task = pool.submit(WorkParallel.spin().with(TIMEOUT));
      assertThat(Await.failure(task)).isExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThat(pool.call(WorkParallel.pid())).isNotEqualTo(pid);
    }
  }

  @ForEachKind
  @Row("A13")
  @Scenario(25)
  @OnlyFor(
      value = {CHILD_JVMS},
      because = UNKILLABLE)
  void aCallThatIgnoresInterruptionEndsAtItsLimit(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.passStubbornly(gate.port(), 1).with(LATER));
      gate.awaitVisitor().awaitGone();
      assertThat(Await.failure(task)).isExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A13")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = UNSTOPPABLE)
  void theCauseIsTheWorkersStackAndTheStackIsThePlaceOfSubmission(Kind kind) {
    try (Pool pool = kind.start(1)) {
      String worker = pool.call(WorkParallel.worker());
      Task<Void> task = pool.submit(WorkParallel.last().with(LATER));
      Throwable failure = Await.failure(task);
      assertThat(failure).isExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThat(((CallTimeoutException) failure).limit()).isEqualTo(LONGER);
      assertThat(failure.getCause()).isExactlyInstanceOf(WorkerStack.class);
      assertThat(failure.getCause()).hasMessageContaining(worker);
      assertThat(failure.getCause().getStackTrace())
          .anySatisfy(frame -> expectFrame(frame, Work.class, "last"))
          .anySatisfy(frame -> expectFrame(frame, Thread.class, "join"));
      assertThat(failure.getStackTrace())
          .anySatisfy(
              frame ->
                  expectFrame(
                      frame,
                      LimitsTest.class,
                      "theCauseIsTheWorkersStackAndTheStackIsThePlaceOfSubmission"));
    }
  }

  private static void expectFrame(StackTraceElement frame, Class<?> type, String method) {
    assertThat(frame.getClassName()).isEqualTo(type.getName());
    assertThat(frame.getMethodName()).isEqualTo(method);
  }

  @ForEachKind
  @Row("A13")
  @Scenario(28)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = UNSTOPPABLE)
  void theQueueTheAttemptAndTheWholeAreToldApart(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> busy = pool.submit(WorkParallel.pass(gate.port(), 1));
      gate.awaitVisitor();
      Task<Integer> queued =
          pool.submit(WorkParallel.square(1).with(CallOptions.none().queueTimeout(SHORT)));
      Task<Integer> late =
          pool.submit(WorkParallel.square(1).with(CallOptions.none().deadline(SHORT)));
      assertThat(Await.failure(queued))
          .isExactlyInstanceOf(QueueTimeoutException.class)
          .hasNoCause();
      assertThat(Await.failure(late)).isExactlyInstanceOf(DeadlineExceededException.class);
      assertThat(queued.attempts()).as("never begun").isEmpty();
      gate.open();
      assertThat(Await.value(busy)).isEqualTo(1);

      Task<Void> running = pool.submit(WorkParallel.last().with(TIMEOUT));
      assertThat(Await.failure(running)).isExactlyInstanceOf(ExecutionTimeoutException.class);
      CallOptions enoughToBegin = CallOptions.none().deadline(Duration.ofSeconds(1));
      Task<Void> over = pool.submit(WorkParallel.last().with(enoughToBegin));
      assertThat(Await.failure(over))
          .isExactlyInstanceOf(DeadlineExceededException.class)
          .hasCauseExactlyInstanceOf(WorkerStack.class);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  @ForEachKind
  @Row("A13")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = UNSTOPPABLE)
  void limitsHoldForBlockingCallsAndMaps(Kind kind) {
    try (Pool pool = kind.start(2)) {
      assertThatThrownBy(() -> pool.call(WorkParallel.last().with(TIMEOUT)))
          .isInstanceOf(CompletionException.class)
          .hasCauseExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThatThrownBy(
              () -> pool.forEach(new String[] {""}, x -> WorkParallel.last().with(TIMEOUT)))
          .isInstanceOf(CompletionException.class)
          .hasCauseExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  @ForEachKind
  @Row("A13")
  void aLimitThatIsNotReachedChangesNothing(Kind kind) {
    CallOptions patient =
        CallOptions.none()
            .timeout(Duration.ofHours(1))
            .queueTimeout(Duration.ofHours(1))
            .deadline(Duration.ofHours(1));
    try (Pool pool = kind.start(1)) {
      assertThat(pool.call(WorkParallel.square(3).with(patient))).isEqualTo(9);
      assertThat(pool.submit(WorkParallel.square(4).with(patient)).join()).isEqualTo(16);
    }
  }

  @ForEachKind
  @Row("A2")
  @Row("A3")
  @Row("A13")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = UNSTOPPABLE)
  void aProxyMayHaveALimitForAllItsCalls(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(Await.failure(WorkParallel.on(pool, TIMEOUT).last()))
          .isExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThatThrownBy(() -> WorkParallel.blocking(pool, TIMEOUT).last())
          .isExactlyInstanceOf(ExecutionTimeoutException.class);
      assertThat(WorkParallel.blocking(pool, CallOptions.none()).square(3)).isEqualTo(9);
    }
  }

  @ForEachKind
  @Row("A3")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool has no queue")
  void callsOfHigherPriorityComeFirst(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> first = pool.submit(WorkParallel.pass(gate.port(), 0));
      gate.awaitVisitor().release();
      Await.value(first);
      Task<Integer> busy = pool.submit(WorkParallel.pass(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor(); // whatever comes now is queued
      List<Task<Integer>> tasks =
          IntStream.of(0, 0, 5, 9)
              .mapToObj(
                  priority ->
                      pool.submit(
                          WorkParallel.pass(gate.port(), 10 + priority)
                              .with(CallOptions.none().priority(priority))))
              .toList();
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        visitor.release();
        visitor = gate.awaitVisitor();
        order.add(visitor.number());
      }
      visitor.release();
      assertThat(order).containsExactly(19, 15, 10, 10);
      assertThat(Await.value(busy)).isEqualTo(1);
      assertThat(tasks).allSatisfy(task -> assertThat(Await.value(task)).isPositive());
    }
  }
}
