package dev.brood;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call waited for a worker longer than {@link CallOptions#queueTimeout(Duration)} allows. It has
 * not been started and never will be.
 */
public class QueueTimeoutException extends CallTimeoutException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public QueueTimeoutException(String message, Duration limit, @Nullable Throwable cause) {
    super(message, limit, cause);
  }
}
