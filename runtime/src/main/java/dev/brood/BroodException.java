package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this library itself has to report. An exception that a called method
 * throws arrives as what it is if the method declares it or if it is one of the JDK's common ones;
 * only any other is told in words, by a {@link RemoteMethodException}.
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
