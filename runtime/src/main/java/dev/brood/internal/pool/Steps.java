package dev.brood.internal.pool;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has work done by an executor whenever somebody asks for it, but never by two threads at a time.
 * Who asks while it is being done has it done once more.
 */
final class Steps implements Runnable {
  private final Executor executor;
  private final Runnable step;
  private final AtomicInteger asked = new AtomicInteger();

  Steps(Executor executor, Runnable step) {
    this.executor = executor;
    this.step = step;
  }

  /** Asks for a step; does not wait. */
  @Override
  public void run() {
    if (asked.getAndIncrement() == 0) {
      executor.execute(this::work);
    }
  }

  private void work() {
    int seen = asked.get();
    do {
      step.run();
      seen = asked.addAndGet(-seen);
    } while (seen != 0);
  }
}
