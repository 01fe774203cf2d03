package dev.brood.wire;

import dev.brood.Call;
import dev.brood.CallTimeoutException;
import dev.brood.Pool;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What generated proxies share. */
public final class Proxies {
  private Proxies() {}

  /**
   * Runs a call and waits for its result, as the method itself would look to its caller: an
   * exception of the method arrives bare, and below the frames of the worker its stack shows those
   * of the caller.
   *
   * @throws X what the method throws; generated code names its declared exceptions
   */
  public static <R extends @Nullable Object, X extends Throwable> R call(Pool pool, Call<R> call)
      throws X {
    try {
      return pool.call(call);
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause == null) {
        throw e;
      }
      if (!(cause instanceof CallTimeoutException)) { // that has the caller's stack already
        cause.setStackTrace(joined(cause.getStackTrace(), e.getStackTrace()));
      }
      @SuppressWarnings("unchecked") // erased: whatever the method threw goes on as it is
      X thrown = (X) cause;
      throw thrown;
    }
  }

  private static StackTraceElement[] joined(StackTraceElement[] upper, StackTraceElement[] lower) {
    StackTraceElement[] all = new StackTraceElement[upper.length + lower.length];
    System.arraycopy(upper, 0, all, 0, upper.length);
    System.arraycopy(lower, 0, all, upper.length, lower.length);
    return all;
  }
}
