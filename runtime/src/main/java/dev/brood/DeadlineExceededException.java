package dev.brood;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call had no answer by the time that {@link CallOptions#deadline(Duration)} allows, or that its
 * calling call had left. The message tells whether it was running or queued.
 */
public class DeadlineExceededException extends CallTimeoutException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public DeadlineExceededException(String message, Duration limit, @Nullable Throwable cause) {
    super(message, limit, cause);
  }
}
