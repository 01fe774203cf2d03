package dev.brood.internal.pool;

import dev.brood.Calls;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One {@code map}, {@code outcomes} or {@code forEach}: has all calls run and gives what becomes of
 * each its place. Goes on in steps, each of which does what can be done without waiting; between
 * them whoever makes the steps sleeps until half of what is under way is answered.
 */
final class MapRun<R extends @Nullable Object> {
  /** So often a waiting thread looks at what has been answered, however many calls still run. */
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final LookAhead<R> ahead;
  private final Results<R> results;
  private final boolean endsAtFailure;
  private @Nullable Throwable failure;

  /** Takes what becomes of the calls, one at a time. */
  interface Results<R extends @Nullable Object> {
    /**
     * A call has returned.
     *
     * @param place of the input, from 0
     */
    void succeeded(long place, R value);

    /** A call has failed, and that does not end everything. */
    default void failed(long place, Throwable failure) {
      throw new AssertionError("a failure ends everything", failure);
    }
  }

  /**
   * Prepares a run.
   *
   * @param endsAtFailure whether the first call to fail ends everything; then there are only
   *     successes among the results
   * @param wake called when it is time for a step; runs on any thread
   */
  MapRun(
      Engine engine,
      Callbacks callbacks,
      Calls<R> calls,
      boolean endsAtFailure,
      Results<R> results,
      Runnable wake) {
    this.ahead =
        new LookAhead<>(engine, callbacks, calls, LookAhead.Order.ANSWERS, endsAtFailure, wake);
    this.endsAtFailure = endsAtFailure;
    this.results = results;
  }

  /** Runs everything on this thread. */
  static <R extends @Nullable Object> void run(
      Engine engine,
      Callbacks callbacks,
      Calls<R> calls,
      boolean endsAtFailure,
      Results<R> results) {
    Waiter waiter = new Waiter(engine);
    MapRun<R> run = new MapRun<>(engine, callbacks, calls, endsAtFailure, results, waiter);
    try (calls) {
      while (!run.step()) {
        if (!waiter.await(run.ahead::mustWaitForMany, MOMENT_NANOS)) {
          run.end();
          throw LookAhead.interrupted("many calls");
        }
      }
    }
  }

  /**
   * Goes on as far as possible without waiting. Afterwards somebody is woken when it is time for
   * the next step.
   *
   * @return whether this was the last step
   */
  boolean step() {
    try {
      ahead.awake();
      do {
        ahead.refill();
        collect();
        ahead.throwSourceFailure();
        if (ahead.isDone() || ahead.isEnded()) {
          return true;
        }
      } while (!ahead.mustWaitForMany());
      return false;
    } catch (Throwable e) {
      end();
      throw e;
    }
  }

  private void collect() {
    Answers<R> answers;
    while ((answers = ahead.poll()) != null) {
      Throwable failed = answers.open();
      if (failed == null) {
        results.succeeded(answers.place(), answers.value());
        continue;
      }
      ahead.throwIfRefused(failed);
      if (endsAtFailure) {
        failure = failed;
        throw answers.exception(failed);
      }
      results.failed(answers.place(), failed);
    }
  }

  /** Why the call failed that has ended the run; null if none has. */
  @Nullable Throwable failure() {
    return failure;
  }

  boolean isEnded() {
    return ahead.isEnded();
  }

  /** As that of the {@link LookAhead}. */
  @Nullable Throwable closeSource(@Nullable Throwable thrown) {
    return ahead.closeSource(thrown);
  }

  /** Cancels what is under way; the next step is the last. For every thread. */
  void end() {
    ahead.end();
  }
}
