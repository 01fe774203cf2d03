package dev.brood.example.bounds;

import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Two different methods enclose a number from both sides, round after round, until their bounds
 * nearly meet.
 *
 * <p>The lesson: calls of different methods with results of different types run at once on one
 * pool. Each is a task, started before any is waited for, and each result is to be there within ten
 * seconds: the limit is said once, to the proxy. A call that takes longer is ended in its worker,
 * and whoever waits for it gets a {@code DeadlineExceededException}. (A limit given to {@code get}
 * would end the waiting only, and closing the pool would go on waiting for the work.)
 *
 * <p>The pool is started once and serves all rounds: starting a JVM costs more than most rounds do.
 * Arguments and results are ordinary records that hold numbers, lists of lists and arrays.
 */
public final class InnerAndOuterBound {
  private static final int WORKERS = 2;
  private static final int MAX_ROUNDS = 1000;
  private static final double SMALL_GAP = 1e-4;

  /** From the submission of a call to its result. */
  private static final CallOptions WITHIN_TEN_SECONDS =
      CallOptions.none().deadline(Duration.ofSeconds(10));

  private InnerAndOuterBound() {}

  /** Runs the program. */
  public static void main(String... arguments) {
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

  static Result run(Pool pool, PrintStream out) {
    BoundsParallel.Async bounds = BoundsParallel.on(pool, WITHIN_TEN_SECONDS);
    Result result = new Result(0, Bounds.firstInner(), Bounds.firstOuter());
    out.printf("%5s  %12s  %12s  %9s%n", "round", "inner", "outer", "gap");
    while (result.gap() >= SMALL_GAP) {
      if (result.rounds() == MAX_ROUNDS) {
        throw new IllegalStateException(
            "the bounds have not met within " + MAX_ROUNDS + " rounds: gap " + result.gap());
      }
      Task<Inner> inner = bounds.tightenInner(result.inner(), result.outer().corner());
      Task<Outer> outer = bounds.tightenOuter(result.outer());
      result = new Result(result.rounds() + 1, inner.join(), outer.join());
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
}
