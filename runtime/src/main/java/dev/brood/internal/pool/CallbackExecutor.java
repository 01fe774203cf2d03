package dev.brood.internal.pool;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs completions, and with them the callbacks of users, on a few threads. If callbacks sleep or
 * block so that nothing moves for a moment, a watcher adds threads until it does: a slow callback
 * delays no other task by more than that. Threads are daemons and end when there is nothing to do.
 */
final class CallbackExecutor implements Callbacks {
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final AtomicInteger threadCount = new AtomicInteger();
  private final String name;
  private final Timer timer;
  private final Keeper keeper;
  private final ThreadPoolExecutor threads;
  private final AtomicBoolean watching = new AtomicBoolean();
  private final ThreadLocal<Boolean> running = new ThreadLocal<>();
  private final Object idle = new Object();

  /** Callbacks that are running or due; guarded by {@link #idle}. */
  private int open;

  /**
   * Prepares to run callbacks.
   *
   * @param timer its own: callbacks may run on it if there is no room for other threads
   */
  CallbackExecutor(String name, Timer timer) {
    this.name = name;
    this.timer = timer;
    this.keeper = new Keeper(name);
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::newThread);
    threads.allowCoreThreadTimeOut(true);
  }

  private Thread newThread(Runnable work) {
    return daemon(work, "brood " + name + " callback " + threadCount.incrementAndGet());
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable callback) {
    synchronized (idle) {
      open++;
    }
    keeper.taken();
    execute(new Due(callback));
    watchIfAnyWait();
  }

  /**
   * Where there is no room for a thread, one that is there will do: of the callbacks, or else the
   * timer's. If there is neither, it is the caller's: nobody may wait for ever.
   */
  private void execute(Due due) {
    try {
      threads.execute(due);
    } catch (OutOfMemoryError e) {
      if (threads.getPoolSize() == 0 || !threads.getQueue().offer(due)) {
        runElsewhere(due);
      } else if (threads.getPoolSize() == 0 && threads.getQueue().remove(due)) {
        runElsewhere(due); // they have ended just then
      }
    }
  }

  private void runElsewhere(Due due) {
    try {
      Future<?> unused = timer.after(0, TimeUnit.NANOSECONDS, due);
    } catch (OutOfMemoryError e) {
      due.run();
    }
  }

  private void watchIfAnyWait() {
    if (!threads.getQueue().isEmpty() && watching.compareAndSet(false, true)) {
      try {
        daemon(this::watch, "brood " + name + " callback watcher").start();
      } catch (OutOfMemoryError e) { // it could not add any thread either
        watching.set(false);
        helpLater();
      }
    }
  }

  /** All callback threads may be blocked by those that wait behind them. */
  private void helpLater() {
    try {
      Future<?> unused = timer.after(MOMENT_NANOS, TimeUnit.NANOSECONDS, this::help);
    } catch (OutOfMemoryError e) {
      // The next callback tries again.
    }
  }

  private void help() {
    Runnable next = threads.getQueue().poll();
    if (next != null) {
      next.run();
    }
    watchIfAnyWait();
  }

  private final class Due implements Runnable {
    private final Runnable callback;

    /** An executor that could not start a thread may have kept what it was to run. */
    private final AtomicBoolean begun = new AtomicBoolean();

    Due(Runnable callback) {
      this.callback = callback;
    }

    @Override
    public void run() {
      if (begun.getAndSet(true)) {
        return;
      }
      running.set(true);
      try {
        callback.run();
      } finally {
        running.remove();
        done();
      }
    }
  }

  @Override
  public Future<?> after(long time, TimeUnit unit, Runnable work) {
    return timer.after(time, unit, () -> execute(work));
  }

  private void done() {
    keeper.done();
    synchronized (idle) {
      if (--open == 0) {
        idle.notifyAll();
      }
    }
  }

  /**
   * Waits until no callback is running or due. A callback that asks for it does not wait, since
   * that would be for itself; nor does a thread that is interrupted, which stays so.
   */
  void awaitIdle() {
    if (Boolean.TRUE.equals(running.get())) {
      return;
    }
    synchronized (idle) {
      try {
        while (open > 0) {
          idle.wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Keeps the JVM alive while a callback is running or due. */
  Keeper keeper() {
    return keeper;
  }

  /** Adds threads while callbacks wait and none ends; goes away when none waits any longer. */
  private void watch() {
    do {
      long ended = threads.getCompletedTaskCount();
      while (!threads.getQueue().isEmpty()) {
        LockSupport.parkNanos(this, MOMENT_NANOS);
        long endedNow = threads.getCompletedTaskCount();
        if (endedNow == ended) {
          addThreads();
        }
        ended = endedNow;
      }
      threads.setCorePoolSize(THREADS);
      threads.setMaximumPoolSize(THREADS);
      watching.set(false);
      // Whoever added a callback since the queue was seen empty may have seen a watcher here.
    } while (!threads.getQueue().isEmpty() && watching.compareAndSet(false, true));
  }

  private void addThreads() {
    int more = threads.getCorePoolSize() + THREADS;
    threads.setMaximumPoolSize(more);
    try {
      threads.setCorePoolSize(more);
    } catch (OutOfMemoryError e) {
      // There is no room for them yet; there may be when it is looked again.
    }
  }
}
