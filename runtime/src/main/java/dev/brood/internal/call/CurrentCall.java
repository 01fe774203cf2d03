package dev.brood.internal.call;

import dev.brood.CallContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which call runs here: on this thread, or, in a child JVM, in this process. */
public final class CurrentCall {
  private static final ThreadLocal<CallContext> OF_THREAD = new ThreadLocal<>();

  /** In a child JVM the call that is running, for threads that the method has started. */
  private static volatile @Nullable CallContext ofProcess;

  private CurrentCall() {}

  /** The call that this thread belongs to. */
  public static Optional<CallContext> get() {
    CallContext ofThread = OF_THREAD.get();
    return Optional.ofNullable(ofThread != null ? ofThread : ofProcess);
  }

  /** Says which call this thread runs from here on; returns the one before. */
  public static @Nullable CallContext set(@Nullable CallContext context) {
    CallContext before = OF_THREAD.get();
    if (context == null) {
      OF_THREAD.remove();
    } else {
      OF_THREAD.set(context);
    }
    return before;
  }

  /** Says which call this process runs, for all threads. */
  public static void setOfProcess(@Nullable CallContext context) {
    ofProcess = context;
  }
}
