package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * A worker could not build its instance of a {@link Service}; the cause is what the constructor
 * threw. The method that was called has not run. The worker does not try again: every other call
 * for that service fails there in the same way, and the pool serves on. No worker is lost by it,
 * unless an {@link OutOfMemoryError} in a child JVM is among its causes: then that worker is
 * replaced, and its successor tries anew.
 */
public class ServiceException extends BroodException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public ServiceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
