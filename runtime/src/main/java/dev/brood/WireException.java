package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * A value could not be written as bytes, or bytes could not be read as the value they should be.
 * The message names the method and the station: encoding arguments, decoding arguments, encoding
 * the result, or decoding the result. No worker is lost by it, unless an {@link OutOfMemoryError}
 * in a child JVM is among its causes: then that worker is replaced.
 */
public class WireException extends BroodException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception that nothing else caused. */
  public WireException(String message) {
    this(message, null);
  }

  /** Creates an exception with its cause, usually one that a constructor or accessor threw. */
  public WireException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
