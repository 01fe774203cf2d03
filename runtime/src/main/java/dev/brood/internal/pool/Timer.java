package dev.brood.internal.pool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does things later, on one thread of its own. What it does is short and waits for nobody. The
 * common pool would not do: its threads may all be waiting for the very calls that are to be ended.
 */
final class Timer {
  private final ScheduledThreadPoolExecutor thread;

  Timer(String pool) {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(work, "brood " + pool + " timer");
              made.setDaemon(true);
              return made;
            });
    thread.setRemoveOnCancelPolicy(true);
    thread.setKeepAliveTime(1, TimeUnit.SECONDS);
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Keeps its thread from now on: later, when a limit of time is over, there may be no room for one
   * in this process.
   *
   * @throws OutOfMemoryError if there is none now
   */
  void begin() {
    thread.allowCoreThreadTimeOut(false);
    boolean unused = thread.prestartCoreThread();
  }

  /** Lets go of its thread when there is nothing to do, and does what it has been asked for. */
  void release() {
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Cancelling what is returned forgets the work at once. After {@link #close} nothing is done.
   *
   * @throws OutOfMemoryError if there is no room for its thread; it has not been asked then
   */
  Future<?> after(long time, TimeUnit unit, Runnable work) {
    try {
      boolean unused = thread.prestartCoreThread(); // or else the work would be kept if that fails
      return thread.schedule(work, time, unit);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Forgets everything. */
  void close() {
    thread.shutdownNow();
  }
}
