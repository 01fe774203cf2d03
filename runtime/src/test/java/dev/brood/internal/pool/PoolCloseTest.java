package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Closing waits for what was taken, takes no more, and leaves no process. */
@ExtendWith(NoLeaks.class)
class PoolCloseTest {

  private static Future<Boolean> closing(Pool pool) {
    return Threads.run(
        () -> {
          pool.close();
          return NoLeaks.children().isEmpty();
        });
  }

  @Test
  void queuedAndRunningCallsAreFinished() {
    try (Gate gate = new Gate()) {
      Pool pool = Pool.start(2);
      List<Task<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        tasks.add(pool.submit(ChoresParallel.pass(gate, i)));
      }
      gate.awaitVisitor();
      Future<Boolean> closed = closing(pool);
      gate.open();
      assertThat(Await.value(closed)).as("no child is left").isTrue();
      assertThat(tasks).allSatisfy(task -> assertThat(Await.value(task)).isPositive());
    }
  }

  @Test
  void aClosedPoolTakesNothing() {
    Pool pool = Pool.start(1);
    pool.close();
    assertThatThrownBy(() -> pool.call(ChoresParallel.square(1)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> pool.map(List.of(1), ChoresParallel::square))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(Await.failure(pool.submit(ChoresParallel.square(1))))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aClosingPoolTakesNothing() {
    try (Gate gate = new Gate()) {
      Pool pool = Pool.start(1);
      Task<Long> open = pool.submit(ChoresParallel.pass(gate, 0));
      gate.awaitVisitor();
      Threads.Running<Boolean> closing =
          Threads.start(
              () -> {
                pool.close();
                return true;
              });
      Await.parked(closing.thread());
      assertThatThrownBy(() -> pool.call(ChoresParallel.square(1)))
          .isInstanceOf(RejectedExecutionException.class);
      gate.open();
      assertThat(Await.value(open)).isPositive();
      Await.value(closing.result());
    }
  }

  @Test
  void closingTwiceDoesNoHarm() {
    Pool pool = Pool.start(1);
    pool.close();
    pool.close();
    assertThat(NoLeaks.children()).isEmpty();
  }

  @RepeatedTest(5)
  void twoThreadsMayCloseAtOnce() {
    try (Gate gate = new Gate()) {
      Pool pool = Pool.start(2);
      Task<Long> open = pool.submit(ChoresParallel.pass(gate, 0));
      gate.awaitVisitor();
      Future<Boolean> one = closing(pool);
      Future<Boolean> other = closing(pool);
      gate.open();
      assertThat(Await.value(one)).isTrue();
      assertThat(Await.value(other)).isTrue();
      assertThat(Await.value(open)).isPositive();
    }
  }

  @Test
  void aCallbackMayClose() {
    Pool pool = Pool.start(2);
    Task<Integer> other = pool.submit(ChoresParallel.busy(1000));
    CompletableFuture<Boolean> closed =
        pool.submit(ChoresParallel.square(2))
            .thenApplyAsync(
                x -> {
                  pool.close();
                  return NoLeaks.children().isEmpty();
                });
    assertThat(Await.value(closed)).isTrue();
    assertThat(Await.value(other)).isEqualTo(1000);
  }

  @Test
  void anInterruptedThreadClosesAtOnceAndStaysInterrupted() {
    Pool pool = Pool.start(2);
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tasks.add(pool.submit(ChoresParallel.spin()));
    }
    Thread.currentThread().interrupt();
    pool.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(NoLeaks.children()).isEmpty();
    tasks.forEach(
        task ->
            assertThat(Await.failure(task))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("was shut down"));
  }

  @Test
  void anInterruptWhileClosingEndsTheWait() {
    try (Gate gate = new Gate()) {
      Pool pool = Pool.start(1);
      Task<Long> open = pool.submit(ChoresParallel.pass(gate, 0));
      gate.awaitVisitor();
      Threads.Running<Boolean> closing =
          Threads.start(
              () -> {
                pool.close();
                return Thread.interrupted();
              });
      Await.parked(closing.thread());
      closing.thread().interrupt();
      assertThat(Await.value(closing.result())).isTrue();
      assertThat(Await.failure(open)).isInstanceOf(CancellationException.class);
    }
  }

  @RepeatedTest(10)
  void closingDuringCrashesAnswersEverything() {
    Pool pool = Pool.start(2);
    List<Task<Integer>> crashes = new ArrayList<>();
    List<Task<Integer>> values = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      crashes.add(pool.submit(ChoresParallel.halt(1)));
      values.add(pool.submit(ChoresParallel.square(i)));
    }
    pool.close();
    assertThat(NoLeaks.children()).isEmpty();
    crashes.forEach(
        task -> assertThat(Await.failure(task)).isExactlyInstanceOf(WorkerCrashedException.class));
    for (int i = 0; i < 4; i++) {
      assertThat(Await.value(values.get(i))).isEqualTo(i * i);
    }
  }

  @RepeatedTest(10)
  void submittingCancellingAndClosingAtOnceEnds() {
    Pool pool = Pool.start(1);
    List<Task<Integer>> tasks = new ArrayList<>();
    Future<Boolean> closed = null;
    for (int i = 0; i < 100; i++) {
      Task<Integer> task =
          pool.submit(i % 10 == 0 ? ChoresParallel.spin() : ChoresParallel.square(i));
      tasks.add(task);
      if (i == 60) {
        closed = closing(pool);
      }
      task.cancel(true);
    }
    assertThat(closed).isNotNull();
    Await.value(closed);
    tasks.forEach(
        task -> assertThat(task.handle((x, e) -> true)).succeedsWithin(Duration.ofMinutes(1)));
  }

  @Test
  void tenPoolsOneAfterTheOtherLeaveNothing() {
    for (int i = 0; i < 10; i++) {
      try (Pool pool = Pool.start(1)) {
        assertThat(pool.call(ChoresParallel.square(i))).isEqualTo(i * i);
      }
    }
  }
}
