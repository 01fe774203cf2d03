package dev.brood;

/**
 * What a worker was doing when a call reached its limit of time: the cause of a {@link
 * CallTimeoutException}. It is never thrown; its stack trace is that of the thread that ran the
 * method, taken in the worker before it was interrupted.
 */
public final class WorkerStack extends Throwable {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param worker the worker's name
   * @param stack the frames, innermost first
   */
  public WorkerStack(String worker, StackTraceElement[] stack) {
    super("where " + worker + " was", null, false, true);
    setStackTrace(stack);
  }

  /** The stack is the worker's, not that of whoever creates this. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
