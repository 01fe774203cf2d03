package dev.brood;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a call ran longer than {@link CallOptions#timeout(Duration)} allows, and was ended.
 */
public class ExecutionTimeoutException extends CallTimeoutException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public ExecutionTimeoutException(String message, Duration limit, @Nullable Throwable cause) {
    super(message, limit, cause);
  }
}
