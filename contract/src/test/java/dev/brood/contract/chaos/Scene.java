package dev.brood.contract.chaos;

import dev.brood.Call;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.testkit.Await;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What one caller plays its {@link Act}s with.
 *
 * @param pool where it makes its calls
 * @param settings what another pool is to be started with
 * @param ledger to which it brings every call that it has made
 * @param random its own dice
 */
record Scene(Pool pool, Pool.Builder settings, Ledger ledger, Random random) {
  /** What may become of any call while workers are killed. */
  private static final Set<Verdict> ANY_TIME = EnumSet.of(Verdict.CRASHED, Verdict.NOT_STARTED);

  /** From 1 to the given number. */
  int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  Duration millisUpTo(int most) {
    return Duration.ofMillis(upTo(most));
  }

  /** A call that runs once at most. */
  Call<Long> call(int number, Way way) {
    return ErrandsParallel.run(ledger.book(), number, way);
  }

  /** A call that may run several times. */
  Call<Long> repeatable(int number, Way first) {
    return ErrandsParallel.runAgain(ledger.book(), number, first);
  }

  /** Waits until a call has begun, or is over. */
  void awaitBegun(int number, Task<?> task) {
    Await.until(() -> ledger.begun(number) > 0 || task.isDone());
  }

  /** Waits for the end of a call, which is one of these. */
  void settle(int number, Task<Long> task, Verdict... possible) throws InterruptedException {
    try {
      value(number, task.get(), possible);
    } catch (ExecutionException | CancellationException e) {
      ledger.settle(number, judge(number, e, possible), false);
    }
  }

  /** Takes a value to the ledger, if there may be one. */
  void value(int number, long value, Verdict... possible) {
    expect(number, Verdict.VALUE, null, possible);
    ledger.value(number, value, false);
  }

  /** What a failure means for a call. */
  Verdict judge(int number, Throwable failure, Verdict... possible) {
    boolean wraps = failure instanceof ExecutionException || failure instanceof CompletionException;
    Throwable cause = wraps ? failure.getCause() : failure;
    Verdict verdict = Verdict.of(cause);
    if (verdict == Verdict.OPEN && isOwn(number, cause)) {
      verdict = Verdict.EXCEPTION;
    }
    expect(number, verdict, cause, possible);
    return verdict;
  }

  private static void expect(int number, Verdict verdict, Throwable failure, Verdict... possible) {
    if (!List.of(possible).contains(verdict) && !ANY_TIME.contains(verdict)) {
      throw new AssertionError("call " + number + " cannot end with " + verdict, failure);
    }
  }

  /** Whether the method itself has thrown that. */
  private static boolean isOwn(int number, Throwable failure) {
    return failure instanceof OutOfMemoryError
        || failure instanceof StackOverflowError
        || String.valueOf(failure.getMessage()).startsWith(number + " ");
  }
}
