package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.process.WorkerHost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts workers of one kind. Thread-safe. */
abstract class WorkerStarter {
  /** How often a replacement's start is tried before those who wait for it are told. */
  private static final int ATTEMPTS = 3;

  private static final long FIRST_PAUSE_MILLIS = 100;

  /** What to do where there can be no more threads, or processes. */
  static final String ADVICE_FOR_MORE =
      "; this process, or the container that it is in, may have no more threads or processes:"
          + " raise ulimit -u or pids.max, or ask for fewer workers";

  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A worker that is ready.
   *
   * @param joined told what stands for the worker in its pool, before it is given anything
   */
  record Started(WorkerHost host, Channel channel, Consumer<WorkerHandle> joined) {
    /** It is not wanted, and nobody has begun to listen to it. */
    void abort() {
      host.kill();
      host.awaitEnd(0);
      channel.close();
    }
  }

  /** A worker that was launched and is not ready yet. */
  interface Starting {
    /**
     * Waits until the worker is ready.
     *
     * @throws WorkerStartException if it ends instead, if it takes too long, or if this thread is
     *     interrupted; the worker is gone then
     */
    Started join();

    /** Ends a worker that is no longer wanted, and waits for its end. */
    void abort();
  }

  /**
   * Launches a worker; it gets ready while others are launched.
   *
   * @throws WorkerStartException if that is refused
   */
  abstract Starting launch();

  /**
   * Starts a worker, and tries again a few times, after ever longer pauses, if that fails.
   *
   * @throws WorkerStartException if the last attempt fails, or any after {@link #close}
   */
  final Started startPatiently() {
    for (int attempt = 1; ; attempt++) {
      try {
        return launch().join();
      } catch (WorkerStartException e) {
        if (attempt == ATTEMPTS || closesWithin(FIRST_PAUSE_MILLIS << attempt)) {
          throw e;
        }
      }
    }
  }

  private boolean closesWithin(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends all trying again. */
  final void close() {
    closed.countDown();
  }

  /** All workers have ended. */
  void allEnded() {}

  /** Waits until what they have left is in its place, but not for ever. Keeps interrupts. */
  void awaitRemains(long millis) {}
}
