package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Task;
import dev.brood.fixtures.Probe;
import dev.brood.testkit.Await;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A task is a future; whoever completes it from outside ends the work. */
class TaskTest {
  private final ScriptedEngine engine = new ScriptedEngine();
  private final Timer timer = new Timer("test");
  private final List<Runnable> callbacks = Collections.synchronizedList(new ArrayList<>());

  /** Remembers what is due. */
  private final class Remembering implements Callbacks {
    @Override
    public void execute(Runnable work) {
      callbacks.add(work);
    }

    @Override
    public Future<?> after(long time, TimeUnit unit, Runnable work) {
      return timer.after(time, unit, () -> execute(work));
    }
  }

  private Task<String> submitted() {
    return PoolTask.submit(Probe.of(() -> "result"), engine, new Remembering(), new Keeper("test"));
  }

  private void runCallbacks() {
    List<Runnable> now = List.copyOf(callbacks);
    callbacks.clear();
    now.forEach(Runnable::run);
  }

  @Test
  void theThreadThatBringsTheAnswerDoesNotCompleteTheTask() {
    Task<String> task = submitted();
    List<String> seen = new ArrayList<>();
    CompletableFuture<Void> dependent = task.thenAccept(seen::add);
    engine.run(engine.submitted.get(0));
    assertThat(task).isNotDone();
    runCallbacks();
    assertThat(task).isCompletedWithValue("result");
    assertThat(dependent).isDone();
    assertThat(seen).containsExactly("result");
  }

  @Test
  void everyCompletionFromOutsideEndsTheWork() {
    Task<String> cancelled = submitted();
    assertThat(cancelled.cancel(true)).isTrue();
    assertThat(cancelled).isCancelled();
    assertThat(submitted().complete("other")).isTrue();
    assertThat(submitted().completeExceptionally(new IllegalStateException())).isTrue();
    CompletableFuture<String> late = submitted().orTimeout(1, TimeUnit.MILLISECONDS);
    Await.until(() -> !callbacks.isEmpty()); // completed there, not on the timer's thread
    runCallbacks();
    assertThat(Await.failure(late)).isInstanceOf(TimeoutException.class);
    late = submitted().completeOnTimeout("late", 1, TimeUnit.MILLISECONDS);
    Await.until(() -> !callbacks.isEmpty());
    runCallbacks();
    assertThat(late).isCompletedWithValue("late");
    Await.until(() -> engine.cancelled.size() == 5); // the work ends after the task
    assertThat(engine.cancelled).isEqualTo(engine.submitted);
  }

  @Test
  void anAsynchronousCompletionEndsTheWorkToo() {
    Task<String> task = submitted();
    Await.value(task.completeAsync(() -> "other", Runnable::run));
    assertThat(engine.cancelled).isEqualTo(engine.submitted);
    Task<String> failed = submitted();
    Await.failure(
        failed.completeAsync(
            () -> {
              throw new IllegalStateException("supplier");
            },
            Runnable::run));
    assertThat(engine.cancelled).isEqualTo(engine.submitted);
  }

  @Test
  void completingWhatIsCompleteEndsNothing() {
    Task<String> task = submitted();
    engine.run(engine.submitted.get(0));
    runCallbacks();
    assertThat(task.cancel(true)).isFalse();
    assertThat(task.complete("other")).isFalse();
    assertThat(engine.cancelled).isEmpty();
    assertThat(task).isCompletedWithValue("result");
  }

  @Test
  void anAnswerAfterACompletionFromOutsideIsDropped() {
    Task<String> task = submitted();
    task.complete("other");
    engine.run(engine.submitted.get(0));
    runCallbacks();
    assertThat(task).isCompletedWithValue("other");
  }

  @Test
  void onlyAQueuedTaskIsWithdrawn() {
    Task<String> task = submitted();
    assertThat(task.withdraw()).isFalse();
    assertThat(task).isNotDone();
    engine.queued = true;
    assertThat(task.withdraw()).isTrue();
    assertThat(task).isCancelled();
  }

  @Test
  void dependentsHaveTheTasksExecutor() {
    Task<String> task = submitted();
    CompletableFuture<Integer> dependent = task.thenApply(String::length);
    assertThat(dependent.defaultExecutor()).isSameAs(task.defaultExecutor());
    assertThat(dependent.thenApply(x -> x).defaultExecutor()).isSameAs(task.defaultExecutor());
    assertThat(dependent).isNotInstanceOf(Task.class);
    dependent.cancel(true); // a dependent is not the work
    assertThat(engine.cancelled).isEmpty();
  }

  @Test
  void outcomesAreNotReplaced() {
    Task<String> task = submitted();
    assertThatThrownBy(() -> task.obtrudeValue("other"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> task.obtrudeException(new IllegalStateException()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(task).isNotDone();
  }
}
