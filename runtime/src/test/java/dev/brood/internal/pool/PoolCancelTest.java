package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.CallInterruptedException;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import dev.brood.testkit.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work that nobody wants any more ends, and the worker is free for others. */
@ExtendWith(NoLeaks.class)
class PoolCancelTest {
  private final Gate gate = new Gate();
  private Pool pool;

  @BeforeEach
  void start() {
    pool = Pool.start(1);
  }

  @AfterEach
  void close() {
    assertThat(pool.call(ChoresParallel.square(3))).as("the pool serves on").isEqualTo(9);
    pool.close();
    gate.close();
  }

  @Test
  void aRunningCallEndsThoughItHeedsNothing() {
    long pid = pool.call(ChoresParallel.pid());
    Task<Long> endless = pool.submit(ChoresParallel.pass(gate, 1));
    assertThat(gate.awaitVisitor().pid()).isEqualTo(pid);
    assertThat(endless.cancel(true)).isTrue();
    assertThat(endless).isCancelled();
    assertThat(pool.call(ChoresParallel.pid())).isNotEqualTo(pid);
  }

  @Test
  void aTimeoutEndsTheCall() {
    long pid = pool.call(ChoresParallel.pid());
    Task<Integer> endless = pool.submit(ChoresParallel.spin());
    assertThat(Await.failure(endless.orTimeout(100, TimeUnit.MILLISECONDS)))
        .isInstanceOf(TimeoutException.class);
    assertThat(pool.call(ChoresParallel.pid())).isNotEqualTo(pid);
  }

  @Test
  void aCancelledCallThatIsQueuedNeverRuns() {
    Task<Long> first = pool.submit(ChoresParallel.pass(gate, 1));
    Task<Long> second = pool.submit(ChoresParallel.pass(gate, 2));
    Task<Long> third = pool.submit(ChoresParallel.pass(gate, 3));
    assertThat(gate.awaitVisitor().number()).isEqualTo(1);
    assertThat(second.cancel(true)).isTrue();
    assertThat(first.cancel(true)).isTrue();
    assertThat(gate.awaitVisitor().number()).isEqualTo(3);
    gate.open();
    assertThat(Await.value(third)).isPositive();
    assertThat(gate.visitorCount()).isEqualTo(2);
  }

  @Test
  void aCancelledCallThatWasSentAheadDoesNotHarmTheOneBeforeIt() {
    for (int i = 0; i < 2000; i++) {
      pool.call(ChoresParallel.square(i)); // from now on, calls are sent ahead
    }
    Task<Long> first = pool.submit(ChoresParallel.pass(gate, 1));
    Task<Integer> endless = pool.submit(ChoresParallel.spin());
    Task<Integer> third = pool.submit(ChoresParallel.square(5));
    gate.awaitVisitor();
    endless.cancel(true);
    gate.open();
    assertThat(Await.value(first)).isPositive();
    assertThat(Await.value(third)).isEqualTo(25);
  }

  @Test
  void aQueuedCallIsWithdrawnAndARunningOneIsNot() {
    Task<Long> running = pool.submit(ChoresParallel.pass(gate, 1));
    Task<Long> queued = pool.submit(ChoresParallel.pass(gate, 2));
    gate.awaitVisitor();
    assertThat(running.withdraw()).isFalse();
    assertThat(queued.withdraw()).isTrue();
    assertThat(queued.withdraw()).isFalse();
    assertThat(queued).isCancelled();
    gate.open();
    assertThat(Await.value(running)).isPositive();
    assertThat(running.withdraw()).isFalse();
    assertThat(gate.visitorCount()).isEqualTo(1);
  }

  @Test
  void completingATaskFromOutsideEndsItsWork() {
    Task<Integer> endless = pool.submit(ChoresParallel.spin());
    assertThat(endless.complete(7)).isTrue();
    assertThat(pool.call(ChoresParallel.square(4))).isEqualTo(16);
    assertThat(endless).isCompletedWithValue(7);
  }

  @Test
  void interruptingABlockingCallerCancelsItsCall() {
    Threads.Running<Boolean> caller =
        Threads.start(
            () -> {
              assertThatThrownBy(() -> pool.call(ChoresParallel.pass(gate, 1)))
                  .isExactlyInstanceOf(CallInterruptedException.class)
                  .hasMessageContaining("Chores.pass");
              return Thread.interrupted();
            });
    gate.awaitVisitor();
    caller.thread().interrupt();
    assertThat(Await.value(caller.result())).as("the flag is kept").isTrue();
    assertThat(pool.call(ChoresParallel.square(4))).isEqualTo(16); // though the gate is shut
  }

  @Test
  void aCallerThatIsInterruptedBeforehandDoesNotWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> pool.call(ChoresParallel.spin()))
        .isExactlyInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void tenThousandQueuedCallsAreCancelledOneByOne() {
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      tasks.add(pool.submit(ChoresParallel.spin()));
    }
    tasks.forEach(task -> task.cancel(true));
    tasks.forEach(
        task -> assertThat(Await.failure(task)).isInstanceOf(CancellationException.class));
  }

  @Test
  void whatACallHasStartedDiesWithItsWorker() {
    long child = pool.call(ChoresParallel.startChild());
    ProcessHandle process = ProcessHandle.of(child).orElseThrow();
    assertThat(process.isAlive()).isTrue();
    Task<Long> endless = pool.submit(ChoresParallel.pass(gate, 1));
    gate.awaitVisitor();
    assertThat(endless.cancel(true)).isTrue();
    assertThat(pool.call(ChoresParallel.square(4))).isEqualTo(16);
    Processes.awaitEnd(process);
  }

  @Test
  void whoIsNotCancelledIsNotKilled() {
    for (int round = 0; round < 20; round++) {
      int aboutTheGrace = 196_000 + round * 400;
      Task<Integer> cancelled = pool.submit(ChoresParallel.busy(aboutTheGrace));
      List<Task<Integer>> innocent = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        innocent.add(pool.submit(ChoresParallel.busy(10_000)));
      }
      cancelled.cancel(true);
      innocent.forEach(task -> assertThat(Await.value(task)).isEqualTo(10_000));
    }
  }
}
