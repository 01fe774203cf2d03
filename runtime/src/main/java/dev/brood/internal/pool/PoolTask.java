package dev.brood.internal.pool;

import dev.brood.Attempt;
import dev.brood.Call;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.internal.call.Outcome;
import dev.brood.wire.WireCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A task of a pool. The envelope is opened, and the task completed, on a callback thread. */
final class PoolTask<R extends @Nullable Object> extends Task<R> {
  private final WireCall<R> call;
  private final Engine engine;
  private final Executor callbacks;
  private final Timer timer;

  /** Null if the task has failed before it could be submitted. */
  private @Nullable Job job;

  private PoolTask(WireCall<R> call, Engine engine, Executor callbacks, Timer timer) {
    super(callbacks);
    this.timer = timer;
    this.call = call;
    this.engine = engine;
    this.callbacks = callbacks;
  }

  /** Encodes the arguments and hands the call to the engine. What goes wrong, the task tells. */
  static <R extends @Nullable Object> PoolTask<R> submit(
      WireCall<R> call, Engine engine, Executor callbacks, Timer timer) {
    PoolTask<R> task = new PoolTask<>(call, engine, callbacks, timer);
    try {
      Job job = task.new TaskJob();
      task.job = job;
      engine.submit(List.of(job));
    } catch (WireException | RejectedExecutionException e) {
      task.job = null;
      task.finish(Outcome.failed(e));
    }
    return task;
  }

  private void finish(Outcome<R> outcome) {
    Throwable failure = outcome.failure();
    if (failure == null) {
      super.complete(outcome.value());
    } else {
      super.completeExceptionally(failure);
    }
  }

  @Override
  public Call<R> call() {
    return call;
  }

  @Override
  public boolean withdraw() {
    return job != null && engine.withdraw(job) && super.cancel(false);
  }

  @Override
  public List<Attempt> attempts() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> stopped() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    endWork();
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public boolean complete(R value) {
    endWork();
    return super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable exception) {
    endWork();
    return super.completeExceptionally(exception);
  }

  /** Comes before any completion from outside: dependents may wait for what the work holds. */
  private void endWork() {
    if (job != null && !isDone()) {
      engine.cancel(List.of(job));
    }
  }

  @Override
  public CompletableFuture<R> orTimeout(long timeout, TimeUnit unit) {
    return later(timeout, unit, () -> completeExceptionally(new TimeoutException()));
  }

  @Override
  public CompletableFuture<R> completeOnTimeout(R value, long timeout, TimeUnit unit) {
    return later(timeout, unit, () -> complete(value));
  }

  /** Completes on a callback thread, so that no dependent delays the timer of other tasks. */
  private CompletableFuture<R> later(long timeout, TimeUnit unit, Runnable completion) {
    if (!isDone()) {
      Future<?> pending = timer.after(timeout, unit, () -> callbacks.execute(completion));
      CompletableFuture<R> unused = whenComplete((value, failure) -> pending.cancel(false));
    }
    return this;
  }

  private final class TaskJob extends Job {
    TaskJob() {
      super(call);
    }

    @Override
    void publish(Answer answer) {
      callbacks.execute(() -> finish(answer.open(call)));
    }
  }
}
