package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts workers while the pool is at work, each on a thread of its own. After a failure it waits
 * for a while before it starts another, unless somebody waits who would otherwise wait for ever.
 *
 * <p>Concurrency: the engine's lock guards the counts.
 */
final class Recruiting {
  /** So long after a failed start the next one is tried. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String pool;
  private final Runnable start;
  private final Consumer<WorkerStartException> startFailed;

  private int underWay;
  private boolean hasFailed;
  private long failedAt;

  /**
   * Prepares to start workers.
   *
   * @param start starts one and lets it join the pool, or throws
   * @param startFailed told if it throws
   */
  Recruiting(String pool, Runnable start, Consumer<WorkerStartException> startFailed) {
    this.pool = pool;
    this.start = start;
    this.startFailed = startFailed;
  }

  /** How many workers are being started. */
  int underWay() {
    return underWay;
  }

  boolean isUnderWay() {
    return underWay > 0;
  }

  /**
   * Counts those that are to be started.
   *
   * @param missing how many workers there should be more, those under way included
   * @param urgent whether jobs wait and there is no worker that could ever run them
   * @return how many times {@link #startAnother} is to be called, without the lock
   */
  int begin(int missing, boolean urgent) {
    int more = Math.max(0, missing - underWay);
    if (hasFailed && System.nanoTime() - failedAt < PAUSE_NANOS) {
      more = urgent && underWay == 0 ? 1 : 0;
    }
    underWay += more;
    return more;
  }

  /** One of them has joined. */
  void succeeded() {
    underWay--;
    hasFailed = false;
  }

  /** One of them could not be started. */
  void failed() {
    underWay--;
    pause();
  }

  /** The next one is not to be started at once. */
  void pause() {
    hasFailed = true;
    failedAt = System.nanoTime();
  }

  /** Starts one that has been counted. Called without the lock. */
  void startAnother() {
    try {
      Thread thread = new Thread(this::startNow, "brood " + pool + " starter");
      thread.setDaemon(true);
      thread.start();
    } catch (OutOfMemoryError e) { // so a JVM tells that there can be no more threads
      startFailed.accept(
          new WorkerStartException(
              pool + " could not start a worker: " + e + WorkerStarter.ADVICE_FOR_MORE, e));
    }
  }

  private void startNow() {
    try {
      start.run();
    } catch (WorkerStartException e) {
      startFailed.accept(e);
    } catch (RuntimeException | Error e) {
      startFailed.accept(new WorkerStartException(pool + " could not start a worker: " + e, e));
    }
  }
}
