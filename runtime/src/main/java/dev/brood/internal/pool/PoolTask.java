package dev.brood.internal.pool;

import dev.brood.Call;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.internal.call.Outcome;
import dev.brood.wire.WireCall;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A task of a pool. The envelope is opened, and the task completed, on a callback thread. */
final class PoolTask<R extends @Nullable Object> extends Task<R> {
  private final WireCall<R> call;
  private final Engine engine;
  private final Executor callbacks;

  /** Null if the task has failed before it could be submitted. */
  private @Nullable Job job;

  private PoolTask(WireCall<R> call, Engine engine, Executor callbacks) {
    super(callbacks);
    this.call = call;
    this.engine = engine;
    this.callbacks = callbacks;
  }

  /** Encodes the arguments and hands the call to the engine. What goes wrong, the task tells. */
  static <R extends @Nullable Object> PoolTask<R> submit(
      WireCall<R> call, Engine engine, Executor callbacks) {
    PoolTask<R> task = new PoolTask<>(call, engine, callbacks);
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
  public boolean cancel(boolean mayInterruptIfRunning) {
    return endWorkIf(super.cancel(mayInterruptIfRunning));
  }

  @Override
  public boolean complete(R value) {
    return endWorkIf(super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable exception) {
    return endWorkIf(super.completeExceptionally(exception));
  }

  private boolean endWorkIf(boolean completed) {
    if (completed && job != null) {
      engine.cancel(List.of(job));
    }
    return completed;
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
