package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Work in workers, combined with work in this process. */
class CombiningTest {

  /** A virtual thread for each task where the JDK has them, else a platform thread. */
  private static ExecutorService threads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      return Executors.newCachedThreadPool();
    }
  }

  @ForEachKind
  @Row("A17")
  void workersAndThreadsMeetInOneFuture(Kind kind) {
    ExecutorService here = Executors.newSingleThreadExecutor();
    try (Pool pool = kind.start(2)) {
      CompletableFuture<String> combined =
          pool.submit(WorkParallel.square(6))
              .thenCombine(
                  CompletableFuture.supplyAsync(() -> "from a thread", here),
                  (number, text) -> number + " " + text)
              .thenCombine(pool.submit(WorkParallel.greet("you")), (a, b) -> a + ", " + b);
      assertThat(Await.value(combined)).isEqualTo("36 from a thread, hello you");
      Task<Integer> one = pool.submit(WorkParallel.square(2));
      Task<Integer> other = pool.submit(WorkParallel.square(3));
      Await.value(CompletableFuture.allOf(one, other));
      assertThat(one.join() + other.join()).isEqualTo(13);
    } finally {
      here.shutdown();
    }
  }

  @ForEachKind
  @Row("A17")
  void manyLightThreadsWaitForCalls(Kind kind) throws Exception {
    ExecutorService threads = threads();
    try (Pool pool = kind.start(2)) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        int x = i;
        results.add(threads.submit(() -> WorkParallel.blocking(pool).square(x)));
      }
      for (int i = 0; i < 500; i++) {
        assertThat(Await.value(results.get(i))).isEqualTo(i * i);
      }
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(Await.SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ForEachKind
  @Scenario(45)
  void aHundredThreadsShareAPool(Kind kind) {
    try (Pool pool = kind.start(2)) {
      List<Future<Integer>> sums = new ArrayList<>();
      for (int thread = 0; thread < 100; thread++) {
        int offset = thread;
        sums.add(
            Threads.run(
                () -> {
                  int sum = 0;
                  for (int i = 0; i < 20; i++) {
                    sum += pool.call(WorkParallel.linear(i, 1, offset));
                  }
                  return sum;
                }));
      }
      for (int thread = 0; thread < 100; thread++) {
        assertThat(Await.value(sums.get(thread))).isEqualTo(190 + 20 * thread);
      }
    }
  }

  @ForEachKind
  @Scenario(45)
  void twoPoolsWorkSideBySide(Kind kind) {
    try (Pool other = kind.start(2)) {
      List<Integer> results;
      try (Pool one = kind.start(1)) {
        var tasks =
            IntStream.range(0, 50).mapToObj(i -> one.submit(WorkParallel.square(i))).toList();
        results = other.map(IntStream.range(0, 50), WorkParallel::square);
        assertThat(tasks.stream().map(Await::value)).isEqualTo(results);
      }
      assertThat(other.call(WorkParallel.square(7))).isEqualTo(49);
    }
  }

  @ForEachKind
  @Scenario(45)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool runs its calls on the thread that waits, so it has no other")
  void aPoolsCallsDoNotWaitForAnotherPool(Kind kind) {
    try (Gate gate = new Gate();
        Pool busy = kind.start(1);
        Pool free = kind.start(1)) {
      Task<Integer> slow = busy.submit(WorkParallel.pass(gate.port(), 1));
      gate.awaitVisitor();
      assertThat(free.call(WorkParallel.square(2))).isEqualTo(4);
      assertThat(slow).isNotDone();
      gate.open();
    }
  }
}
