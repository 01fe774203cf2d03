package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A slow callback slows nobody, and a broken one breaks nothing. */
class CallbackExecutorTest {
  private static int pools;

  private final String name = "callbacks-" + pools++;
  private final CallbackExecutor executor = new CallbackExecutor(name, new Timer(name));

  private List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("brood " + name + " "))
        .toList();
  }

  private CompletableFuture<String> executed() {
    CompletableFuture<String> executed = new CompletableFuture<>();
    executor.execute(() -> executed.complete(Thread.currentThread().getName()));
    return executed;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void callbacksRunOnDaemonsWithTheNameOfThePool() {
    assertThat(Await.value(executed())).startsWith("brood " + name + " callback ");
    assertThat(threads())
        .isNotEmpty()
        .allMatch(thread -> thread.isDaemon() != thread.getName().endsWith(" keeper"));
  }

  @RepeatedTest(20)
  void callbacksThatBlockDelayNobody() {
    CountDownLatch gate = new CountDownLatch(1);
    try {
      for (int i = 0; i < 40; i++) {
        executor.execute(() -> await(gate));
      }
      Await.value(executed()); // while all of those block
    } finally {
      gate.countDown();
    }
  }

  @RepeatedTest(20)
  void blockingOnesMayBlockAgainAndAgain() {
    for (int round = 0; round < 4; round++) {
      CountDownLatch gate = new CountDownLatch(1);
      for (int i = 0; i < 5; i++) {
        executor.execute(() -> await(gate));
      }
      Await.value(executed());
      gate.countDown();
    }
  }

  @Test
  void callbacksThatWaitForEachOtherAllRun() {
    int count = 30;
    CountDownLatch all = new CountDownLatch(count);
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CompletableFuture<Void> end = new CompletableFuture<>();
      ends.add(end);
      executor.execute(
          () -> {
            all.countDown();
            await(all);
            end.complete(null);
          });
    }
    ends.forEach(Await::value);
  }

  @Test
  void aCallbackThatThrowsHarmsNobody() {
    Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 20; i++) {
      executor.execute(
          () -> {
            Thread.currentThread().setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
            throw new IllegalStateException("broken");
          });
    }
    Await.value(executed());
    assertThat(uncaught).allMatch(e -> e.getMessage().equals("broken"));
  }

  @Test
  void allOfManyRun() {
    int count = 20_000;
    CountDownLatch all = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      executor.execute(all::countDown);
    }
    CompletableFuture<Void> done = CompletableFuture.runAsync(() -> await(all), executor);
    Await.value(done);
  }

  @Test
  void threadsEndWhenThereIsNothingToDo() {
    CountDownLatch gate = new CountDownLatch(1);
    for (int i = 0; i < 20; i++) {
      executor.execute(() -> await(gate));
    }
    Await.value(executed());
    List<Thread> threads = threads();
    gate.countDown();
    assertThat(threads).hasSizeGreaterThan(20);
    threads.forEach(Await::end);
    assertThat(threads()).isEmpty();
  }
}
