package dev.brood.internal.pool;

import java.util.List;

/**
 * Runs jobs somewhere: the part of a pool that differs from one kind of pool to the next. It gets
 * encoded calls and gives back closed envelopes; order, look-ahead and completion are none of its
 * business. Thread-safe.
 */
interface Engine {

  /**
   * Takes jobs over; each of them will be settled. Does not wait for any.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the engine is closed; none of them
   *     has been taken then
   */
  void submit(List<? extends Job> jobs);

  /** Takes a job back if it has not been handed to a worker; it is abandoned then. */
  boolean withdraw(Job job);

  /** Abandons jobs, and ends the work on those that are running. */
  void cancel(List<? extends Job> jobs);

  /** As {@link dev.brood.Pool#close()}. */
  void close();
}
