package dev.brood.internal.call;

import org.jspecify.annotations.Nullable;

/** What has led to a throwable. To ask it is to run user code, which may fail or go round. */
public final class Causes {
  private static final int MOST = 32;

  private Causes() {}

  /** Whether it is of that type and arose here, or one of the causes above it did. */
  public static boolean contain(Throwable thrown, Class<? extends Throwable> type) {
    try {
      @Nullable Throwable next = thrown;
      for (int i = 0; i < MOST && next != null; i++) {
        if (type.isInstance(next) && !isFromElsewhere(next)) {
          return true;
        }
        next = next.getCause();
      }
      return false;
    } catch (Throwable e) {
      return type.isInstance(e);
    }
  }

  /** What a call of this call has thrown ends with the frame that stands for its worker. */
  private static boolean isFromElsewhere(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    return frames.length > 0 && frames[frames.length - 1].getClassName().startsWith("brood.");
  }
}
