package dev.brood.example.bounds;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.brood.Pool;
import dev.brood.Task;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Two different methods enclose a number from both sides, round after round, until their bounds
 * nearly meet.
 *
 * <p>The lesson: calls of different methods with results of different types run at once on one
 * pool. Each is a task, started before any is waited for, and each wait has a limit. The pool is
 * started once and serves all rounds: starting a JVM costs more than most rounds do. Arguments and
 * results are ordinary records that hold numbers, lists of lists and arrays.
 */
public final class InnerAndOuterBound {
  private static final int WORKERS = 2;
  private static final int MAX_ROUNDS = 1000;
  private static final double SMALL_GAP = 1e-4;
  private static final long LIMIT_SECONDS = 10;

  private InnerAndOuterBound() {}

  /** Runs the program. */
  public static void main(String... arguments)
      throws ExecutionException, InterruptedException, TimeoutException {
    try (Pool pool = Pool.start(WORKERS)) {
      run(pool, System.out);
    }
  }

  /** What the last round has found. */
  record Result(int rounds, Inner inner, Outer outer) {
    double gap() {
      return (outer.bound() - inner.bound())
          / (1 + Math.abs(outer.bound()) + Math.abs(inner.bound()));
    }
  }

  static Result run(Pool pool, PrintStream out)
      throws ExecutionException, InterruptedException, TimeoutException {
    BoundsParallel.Async bounds = BoundsParallel.on(pool);
    Result result = new Result(0, Bounds.firstInner(), Bounds.firstOuter());
    out.printf("%5s  %12s  %12s  %9s%n", "round", "inner", "outer", "gap");
    while (result.gap() >= SMALL_GAP) {
      if (result.rounds() == MAX_ROUNDS) {
        throw new IllegalStateException(
            "the bounds have not met within " + MAX_ROUNDS + " rounds: gap " + result.gap());
      }
      Task<Inner> inner = bounds.tightenInner(result.inner(), result.outer().corner());
      Task<Outer> outer = bounds.tightenOuter(result.outer());
      result = new Result(result.rounds() + 1, await(inner), await(outer));
      out.printf(
          "%5d  %12.8f  %12.8f  %9.2e%n",
          result.rounds(), result.inner().bound(), result.outer().bound(), result.gap());
    }
    out.printf(
        "The largest value lies between %.6f, at (%.4f, %.4f), and %.6f, on a polygon of %d"
            + " corners.%n",
        result.inner().bound(),
        result.inner().best()[0],
        result.inner().best()[1],
        result.outer().bound(),
        result.outer().polygon().size());
    return result;
  }

  /** Waits at most ten seconds. */
  private static <R> R await(Task<R> task)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return task.get(LIMIT_SECONDS, SECONDS);
    } catch (TimeoutException e) {
      // The wait is over, the work is not: closing the pool would go on waiting for it.
      task.cancel(true);
      throw e;
    }
  }
}
