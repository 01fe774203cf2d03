package dev.brood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Tasks.Until;
import dev.brood.Tasks.Waited;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Waiting for several tasks changes none of them. */
class TasksTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  private final CompletableFuture<Integer> a = new CompletableFuture<>();
  private final CompletableFuture<Integer> b = new CompletableFuture<>();
  private final CompletableFuture<Integer> c = new CompletableFuture<>();
  private final List<CompletableFuture<Integer>> all = List.of(a, b, c);

  private Threads.Running<Waited<CompletableFuture<Integer>>> awaiting(Until until) {
    Threads.Running<Waited<CompletableFuture<Integer>>> waiter =
        Threads.start(() -> Tasks.await(all, until));
    Await.parked(waiter.thread());
    return waiter;
  }

  private void expectNothingLeft() {
    all.forEach(task -> assertThat(task.getNumberOfDependents()).isZero());
  }

  private static void fail(CompletableFuture<Integer> task) {
    task.completeExceptionally(new IllegalStateException());
  }

  @Test
  void allAreWaitedFor() {
    Threads.Running<Waited<CompletableFuture<Integer>>> waiter = awaiting(Until.ALL_COMPLETED);
    c.complete(3);
    fail(a);
    Await.parked(waiter.thread());
    b.cancel(false);
    assertThat(Await.value(waiter.result())).isEqualTo(new Waited<>(all, List.of()));
  }

  @Test
  void theFirstIsWaitedFor() {
    Threads.Running<Waited<CompletableFuture<Integer>>> waiter = awaiting(Until.FIRST_COMPLETED);
    fail(b);
    Waited<CompletableFuture<Integer>> waited = Await.value(waiter.result());
    assertThat(waited.done()).containsExactly(b);
    assertThat(waited.pending()).containsExactly(a, c);
    expectNothingLeft();
  }

  @Test
  void theFirstFailureIsWaitedFor() {
    Threads.Running<Waited<CompletableFuture<Integer>>> waiter = awaiting(Until.FIRST_FAILED);
    c.complete(1);
    Await.parked(waiter.thread());
    a.cancel(false);
    Waited<CompletableFuture<Integer>> waited = Await.value(waiter.result());
    assertThat(waited.done()).containsExactly(a, c);
    assertThat(waited.pending()).containsExactly(b);
    expectNothingLeft();
  }

  @Test
  void withoutAFailureAllAreWaitedFor() {
    Threads.Running<Waited<CompletableFuture<Integer>>> waiter = awaiting(Until.FIRST_FAILED);
    all.forEach(task -> task.complete(1));
    assertThat(Await.value(waiter.result()).done()).isEqualTo(all);
  }

  @Test
  void noTasksNeedNoWaiting() throws InterruptedException {
    for (Until until : Until.values()) {
      assertThat(Tasks.await(List.of(), until)).isEqualTo(new Waited<>(List.of(), List.of()));
    }
    assertThat(Tasks.asCompleted(List.of())).isEmpty();
  }

  @Test
  void whatHasCompletedNeedsNoWaiting() throws InterruptedException {
    b.complete(1);
    assertThat(Tasks.await(all, Until.FIRST_COMPLETED).done()).containsExactly(b);
    fail(c);
    assertThat(Tasks.await(all, Until.FIRST_FAILED).done()).containsExactly(b, c);
    a.complete(1);
    assertThat(Tasks.await(all, Until.ALL_COMPLETED).done()).isEqualTo(all);
  }

  @Test
  void aLimitEndsTheWait() throws InterruptedException {
    b.complete(1);
    for (Duration limit : List.of(SHORT, Duration.ZERO, Duration.ofSeconds(-1))) {
      Waited<CompletableFuture<Integer>> waited = Tasks.await(all, Until.ALL_COMPLETED, limit);
      assertThat(waited.done()).containsExactly(b);
      assertThat(waited.pending()).containsExactly(a, c);
      expectNothingLeft();
    }
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(Tasks.await(all, Until.FIRST_COMPLETED, longest).done()).containsExactly(b);
  }

  @Test
  void anInterruptEndsTheWaitAndChangesNoTask() {
    Threads.Running<Waited<CompletableFuture<Integer>>> waiter = awaiting(Until.ALL_COMPLETED);
    waiter.thread().interrupt();
    assertThat(Await.failure(waiter.result())).isInstanceOf(InterruptedException.class);
    assertThat(all).noneMatch(CompletableFuture::isDone);
    expectNothingLeft();
  }

  @Test
  void waitsForATaskThatLivesLongDoNotPileUp() throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      CompletableFuture<Integer> brief = new CompletableFuture<>();
      if (i % 10 == 0) {
        new Thread(() -> brief.complete(1)).start();
      } else {
        brief.complete(1);
      }
      Tasks.await(List.of(a, brief), Until.FIRST_COMPLETED);
      Tasks.await(List.of(a, brief), Until.ALL_COMPLETED, Duration.ZERO);
      try (Stream<CompletableFuture<Integer>> stream = Tasks.asCompleted(List.of(a, brief))) {
        assertThat(stream.findFirst()).contains(brief);
      }
    }
    expectNothingLeft();
  }

  @Test
  void tasksAreGivenAsTheyComplete() {
    c.complete(3);
    Iterator<CompletableFuture<Integer>> each = Tasks.asCompleted(List.of(a, b, c, b)).iterator();
    assertThat(each.next()).isSameAs(c);
    fail(b);
    a.complete(1);
    assertThat(List.of(each.next(), each.next(), each.next())).containsExactly(b, b, a);
    assertThat(each.hasNext()).isFalse();
  }

  @RepeatedTest(20)
  void eachTaskIsGivenOnce() {
    List<CompletableFuture<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      tasks.add(new CompletableFuture<>());
    }
    List<CompletableFuture<Integer>> shuffled = new ArrayList<>(tasks);
    Collections.shuffle(shuffled);
    for (int part = 0; part < 2; part++) {
      List<CompletableFuture<Integer>> half = shuffled.subList(part * 1000, part * 1000 + 1000);
      new Thread(() -> half.forEach(task -> task.complete(1))).start();
    }
    assertThat(Tasks.asCompleted(tasks).map(CompletableFuture::join).toList()).hasSize(2000);
  }

  @Test
  void manyTasksAreWaitedForInReasonableTime() throws InterruptedException {
    List<CompletableFuture<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      tasks.add(new CompletableFuture<>());
    }
    new Thread(() -> tasks.forEach(task -> task.complete(1))).start();
    assertThat(Tasks.await(tasks, Until.ALL_COMPLETED).pending()).isEmpty();
  }

  @Test
  void aLimitEndsTheStream() {
    b.complete(1);
    Iterator<CompletableFuture<Integer>> each = Tasks.asCompleted(all, SHORT).iterator();
    assertThat(each.next()).isSameAs(b);
    assertThatThrownBy(each::next)
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(TimeoutException.class)
        .hasMessageContaining("limit: 2");
    assertThatThrownBy(each::next).isInstanceOf(IllegalStateException.class);
    expectNothingLeft();
  }

  @Test
  void anInterruptEndsTheStreamAndIsKept() {
    Threads.Running<Boolean> consumer =
        Threads.start(
            () -> {
              assertThatThrownBy(() -> Tasks.asCompleted(all).toList())
                  .isInstanceOf(CallInterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    Await.parked(consumer.thread());
    consumer.thread().interrupt();
    assertThat(Await.value(consumer.result())).isTrue();
    assertThat(all).noneMatch(CompletableFuture::isDone);
    expectNothingLeft();
  }

  @Test
  void noneOfThemIsNull() {
    List<CompletableFuture<Integer>> holed = new ArrayList<>(all);
    holed.add(null);
    assertThatThrownBy(() -> Tasks.await(holed, Until.ALL_COMPLETED))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Tasks.asCompleted(holed)).isInstanceOf(NullPointerException.class);
  }
}
