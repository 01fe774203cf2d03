package dev.brood.internal.pool;

import java.util.concurrent.Executor;
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
final class CallbackExecutor implements Executor {
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final AtomicInteger threadCount = new AtomicInteger();
  private final String name;
  private final Keeper keeper;
  private final ThreadPoolExecutor threads;
  private final AtomicBoolean watching = new AtomicBoolean();
  private final ThreadLocal<Boolean> running = new ThreadLocal<>();
  private final Object idle = new Object();

  /** Callbacks that are running or due; guarded by {@link #idle}. */
  private int open;

  CallbackExecutor(String name) {
    this.name = name;
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
    threads.execute(
        () -> {
          running.set(true);
          try {
            callback.run();
          } finally {
            running.remove();
            done();
          }
        });
    if (!threads.getQueue().isEmpty() && watching.compareAndSet(false, true)) {
      daemon(this::watch, "brood " + name + " callback watcher").start();
    }
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
          resize(threads.getCorePoolSize() + THREADS);
        }
        ended = endedNow;
      }
      resize(THREADS);
      watching.set(false);
      // Whoever added a callback since the queue was seen empty may have seen a watcher here.
    } while (!threads.getQueue().isEmpty() && watching.compareAndSet(false, true));
  }

  private void resize(int size) {
    if (size > threads.getCorePoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    } else {
      threads.setCorePoolSize(size);
      threads.setMaximumPoolSize(size);
    }
  }
}
