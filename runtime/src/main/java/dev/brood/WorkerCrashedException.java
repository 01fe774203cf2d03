package dev.brood;

import java.util.OptionalInt;

/**
 * The worker that was running a call ended before it had answered: it crashed, it was killed, or
 * the method ended the JVM. The call may have had effects. The pool replaces the worker.
 *
 * <p>{@link #end} tells all that is known of it: what has happened, the last lines that the worker
 * wrote, and the head of the file that a JVM writes as it crashes.
 */
public class WorkerCrashedException extends BroodException {
  private static final long serialVersionUID = 1L;

  private final transient WorkerEnd end;
  private final String method;
  private final int attempt;

  /**
   * Creates an exception.
   *
   * @param message which call and worker, how the worker ended, and what to do
   * @param end how the worker ended
   * @param method the method that was called, such as {@code Ranges.count(int[])}
   * @param attempt which run of the call was lost, from 1
   */
  public WorkerCrashedException(String message, WorkerEnd end, String method, int attempt) {
    super(message, null);
    this.end = end;
    this.method = method;
    this.attempt = attempt;
  }

  /** How the worker ended. */
  public WorkerEnd end() {
    return end;
  }

  /** The method that was called, such as {@code Ranges.count(int[])}. */
  public String method() {
    return method;
  }

  /** Which run of the call was lost, from 1: beyond that if it is repeated after a loss. */
  public int attempt() {
    return attempt;
  }

  /** The process id that the worker had. */
  public long pid() {
    return end.pid();
  }

  /** The worker's {@linkplain WorkerEnd#exitCode exit code}. */
  public OptionalInt exitCode() {
    return end.exitCode();
  }
}
