package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * A thread was interrupted while it waited for a call. The call has been cancelled, and the
 * thread's interrupt flag is set again.
 */
public class CallInterruptedException extends BroodException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public CallInterruptedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
