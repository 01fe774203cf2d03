package dev.brood.internal.pool;

import dev.brood.CallTimeoutException;
import dev.brood.DeadlineExceededException;
import dev.brood.ExecutionTimeoutException;
import dev.brood.QueueTimeoutException;
import dev.brood.WorkerStack;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words what is told when a limit of time is reached. The stack trace of each exception is the
 * place where the job was submitted.
 */
final class Timeouts {
  private Timeouts() {}

  static CallTimeoutException queue(Job job, Duration limit, String numbers) {
    return placed(
        job,
        new QueueTimeoutException(
            job.target().method()
                + " waited for a worker for "
                + words(limit)
                + " and was not begun ("
                + numbers
                + ")",
            limit,
            null));
  }

  static CallTimeoutException deadline(
      Job job, Duration limit, String how, String numbers, @Nullable WorkerStack stack) {
    return placed(
        job,
        new DeadlineExceededException(
            job.target().method()
                + " had no answer within "
                + words(limit)
                + ": it "
                + how
                + " ("
                + numbers
                + ")",
            limit,
            stack));
  }

  static CallTimeoutException execution(
      Job job, Duration limit, String worker, String numbers, @Nullable WorkerStack stack) {
    return placed(
        job,
        new ExecutionTimeoutException(
            job.target().method()
                + " ran longer than "
                + words(limit)
                + " on "
                + worker
                + (stack == null ? ", which does not tell where it is" : "")
                + " ("
                + numbers
                + ")",
            limit,
            stack));
  }

  private static <E extends CallTimeoutException> E placed(Job job, E loss) {
    Limits limits = job.limits();
    if (limits != null) {
      loss.setStackTrace(limits.place());
    }
    return loss;
  }

  /** Such as 1m30s. */
  private static String words(Duration limit) {
    return limit.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
