package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** What runs when a task is complete. */
class CallbacksTest {

  @ForEachKind
  @Row("A3")
  @Scenario(37)
  void chainsOfAHundred(Kind kind) {
    try (Pool pool = kind.start(2)) {
      CompletableFuture<Integer> chain = CompletableFuture.completedFuture(0);
      for (int i = 0; i < 100; i++) {
        chain = chain.thenCompose(x -> pool.submit(WorkParallel.linear(x, 1, 1)));
      }
      assertThat(Await.value(chain)).isEqualTo(100);
    }
  }

  private static void count(Pool pool, int from, CompletableFuture<Integer> end) {
    pool.submit(WorkParallel.linear(from, 1, 1))
        .whenComplete(
            (value, failure) -> {
              if (failure != null) {
                end.completeExceptionally(failure);
              } else if (value == 100) {
                end.complete(value);
              } else {
                count(pool, value, end);
              }
            });
  }

  @ForEachKind
  @Row("A3")
  @Scenario(37)
  void eachCallbackSubmitsTheNextCall(Kind kind) {
    try (Pool pool = kind.start(1)) {
      CompletableFuture<Integer> end = new CompletableFuture<>();
      count(pool, 0, end);
      assertThat(Await.value(end)).isEqualTo(100);
    }
  }

  @ForEachKind
  @Row("A3")
  @Scenario(37)
  void aCallbackMayWaitForACall(Kind kind) {
    try (Pool pool = kind.start(1)) {
      List<CompletableFuture<Integer>> ends = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ends.add(
            pool.submit(WorkParallel.square(i))
                .thenApply(x -> pool.call(WorkParallel.linear(x, 1, 1))));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(Await.value(ends.get(i))).isEqualTo(i * i + 1);
      }
    }
  }

  @ForEachKind
  @Row("A3")
  @Scenario(38)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "the callbacks of an inline task run on the thread that adds them")
  void callbacksThatBlockDelayNoOtherTask(Kind kind) {
    CountDownLatch released = new CountDownLatch(1);
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      var first = pool.submit(WorkParallel.pass(gate.port(), 1));
      gate.awaitVisitor(); // so that all callbacks are there before their tasks complete
      List<CompletableFuture<Boolean>> blocked = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        blocked.add(
            pool.submit(WorkParallel.square(i))
                .thenApply(
                    x -> {
                      try {
                        released.await();
                        return true;
                      } catch (InterruptedException e) {
                        return false;
                      }
                    }));
      }
      CompletableFuture<Integer> other = pool.submit(WorkParallel.square(7)).thenApply(x -> x + 1);
      gate.open();
      assertThat(Await.value(first)).isEqualTo(1);
      assertThat(Await.value(other)).isEqualTo(50);
      assertThat(blocked).noneMatch(CompletableFuture::isDone);
      released.countDown();
      assertThat(blocked).allMatch(Await::value);
    } finally {
      released.countDown();
    }
  }

  @ForEachKind
  @Row("A3")
  @Scenario(38)
  void aCallbackThatThrowsConcernsNoOther(Kind kind) {
    try (Pool pool = kind.start(1)) {
      var task = pool.submit(WorkParallel.square(3));
      CompletableFuture<Integer> failing =
          task.thenApply(
              x -> {
                throw new IllegalStateException("in a callback");
              });
      CompletableFuture<Integer> good = task.thenApply(x -> x + 1);
      assertThat(Await.failure(failing)).hasMessageContaining("in a callback");
      assertThat(Await.value(good)).isEqualTo(10);
      assertThat(Await.value(task)).isEqualTo(9);
      assertThat(pool.call(WorkParallel.square(4))).isEqualTo(16);
    }
  }
}
