package dev.brood.internal.pool;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread waits for answers until others say that there are enough; before it sleeps it
 * looks for them itself.
 */
final class Waiter implements Runnable {
  private final Engine engine;
  private final AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();

  Waiter(Engine engine) {
    this.engine = engine;
  }

  /** Wakes the thread that waits, if there is one. */
  @Override
  public void run() {
    Thread thread = waiting.get();
    // Once for each wait: to wake a thread is dear, and answers come in crowds.
    if (thread != null && waiting.compareAndSet(thread, null)) {
      LockSupport.unpark(thread);
    }
  }

  /**
   * Waits until it is woken, or for a while.
   *
   * @param necessary whether there is still reason to wait; asked after everybody can wake the
   *     thread
   * @param nanos how long at most; 0 for as long as it takes
   * @return false if the thread was interrupted; it stays so
   */
  boolean await(BooleanSupplier necessary, long nanos) {
    engine.collectWhile(null, necessary);
    Thread self = Thread.currentThread();
    waiting.set(self);
    try {
      if (necessary.getAsBoolean()) {
        if (nanos == 0) {
          LockSupport.park(this);
        } else {
          LockSupport.parkNanos(this, nanos);
        }
      }
    } finally {
      waiting.set(null);
    }
    return !self.isInterrupted();
  }
}
