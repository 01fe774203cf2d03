package dev.brood;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worker could not be started. The message tells how the process ended, if it did, and the last
 * lines that it wrote.
 */
public class WorkerStartException extends BroodException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable WorkerEnd end;

  /** Creates an exception for a worker of which there was no process, or that has not ended. */
  public WorkerStartException(String message, @Nullable Throwable cause) {
    this(message, cause, null);
  }

  /**
   * Creates an exception.
   *
   * @param end how the process ended; null if there was none, or if it did not end by itself
   */
  public WorkerStartException(String message, @Nullable Throwable cause, @Nullable WorkerEnd end) {
    super(message, cause);
    this.end = end;
  }

  /**
   * How the process ended; empty if there was none, or if the pool has killed it because it did not
   * get ready: it took too long, answered wrongly, or the starting was interrupted. What a JVM
   * writes to its standard output when it cannot start stands in the message only. Java's
   * serialization does not keep this.
   */
  public Optional<WorkerEnd> end() {
    return Optional.ofNullable(end);
  }
}
