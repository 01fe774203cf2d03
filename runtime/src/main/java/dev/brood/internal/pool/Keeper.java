package dev.brood.internal.pool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps this JVM alive while tasks or callbacks are outstanding: by a thread that is no daemon and
 * does nothing. All other threads of a pool are daemons. Thread-safe.
 */
final class Keeper {
  /** So often the thread looks whether it is still needed. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final String name;
  private final AtomicInteger outstanding = new AtomicInteger();
  private volatile boolean keeping;

  Keeper(String pool) {
    this.name = "brood " + pool + " keeper";
  }

  /** Something is outstanding from here on. */
  void taken() {
    if (outstanding.getAndIncrement() == 0 || !keeping) {
      keep();
    }
  }

  /** It is not any longer. */
  void done() {
    outstanding.decrementAndGet();
  }

  private synchronized void keep() {
    if (!keeping) {
      keeping = true;
      Thread thread = new Thread(this::stay, name);
      thread.setDaemon(false); // although the thread that submits may be one
      try {
        thread.start();
      } catch (OutOfMemoryError e) { // there is no room for it; it is tried again with the next one
        keeping = false;
      }
    }
  }

  private void stay() {
    do {
      LockSupport.parkNanos(this, LOOK_NANOS);
    } while (!mayGo());
  }

  private synchronized boolean mayGo() {
    keeping = outstanding.get() > 0;
    return !keeping;
  }
}
