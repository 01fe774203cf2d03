package dev.brood;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call has not ended within a limit that its {@link CallOptions} set. Its kind tells which:
 * {@link ExecutionTimeoutException}, {@link QueueTimeoutException} or {@link
 * DeadlineExceededException}.
 *
 * <p>Where the call was running, the cause is the {@link WorkerStack}: what the worker was doing at
 * that moment. The stack trace of the exception itself is the place where the call was submitted.
 */
public abstract class CallTimeoutException extends BroodException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;

  CallTimeoutException(String message, Duration limit, @Nullable Throwable cause) {
    super(message, cause);
    this.limit = limit;
  }

  /** The limit that was reached. */
  public Duration limit() {
    return limit;
  }
}
