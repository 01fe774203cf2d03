package dev.brood;

import java.util.OptionalInt;

/**
 * The worker that was running a call ended before it had answered: it crashed, it was killed, or
 * the method ended the JVM. The call may have had effects. The pool replaces the worker.
 */
public class WorkerCrashedException extends BroodException {
  private static final long serialVersionUID = 1L;

  private final long pid;
  private final int exitCode;

  /**
   * Creates an exception.
   *
   * @param message which call and worker, how the worker ended, and the last lines it wrote
   * @param pid the worker's process id
   * @param exitCode the worker's exit code, or −1 if it is not known
   */
  public WorkerCrashedException(String message, long pid, int exitCode) {
    super(message, null);
    this.pid = pid;
    this.exitCode = exitCode;
  }

  /** The process id that the worker had. */
  public long pid() {
    return pid;
  }

  /**
   * The worker's exit code: the one given to {@link System#exit}, or 128 and the number of the
   * signal that ended it, such as 137 for SIGKILL. Empty if the operating system did not tell.
   */
  public OptionalInt exitCode() {
    return exitCode < 0 ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }
}
