package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.INLINE;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
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
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The end of a pool, as that of an {@code ExecutorService}. */
class LifecycleTest {
  private static final String NO_QUEUE =
      "an inline task is complete when it is handed out, so none is ever running or queued";

  private static Future<Boolean> closing(Pool pool) {
    return Threads.run(
        () -> {
          pool.close();
          return NoLeaks.children().isEmpty();
        });
  }

  private static boolean terminates(Pool pool) {
    try {
      return pool.awaitTermination(Await.SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
  }

  @ForEachKind
  @Row("A8")
  void aPoolThatIsShutDownTakesNothingMore(Kind kind) {
    Pool pool = kind.start(1);
    assertThat(pool.isShutdown()).isFalse();
    assertThat(pool.isTerminated()).isFalse();
    pool.shutdown();
    pool.shutdown();
    assertThat(pool.isShutdown()).isTrue();
    assertThatThrownBy(() -> pool.call(WorkParallel.square(1)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> pool.map(List.of(1), WorkParallel::square))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(Await.failure(pool.submit(WorkParallel.square(1))))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(terminates(pool)).isTrue();
    assertThat(pool.isTerminated()).isTrue();
    assertThat(pool.shutdownNow()).isEmpty();
    pool.close();
  }

  @ForEachKind
  @Row("A8")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NO_QUEUE)
  void shutdownDrains(Kind kind) throws InterruptedException {
    try (Gate gate = new Gate()) {
      Pool pool = kind.start(1);
      List<Task<Integer>> tasks =
          IntStream.range(0, 5)
              .mapToObj(i -> pool.submit(WorkParallel.pass(gate.port(), i)))
              .toList();
      gate.awaitVisitor();
      pool.shutdown();
      assertThat(pool.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(pool.isTerminated()).isFalse();
      gate.open();
      assertThat(terminates(pool)).isTrue();
      for (int i = 0; i < 5; i++) {
        assertThat(Await.value(tasks.get(i))).isEqualTo(i);
      }
    }
  }

  @ForEachKind
  @Row("A8")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NO_QUEUE)
  void shutdownNowGivesBackWhatHadNotBegun(Kind kind) {
    try (Gate gate = new Gate()) {
      Pool pool = kind.start(1);
      Task<Integer> running = pool.submit(WorkParallel.pass(gate.port(), 0));
      gate.awaitVisitor();
      List<Call<Integer>> calls =
          IntStream.range(0, 5).<Call<Integer>>mapToObj(WorkParallel::square).toList();
      List<Task<Integer>> queued = calls.stream().map(pool::submit).toList();
      List<Call<?>> given = pool.shutdownNow();
      assertThat(given).hasSize(5);
      for (int i = 0; i < 5; i++) {
        assertThat(given.get(i)).isSameAs(calls.get(i));
      }
      assertThat(Await.failure(running)).isInstanceOf(CancellationException.class);
      for (Task<Integer> task : queued) {
        assertThat(Await.failure(task)).isInstanceOf(CancellationException.class);
      }
      assertThat(terminates(pool)).isTrue();
    }
  }

  @ForEachKind
  @Row("A8")
  @Scenario(29)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NO_QUEUE)
  void tenThousandLongCallsEndAtOnce(Kind kind) {
    Pool pool = kind.start(2);
    List<Task<Void>> tasks =
        IntStream.range(0, 10_000).mapToObj(i -> pool.submit(WorkParallel.last())).toList();
    pool.shutdownNow();
    assertThat(terminates(pool)).isTrue();
    assertThat(tasks).allMatch(CompletableFuture::isCompletedExceptionally);
  }

  @ForEachKind
  @Row("A8")
  @Scenario(31)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NO_QUEUE)
  void theRunningFinishAlthoughTheQueuedAreCancelled(Kind kind) {
    try (Gate gate = new Gate()) {
      Pool pool = kind.start(5);
      List<Task<Integer>> tasks =
          IntStream.range(0, 50)
              .mapToObj(i -> pool.submit(WorkParallel.pass(gate.port(), i)))
              .toList();
      List<Integer> running = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        running.add(gate.awaitVisitor().number());
      }
      pool.shutdown();
      for (int i = 0; i < 50; i++) {
        if (!running.contains(i)) {
          assertThat(tasks.get(i).withdraw()).isTrue();
        }
      }
      gate.open();
      assertThat(terminates(pool)).isTrue();
      for (int i = 0; i < 50; i++) {
        if (running.contains(i)) {
          assertThat(Await.value(tasks.get(i))).isEqualTo(i);
        } else {
          assertThat(tasks.get(i)).isCancelled();
        }
      }
      assertThat(gate.visitorCount()).isEqualTo(5);
    }
  }

  @ForEachKind
  @Row("A8")
  @Scenario(33)
  void submittingCancellingAndClosingAtOnceNeverHangs(Kind kind) {
    // A thousand times in any case; a process for each time would take minutes.
    int pools = kind == CHILD_JVMS ? 40 : 200;
    int each = 1_000 / pools;
    for (int round = 0; round < pools; round++) {
      Pool.Builder settings =
          Pool.builder()
              .workers(1)
              .minWorkers(round % 2) // every other worker starts only when there is work for it
              .gracePeriod(Duration.ZERO)
              .jvmArguments("-XX:TieredStopAtLevel=1"); // which starts quickly
      Pool pool = kind.start(settings);
      List<Task<?>> tasks = new ArrayList<>();
      Future<Boolean> closed = null;
      for (int i = 0; i < each; i++) {
        boolean endless = kind != INLINE && i % 5 == 0;
        Task<?> task =
            endless ? pool.submit(WorkParallel.last()) : pool.submit(WorkParallel.square(i));
        tasks.add(task);
        if (i == round % each) {
          closed = closing(pool);
        }
        task.cancel(true);
      }
      assertThat(Await.value(closed)).isTrue();
      assertThat(tasks).allMatch(task -> Await.value(task.handle((x, e) -> true)));
    }
  }

  @ForEachKind
  @Row("A8")
  @Scenario(34)
  void aCallbackMayClose(Kind kind) {
    Pool pool = kind.start(2);
    Task<Integer> other = pool.submit(WorkParallel.square(3));
    CompletableFuture<Boolean> closed =
        pool.submit(WorkParallel.square(2))
            .thenApplyAsync(
                x -> {
                  pool.close();
                  return NoLeaks.children().isEmpty();
                });
    assertThat(Await.value(closed)).isTrue();
    assertThat(Await.value(other)).isEqualTo(9);
    assertThat(terminates(pool)).isTrue();
  }

  @ForEachKind
  @Row("A8")
  @Scenario(34)
  void closingTwiceDoesNoHarm(Kind kind) {
    Pool pool = kind.start(1);
    assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    pool.close();
    pool.close();
    assertThat(pool.isTerminated()).isTrue();
  }

  @ForEachKind
  @Row("A8")
  @Scenario(34)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NO_QUEUE)
  void twoThreadsMayCloseAtOnce(Kind kind) {
    try (Gate gate = new Gate()) {
      Pool pool = kind.start(2);
      Task<Integer> open = pool.submit(WorkParallel.pass(gate.port(), 1));
      gate.awaitVisitor();
      Future<Boolean> one = closing(pool);
      Future<Boolean> other = closing(pool);
      gate.open();
      assertThat(Await.value(one)).isTrue();
      assertThat(Await.value(other)).isTrue();
      assertThat(open).isCompletedWithValue(1);
    }
  }

  @ForEachKind
  @Row("A8")
  @Scenario(34)
  @OnlyFor(value = CHILD_JVMS, because = "whoever ends the JVM of a thread ends the test")
  void closingDuringCrashesAnswersEverything(Kind kind) {
    for (int round = 0; round < 5; round++) {
      Pool pool = kind.start(2);
      List<Task<Integer>> crashes = new ArrayList<>();
      List<Task<Integer>> values = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        crashes.add(pool.submit(WorkParallel.halt(1)));
        values.add(pool.submit(WorkParallel.square(i)));
      }
      pool.close();
      assertThat(NoLeaks.children()).isEmpty();
      crashes.forEach(
          task ->
              assertThat(Await.failure(task)).isExactlyInstanceOf(WorkerCrashedException.class));
      for (int i = 0; i < 3; i++) {
        assertThat(Await.value(values.get(i))).isEqualTo(i * i);
      }
    }
  }

  @ForEachKind
  @Row("A8")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = NO_QUEUE)
  void anInterruptTurnsClosingIntoShuttingDownNow(Kind kind) {
    try (Gate gate = new Gate()) {
      Pool pool = kind.start(1);
      Task<Integer> open = pool.submit(WorkParallel.pass(gate.port(), 1));
      gate.awaitVisitor();
      Threads.Running<Boolean> closing =
          Threads.start(
              () -> {
                pool.close();
                return Thread.interrupted();
              });
      Await.parked(closing.thread());
      closing.thread().interrupt();
      assertThat(Await.value(closing.result())).as("the interrupt is kept").isTrue();
      assertThat(Await.failure(open)).isInstanceOf(CancellationException.class);
      assertThat(terminates(pool)).isTrue();
    }
  }
}
