package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this library itself has to report. Exceptions that a called method
 * throws are not wrapped in it: they arrive as what they are.
 */
public abstract class BroodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, to which call or worker, and what to do
   * @param cause what led to it, if anything did
   */
  protected BroodException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
