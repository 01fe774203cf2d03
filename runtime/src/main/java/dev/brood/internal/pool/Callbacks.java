package dev.brood.internal.pool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs what may take its time, such as code of the user's: now or later. Thread-safe. */
interface Callbacks extends Executor {

  /** Runs work later. Cancelling what is returned forgets work that is not due yet. */
  Future<?> after(long time, TimeUnit unit, Runnable work);

  /** Runs work later, unless a future is done by then. */
  default void after(long time, TimeUnit unit, CompletableFuture<?> unlessDone, Runnable work) {
    if (!unlessDone.isDone()) {
      Future<?> pending = after(time, unit, work);
      CompletableFuture<?> unused =
          unlessDone.whenComplete((value, failure) -> pending.cancel(false));
    }
  }
}
