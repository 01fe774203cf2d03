package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * A worker could not be started. The message tells how the process ended, if it did, and the last
 * lines that it wrote.
 */
public class WorkerStartException extends BroodException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public WorkerStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
