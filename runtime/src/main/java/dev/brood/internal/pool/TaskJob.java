package dev.brood.internal.pool;

import dev.brood.Attempt;
import dev.brood.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The job of a task. The envelope is opened, and the task completed, on a callback thread.
 *
 * <p>Concurrency: the monitor guards what becomes of {@link #stopped}.
 */
final class TaskJob<R extends @Nullable Object> extends Job {
  private final PoolTask<R> task;

  private volatile @Nullable WorkerId answeredBy;
  private volatile boolean published;

  private boolean isReleased;
  private @Nullable CompletableFuture<Void> stopped;

  TaskJob(PoolTask<R> task) {
    super(task.call());
    this.task = task;
  }

  @Override
  boolean isCounted() {
    return true;
  }

  @Override
  Call<?> call() {
    return task.call();
  }

  List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>(lostAttempts());
    WorkerId worker = answeredBy;
    if (worker != null) {
      attempts.add(new Attempt(worker.name(), worker.pid(), null));
    }
    return List.copyOf(attempts);
  }

  @Override
  void publish(Answer answer) {
    answeredBy = answer.worker();
    published = true;
    task.answered(answer);
    task.keeper().done();
  }

  @Override
  void released() {
    if (!published) {
      task.keeper().done();
    }
    CompletableFuture<Void> toComplete;
    synchronized (this) {
      isReleased = true;
      toComplete = stopped;
    }
    if (toComplete != null) {
      task.callbacks().execute(() -> toComplete.complete(null));
    }
  }

  /** Completed when the job has been released. */
  synchronized CompletableFuture<Void> stopped() {
    if (stopped == null) {
      stopped = new CompletableFuture<>();
      if (isReleased) {
        stopped.complete(null);
      }
    }
    return stopped.copy();
  }
}
