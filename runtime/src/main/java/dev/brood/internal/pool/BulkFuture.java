package dev.brood.internal.pool;

import dev.brood.Calls;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An operation on many calls that nobody waits for. Its steps are made on callback threads, which
 * it leaves while there is nothing to do. To complete it from outside ends the calls.
 */
final class BulkFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final Callbacks callbacks;
  private final MapRun<?> run;
  private final Supplier<T> result;
  private final Steps steps;
  private boolean over;

  private <R extends @Nullable Object> BulkFuture(
      Engine engine,
      Callbacks callbacks,
      Calls<R> calls,
      boolean endsAtFailure,
      MapRun.Results<R> results,
      Supplier<T> result) {
    this.callbacks = callbacks;
    this.result = result;
    this.steps = new Steps(callbacks, this::step);
    this.run = new MapRun<>(engine, callbacks, calls, endsAtFailure, results, steps);
  }

  /**
   * Begins an operation.
   *
   * @param endsAtFailure whether the first call to fail ends everything
   * @param results takes the outcomes
   * @param result gives what comes of them, when there are all
   */
  static <R extends @Nullable Object, T extends @Nullable Object> BulkFuture<T> start(
      Engine engine,
      Callbacks callbacks,
      Calls<R> calls,
      boolean endsAtFailure,
      MapRun.Results<R> results,
      Supplier<T> result) {
    BulkFuture<T> future =
        new BulkFuture<>(engine, callbacks, calls, endsAtFailure, results, result);
    future.steps.run();
    return future;
  }

  private void step() {
    if (over) {
      return;
    }
    Throwable thrown = null;
    try {
      if (!isDone() && !run.step()) {
        return;
      }
    } catch (Throwable e) {
      Throwable failure = run.failure();
      thrown = failure != null ? failure : e;
    }
    over = true;
    thrown = run.closeSource(thrown);
    if (thrown != null) {
      super.completeExceptionally(thrown);
    } else if (!run.isEnded()) { // otherwise whoever has ended it completes this
      super.complete(result.get());
    }
  }

  /** Comes before any completion from outside: dependents may wait for what the work holds. */
  private void endWork() {
    if (!isDone()) {
      run.end();
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    endWork();
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public boolean complete(T value) {
    endWork();
    return super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable exception) {
    endWork();
    return super.completeExceptionally(exception);
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    executor.execute(
        () -> {
          if (isDone()) {
            return;
          }
          try {
            complete(supplier.get());
          } catch (Throwable e) {
            completeExceptionally(e);
          }
        });
    return this;
  }

  @Override
  public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
    return later(timeout, unit, () -> completeExceptionally(new TimeoutException()));
  }

  @Override
  public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
    return later(timeout, unit, () -> complete(value));
  }

  /** Completes on a callback thread, so that no dependent delays the timer of others. */
  private CompletableFuture<T> later(long timeout, TimeUnit unit, Runnable completion) {
    callbacks.after(timeout, unit, this, completion);
    return this;
  }

  @Override
  public Executor defaultExecutor() {
    return callbacks;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new Dependent<>(callbacks);
  }

  /** A stage that depends on the operation: an ordinary future with the same executor. */
  private static final class Dependent<U> extends CompletableFuture<U> {
    private final Executor callbacks;

    Dependent(Executor callbacks) {
      this.callbacks = callbacks;
    }

    @Override
    public Executor defaultExecutor() {
      return callbacks;
    }

    @Override
    public <V> CompletableFuture<V> newIncompleteFuture() {
      return new Dependent<>(callbacks);
    }
  }
}
