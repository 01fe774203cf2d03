package dev.brood.internal.pool;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends calls that nobody wants any more: interrupts them, and kills the worker of one that has not
 * ended after the grace period. Thread-safe.
 */
final class Stopping {
  /** How often the grace period is waited for, if calls that stand behind cannot be taken back. */
  private static final int ATTEMPTS = 5;

  private final Duration gracePeriod;
  private final Timer timer;
  private final Consumer<WorkerHandle> condemned;

  /**
   * Prepares to stop calls.
   *
   * @param condemned told of each worker that is about to be killed
   */
  Stopping(Duration gracePeriod, Timer timer, Consumer<WorkerHandle> condemned) {
    this.gracePeriod = gracePeriod;
    this.timer = timer;
    this.condemned = condemned;
  }

  /** A job that a worker has in hand has become unwanted. */
  void stop(WorkerHandle worker) {
    InFlight.Sent head = worker.head();
    if (head != null && head.job().isUnwanted()) {
      worker.inner().endOf(head.sequence());
      worker.interruptUnwanted();
      killLater(worker, head, 1);
    }
    worker.takeBack(); // one that stands behind comes back, or has its turn before long
  }

  /** Kills the worker after the grace period, if by then it is still running that job. */
  private void killLater(WorkerHandle worker, InFlight.Sent unwanted, int attempt) {
    Future<?> unused =
        timer.after(
            gracePeriod.toMillis(),
            TimeUnit.MILLISECONDS,
            () -> killNow(worker, unwanted, attempt));
  }

  private void killNow(WorkerHandle worker, InFlight.Sent unwanted, int attempt) {
    if (worker.condemn(unwanted, attempt >= ATTEMPTS)) {
      condemned.accept(worker);
      worker.kill();
    } else if (unwanted.equals(worker.head())) {
      worker.takeBack();
      killLater(worker, unwanted, attempt + 1);
    }
  }
}
