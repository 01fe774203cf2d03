package dev.brood;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The worker that was running a call ended before it had answered: it crashed, it was killed, or
 * the method ended the JVM. The call may have had effects. The pool replaces the worker.
 *
 * <p>{@link #end} tells all that is known of it: what has happened, the last lines that the worker
 * wrote, and the head of the file that a JVM writes as it crashes.
 */
public class WorkerCrashedException extends BroodException {
  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN = -1;

  private final transient @Nullable WorkerEnd end;
  private final String worker;
  private final long pid;
  private final WorkerEnd.Kind kind;
  private final int exitCode;
  private final String method;
  private final int attempt;

  /**
   * Creates an exception.
   *
   * @param message which call and worker, how the worker ended, and what to do
   * @param end how the worker ended
   * @param method the method that was called, such as {@code com.example.Ranges.count(int[])}
   * @param attempt which run of the call was lost, from 1
   */
  public WorkerCrashedException(String message, WorkerEnd end, String method, int attempt) {
    super(message, null);
    this.end = end;
    this.worker = end.worker();
    this.pid = end.pid();
    this.kind = end.kind();
    this.exitCode = end.exitCode().orElse(UNKNOWN);
    this.method = method;
    this.attempt = attempt;
  }

  /**
   * How the worker ended. If the exception itself has passed through Java's serialization, that has
   * kept the worker, the kind and the exit code, and nothing else.
   */
  public WorkerEnd end() {
    return end != null
        ? end
        : new WorkerEnd(
            worker,
            pid,
            kind,
            exitCode(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of());
  }

  /**
   * The method that was called, such as {@code com.example.Ranges.count(int[])}; where {@link
   * Pool#mapReduce} has sent several calls together, the method that combines their results.
   */
  public String method() {
    return method;
  }

  /** Which run of the call was lost, from 1: beyond that if it is repeated after a loss. */
  public int attempt() {
    return attempt;
  }

  /** The process id that the worker had. */
  public long pid() {
    return pid;
  }

  /** The worker's {@linkplain WorkerEnd#exitCode exit code}. */
  public OptionalInt exitCode() {
    return exitCode == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }
}
