package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.BroodException;
import dev.brood.CallContext;
import dev.brood.CallOptions;
import dev.brood.DeadlineExceededException;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls made by calls, and pools started by them. */
class NestedCallsTest {
  private static final String UNSTOPPABLE =
      "nothing can end a call that runs on the thread that made it";

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable each = failure; each != null && chain.size() < 100; each = each.getCause()) {
      chain.add(each);
    }
    return chain;
  }

  @ForEachKind
  @Row("A18")
  void aCallMayMapOnItsOwnPool(Kind kind) {
    try (Pool pool = kind.start(2)) {
      assertThat(NestingParallel.blocking(pool).sumOfSquares(20)).isEqualTo(2470);
    }
  }

  @ForEachKind
  @Row("A18")
  void aCallMayWaitForSeveral(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(NestingParallel.blocking(pool).sumOfTwo(3, 4)).isEqualTo(25);
    }
  }

  @ForEachKind
  @Row("A18")
  void recursionOnOneWorkerDoesNotDeadlock(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(NestingParallel.blocking(pool).fibonacci(5)).isEqualTo(5);
      assertThat(pool.size()).isEqualTo(1);
    }
  }

  @ForEachKind
  @Row("A18")
  void manyCallsThatWaitForOthersDoNotDeadlock(Kind kind) {
    try (Pool pool = kind.start(2)) {
      List<Task<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        tasks.add(NestingParallel.on(pool).sumOfTwo(i, 1));
      }
      for (int i = 0; i < 6; i++) {
        assertThat(Await.value(tasks.get(i))).isEqualTo(i * i + 1);
      }
    }
  }

  @ForEachKind
  @Row("A18")
  void aCallMayHaveResultsCombined(Kind kind) {
    try (Pool pool = kind.start(2)) {
      assertThat(NestingParallel.blocking(pool).reducedSquares(1000)).isEqualTo(332_833_500);
    }
  }

  @ForEachKind
  @Row("A18")
  void shortCallsThatFollowEachOtherKeepTheirCalls(Kind kind) {
    try (Pool pool = kind.start(2)) {
      List<Task<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        tasks.add(NestingParallel.on(pool).squareThere(i));
      }
      for (int i = 0; i < 3000; i++) {
        assertThat(Await.value(tasks.get(i))).isEqualTo(i * i);
      }
    }
  }

  @ForEachKind
  @Row("A18")
  @Row("A21")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "inline, nothing waits")
  void whatCallsSubmitCountsAsQueued(Kind kind) throws InterruptedException {
    try (Pool pool = kind.start(Pool.builder().workers(1).maxQueuedBytes(100_000));
        Gate gate = new Gate()) {
      String told = NestingParallel.blocking(pool).submitBehindAGate(gate.port(), 1_000);
      assertThat(told)
          .contains(RejectedExecutionException.class.getName(), "Pool.Builder.maxQueuedCalls");
      assertThat(Integer.parseInt(told.substring(0, told.indexOf(' ')))).isBetween(90, 110);
    }
  }

  @ForEachKind
  @Row("A18")
  void whatLimitsItselfIsNotCounted(Kind kind) {
    try (Pool pool = kind.start(Pool.builder().workers(1).maxQueuedCalls(1).maxQueuedBytes(1))) {
      assertThat(NestingParallel.blocking(pool).sumOfSquares(20)).isEqualTo(2470);
      assertThat(NestingParallel.blocking(pool).squareThere(3)).isEqualTo(9);
    }
  }

  @ForEachKind
  @Row("A18")
  void aDepthLimitStopsRunawayRecursion(Kind kind) {
    try (Pool pool = kind.start(Pool.builder().workers(1).maxNesting(3))) {
      assertThat(NestingParallel.blocking(pool).depth(0)).isZero();
      assertThat(NestingParallel.blocking(pool).depth(3)).isEqualTo(3);
      int tooDeep = kind == Kind.INLINE ? 17 : 4; // an inline pool has no settings: 16 is usual
      Throwable failure = Await.failure(NestingParallel.on(pool).depth(tooDeep));
      assertThat(chain(failure))
          .anyMatch(each -> each instanceof RejectedExecutionException, "a rejection");
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A18")
  @Row("A22")
  void theDeadlineIsInherited(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(pool.call(NestingParallel.remaining(true))).containsExactly(-1, -1);
      CallOptions anHour = CallOptions.none().deadline(Duration.ofHours(1));
      long[] remaining = pool.call(NestingParallel.remaining(true).with(anHour));
      assertThat(remaining[0]).isBetween(1L, Duration.ofHours(1).toMillis());
      assertThat(remaining[1]).isBetween(1L, remaining[0]);
    }
  }

  @ForEachKind
  @Row("A18")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = UNSTOPPABLE)
  void theDeadlineEndsWhatTheCallHasCalled(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      CallOptions soon = CallOptions.none().deadline(Duration.ofSeconds(6));
      Task<Integer> task = pool.submit(NestingParallel.pass(gate.port(), 1).with(soon));
      gate.awaitVisitor().awaitGone();
      assertThat(Await.failure(task)).isExactlyInstanceOf(DeadlineExceededException.class);
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A18")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = UNSTOPPABLE)
  void whatACallHasCalledEndsWithItsCancellation(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(NestingParallel.pass(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      task.cancel(true);
      visitor.awaitGone();
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A18")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = UNSTOPPABLE)
  void whatACallHasCalledEndsWithItAtTheLatest(Kind kind) {
    try (Gate gate = new Gate();
        Gate own = new Gate();
        Pool pool = kind.start(2)) {
      Task<Integer> task = pool.submit(NestingParallel.leave(gate.port(), 1, own.port()));
      Gate.Visitor left = gate.awaitVisitor();
      own.open();
      assertThat(Await.value(task)).as("it did not wait").isZero();
      left.awaitGone();
    }
  }

  @ForEachKind
  @Row("A18")
  void closingThePoolOfACallHasNoEffect(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(NestingParallel.blocking(pool).closeItsPool()).isEqualTo(16);
      assertThat(pool.isShutdown()).isFalse();
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @Test
  @Row("A18")
  void outsideOfCallsThereIsNone() {
    assertThat(CallContext.current()).isEmpty();
    assertThatThrownBy(Pool::current).isInstanceOf(IllegalStateException.class);
  }

  @ForEachKind
  @Scenario(45)
  void aCallMayStartAPoolOfItsOwn(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(NestingParallel.blocking(pool).withAPoolOfItsOwn(5)).isEqualTo(25);
    }
  }

  @Test
  @Row("A20")
  @Scenario(45)
  @ExtendWith(NoLeaks.class)
  void aPoolStartedByInitialisingAClassInAWorkerIsAnErrorThatNamesTheClass() {
    try (Pool pool = Pool.start(1)) {
      Throwable failure = Await.failure(pool.submit(SelfishParallel.use(1)));
      assertThat(chain(failure))
          .anySatisfy(
              each ->
                  assertThat(each)
                      .isInstanceOf(BroodException.class)
                      .hasMessageContaining(Selfish.class.getName()));
      assertThat(pool.call(WorkParallel.square(2))).as("the pool serves on").isEqualTo(4);
      assertThat(NoLeaks.workers()).as("no worker more").hasSizeLessThanOrEqualTo(1);
    }
  }
}
