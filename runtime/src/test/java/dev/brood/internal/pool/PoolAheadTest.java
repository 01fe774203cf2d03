package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Short calls are sent ahead; that must not tie them to what stands before them. */
@ExtendWith(NoLeaks.class)
class PoolAheadTest {
  private Pool pool;

  @BeforeEach
  void startAndLearnThatCallsAreShort() {
    pool = Pool.start(2);
    pool.map(IntStream.range(0, 20_000).boxed(), ChoresParallel::square);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void callsBehindAnEndlessOneAreRunByOthers() {
    Task<Integer> endless = pool.submit(ChoresParallel.spin());
    List<Task<Integer>> others = squares(50);
    for (int i = 0; i < others.size(); i++) {
      assertThat(Await.value(others.get(i))).isEqualTo(i * i);
    }
    assertThat(endless).isNotDone();
    endless.cancel(true);
  }

  @Test
  void callsBehindAnEndlessOneAreRunThoughNobodyIsEverIdle() {
    Task<Integer> endless = pool.submit(ChoresParallel.spin());
    List<Task<Integer>> others = squares(20);
    CompletableFuture<Void> load =
        CompletableFuture.runAsync(
            () -> {
              while (!Thread.interrupted() && others.stream().anyMatch(task -> !task.isDone())) {
                pool.map(IntStream.range(0, 500).boxed(), ChoresParallel::square);
              }
            });
    others.forEach(Await::value);
    Await.value(load);
    endless.cancel(true);
  }

  @Test
  void killingACallDoesNotHarmThoseBehindIt() {
    for (int round = 0; round < 10; round++) {
      Task<Integer> doomed = pool.submit(ChoresParallel.busy(199_000 + 500 * round));
      Task<Integer> doomedToo = pool.submit(ChoresParallel.busy(199_000 + 500 * round));
      List<Task<Integer>> innocent = squares(20);
      doomed.cancel(true);
      doomedToo.cancel(true);
      for (int i = 0; i < innocent.size(); i++) {
        assertThat(Await.value(innocent.get(i))).isEqualTo(i * i);
      }
    }
  }

  @Test
  void aDependentOfATimeoutMayUseTheOnlyWorker() {
    try (Pool single = Pool.start(1)) {
      CompletableFuture<Integer> fallback =
          single
              .submit(ChoresParallel.spin())
              .orTimeout(50, TimeUnit.MILLISECONDS)
              .handle((value, failure) -> single.call(ChoresParallel.square(5)));
      assertThat(Await.value(fallback)).isEqualTo(25);
    }
  }

  @Test
  void aDependentOfACancelledTaskMayCloseThePool() {
    Pool single = Pool.start(1);
    Task<Integer> endless = single.submit(ChoresParallel.spin());
    CompletableFuture<Integer> closed = endless.whenComplete((value, failure) -> single.close());
    endless.cancel(true);
    assertThat(closed).isDone();
  }

  @Test
  void blockedThreadsOfTheCommonPoolDoNotKeepACancelledCallAlive() {
    try (Pool single = Pool.start(1)) {
      Task<Integer> endless = single.submit(ChoresParallel.spin());
      List<CompletableFuture<Integer>> waiting =
          IntStream.range(0, 16)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> single.call(ChoresParallel.square(i))))
              .toList();
      endless.cancel(true);
      for (int i = 0; i < waiting.size(); i++) {
        assertThat(Await.value(waiting.get(i))).isEqualTo(i * i);
      }
    }
  }

  @Test
  void closingWaitsForCallbacks() {
    List<Integer> seen = new ArrayList<>();
    try (Pool single = Pool.start(1)) {
      for (int i = 0; i < 50; i++) {
        CompletableFuture<Void> unused =
            single
                .submit(ChoresParallel.square(i))
                .thenAccept(
                    square -> {
                      synchronized (seen) {
                        seen.add(square);
                      }
                    });
      }
    }
    assertThat(seen).hasSize(50);
  }

  private List<Task<Integer>> squares(int count) {
    return IntStream.range(0, count).mapToObj(i -> pool.submit(ChoresParallel.square(i))).toList();
  }
}
