package dev.brood.internal.pool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends calls that nobody wants any more: interrupts them, and kills the worker of one that has not
 * ended after the grace period. Thread-safe.
 */
final class Stopping {
  /** How soon it is looked again if a call's answer has been sent, but not been collected. */
  private static final long SOON_MILLIS = 10;

  /** What the engine does about it. */
  interface Engine {
    /** A worker has not begun jobs, and will not begin them. */
    void tookBack(WorkerHandle worker, List<Job> jobs);

    /** A worker is about to be killed. */
    void condemned(WorkerHandle worker);
  }

  private final Duration gracePeriod;
  private final Timer timer;
  private final Engine engine;

  /** Prepares to stop calls. */
  Stopping(Duration gracePeriod, Timer timer, Engine engine) {
    this.gracePeriod = gracePeriod;
    this.timer = timer;
    this.engine = engine;
  }

  /** Jobs that a worker has in hand have become unwanted. */
  void stop(WorkerHandle worker) {
    engine.tookBack(worker, worker.takeBackUnwanted());
    InFlight.Sent head = worker.head();
    if (head != null && head.job().isUnwanted()) {
      engine.tookBack(worker, worker.takeBackAll()); // they need not wait for the end of this one
      worker.inner().endOf(head.sequence());
      worker.interruptUnwanted();
      killLater(worker, head, gracePeriod.toMillis());
    }
  }

  /**
   * Kills a worker after the grace period if it has not replied by then, be it that it does not
   * even begin what it is sent.
   */
  void suspect(WorkerHandle worker, Future<?> reply) {
    Future<?> unused =
        timer.after(
            gracePeriod.toMillis(),
            TimeUnit.MILLISECONDS,
            () -> {
              if (!reply.isDone() && worker.condemn()) {
                engine.condemned(worker);
                worker.kill();
              }
            });
  }

  /** Kills the worker after a while, if by then it is still running that job. */
  private void killLater(WorkerHandle worker, InFlight.Sent unwanted, long millis) {
    Future<?> unused = timer.after(millis, TimeUnit.MILLISECONDS, () -> killNow(worker, unwanted));
  }

  private void killNow(WorkerHandle worker, InFlight.Sent unwanted) {
    engine.tookBack(worker, worker.takeBackAll());
    if (worker.condemn(unwanted)) {
      engine.condemned(worker);
      worker.kill();
    } else if (unwanted.equals(worker.head())) {
      killLater(worker, unwanted, SOON_MILLIS);
    }
  }
}
