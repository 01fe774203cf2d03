package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What depends on a task runs on threads of its own, and harms no other task. */
@ExtendWith(NoLeaks.class)
class PoolCallbackTest {
  private final Gate gate = new Gate();
  private Pool pool;

  @BeforeEach
  void start() {
    pool = Pool.builder().workers(2).name("callbacks").start();
  }

  @AfterEach
  void close() {
    pool.close();
    gate.close();
  }

  private static String thread() {
    return Thread.currentThread().getName();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void dependentsRunOnCallbackThreads() {
    List<CompletableFuture<String>> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Task<Long> task = pool.submit(ChoresParallel.pass(gate, i));
      threads.add(task.thenApply(x -> thread()));
      threads.add(task.thenApplyAsync(x -> thread()));
      threads.add(task.thenApply(x -> x).thenCombine(task, (x, y) -> thread()));
      threads.add(task.handle((x, e) -> thread()).thenApplyAsync(name -> name + " " + thread()));
    }
    gate.open();
    assertThat(threads)
        .allSatisfy(
            thread -> assertThat(Await.value(thread)).startsWith("brood callbacks callback "));
  }

  @Test
  void dependentsOfFailedTasksRunThereToo() {
    Task<Long> crash = pool.submit(ChoresParallel.pass(gate, 1)); // the gate's end makes it fail
    CompletableFuture<String> dependent = crash.handle((x, e) -> thread() + " " + (e != null));
    gate.awaitVisitor();
    gate.close();
    assertThat(Await.value(dependent)).startsWith("brood callbacks callback ").endsWith(" true");
  }

  @Test
  void callbacksThatBlockDelayNobody() {
    CountDownLatch never = new CountDownLatch(1);
    try {
      List<CompletableFuture<Void>> blocked = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        blocked.add(pool.submit(ChoresParallel.square(i)).thenAcceptAsync(x -> await(never)));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(Await.value(pool.submit(ChoresParallel.square(i)))).isEqualTo(i * i);
      }
      assertThat(pool.call(ChoresParallel.square(5))).isEqualTo(25);
      assertThat(blocked).noneMatch(CompletableFuture::isDone);
    } finally {
      never.countDown();
    }
  }

  @Test
  void callbacksThatThrowHarmNobody() {
    List<CompletableFuture<Object>> broken = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      broken.add(
          pool.submit(ChoresParallel.square(i))
              .thenApply(
                  x -> {
                    throw new StackOverflowError("callback " + x);
                  }));
    }
    broken.forEach(
        stage -> assertThat(Await.failure(stage)).isInstanceOf(StackOverflowError.class));
    assertThat(pool.call(ChoresParallel.square(5))).isEqualTo(25);
  }

  @Test
  void callbacksMaySubmitAndWait() {
    CompletableFuture<Integer> chain = CompletableFuture.completedFuture(0);
    for (int i = 0; i < 100; i++) {
      chain =
          chain.thenCompose(
              sum -> pool.submit(ChoresParallel.square(2)).thenApply(four -> sum + four));
    }
    assertThat(Await.value(chain)).isEqualTo(400);
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(
          pool.submit(ChoresParallel.square(3))
              .thenApply(nine -> nine + pool.call(ChoresParallel.square(1))));
    }
    waiting.forEach(stage -> assertThat(Await.value(stage)).isEqualTo(10));
  }

  @Test
  void cancellingADependentLeavesTheTaskAlone() {
    Task<Long> task = pool.submit(ChoresParallel.pass(gate, 1));
    assertThat(task.thenApply(x -> x).cancel(true)).isTrue();
    gate.awaitVisitor().release();
    assertThat(Await.value(task)).isPositive();
  }
}
