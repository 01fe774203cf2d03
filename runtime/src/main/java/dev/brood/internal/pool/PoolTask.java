package dev.brood.internal.pool;

import dev.brood.Attempt;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.internal.call.Outcome;
import dev.brood.wire.WireCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A task of a pool: what its caller sees of a {@link TaskJob}. */
final class PoolTask<R extends @Nullable Object> extends Task<R> {
  private final WireCall<R> call;
  private final Engine engine;
  private final Callbacks callbacks;
  private final Keeper keeper;

  /** The thread that submits, as long as it does. */
  private volatile @Nullable Thread submitting = Thread.currentThread();

  /** Null if the task has failed before it could be submitted. */
  private @Nullable TaskJob<R> job;

  private PoolTask(WireCall<R> call, Engine engine, Callbacks callbacks, Keeper keeper) {
    super(callbacks);
    this.call = call;
    this.engine = engine;
    this.callbacks = callbacks;
    this.keeper = keeper;
  }

  /** Encodes the arguments and hands the call to the engine. What goes wrong, the task tells. */
  static <R extends @Nullable Object> PoolTask<R> submit(
      WireCall<R> call, Engine engine, Callbacks callbacks, Keeper keeper) {
    PoolTask<R> task = new PoolTask<>(call, engine, callbacks, keeper);
    TaskJob<R> job = null;
    try {
      job = new TaskJob<>(task);
      task.job = job;
      keeper.taken();
      engine.submit(List.of(job));
    } catch (WireException | RejectedExecutionException e) {
      task.giveUp(job);
      task.finish(Outcome.failed(e));
    } catch (RuntimeException | Error e) {
      task.giveUp(job);
      throw e;
    }
    task.submitting = null;
    return task;
  }

  private void giveUp(@Nullable TaskJob<R> taken) {
    if (taken != null) {
      keeper.done();
    }
    job = null;
  }

  private void finish(Outcome<R> outcome) {
    Throwable failure = outcome.failure();
    if (failure == null) {
      super.complete(outcome.value());
    } else {
      super.completeExceptionally(failure);
    }
  }

  /**
   * The answer has come. It is opened on a callback thread; but if the submitting thread itself has
   * run the call, then at once, so that the task is complete when it is handed out.
   */
  void answered(Answer answer) {
    Runnable finish = () -> finish(answer.open(call));
    if (submitting == Thread.currentThread()) {
      finish.run();
    } else {
      callbacks.execute(finish);
    }
  }

  Callbacks callbacks() {
    return callbacks;
  }

  Keeper keeper() {
    return keeper;
  }

  @Override
  public WireCall<R> call() {
    return call;
  }

  @Override
  public boolean withdraw() {
    return job != null && engine.withdraw(job) && super.cancel(false);
  }

  @Override
  public List<Attempt> attempts() {
    return job == null ? List.of() : job.attempts();
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return job == null ? CompletableFuture.completedFuture(null) : job.stopped();
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
    callbacks.after(timeout, unit, this, completion);
    return this;
  }
}
