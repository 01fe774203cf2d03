package dev.brood.internal.pool;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs somewhere: the part of a pool that differs from one kind of pool to the next. It gets
 * encoded calls and gives back closed envelopes; order, look-ahead and completion are none of its
 * business. Thread-safe.
 */
interface Engine {

  /**
   * Takes jobs over; each of them will be settled and released. Does not wait for any.
   *
   * @throws RejectedExecutionException if the engine is shut down, or if the jobs are counted and
   *     too many are queued; none of them has been taken then
   */
  void submit(List<? extends Job> jobs);

  /** Takes a job back if it has not been handed to a worker; it is abandoned then. */
  boolean withdraw(Job job);

  /** Abandons jobs, and ends the work on those that are running. */
  void cancel(List<? extends Job> jobs);

  /**
   * Brings answers up, on a thread that waits for some and has nothing better to do. Returns when
   * they are there, or when it would be better to sleep until somebody says that they are.
   *
   * @param awaited the job whose answer is waited for; null if there are many
   * @param necessary whether there is still reason to wait
   */
  default void collectWhile(@Nullable Job awaited, BooleanSupplier necessary) {}

  /** How many calls of one method may be in one job. */
  default int together() {
    return 1;
  }

  /** How many workers run jobs at the same time. */
  int size();

  /** Changes the size. */
  void resize(int workers);

  /** Takes no more jobs. */
  void shutdown();

  /**
   * Takes no more jobs and cancels all that there are: they are answered by a {@link
   * java.util.concurrent.CancellationException}.
   *
   * @return those that were not handed to a worker
   */
  List<Job> shutdownNow();

  boolean isShutdown();

  /** When it has ended: waits until what workers have left is in its place, but not for ever. */
  default void awaitRemains() {}

  /**
   * Waits until the engine is shut down, every job is released and every worker has ended.
   *
   * @param nanos how long at most; 0 to look only
   * @return whether it is
   */
  boolean awaitTermination(long nanos) throws InterruptedException;
}
