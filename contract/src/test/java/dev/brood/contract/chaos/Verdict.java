package dev.brood.contract.chaos;

import dev.brood.DeadlineExceededException;
import dev.brood.ExecutionTimeoutException;
import dev.brood.QueueTimeoutException;
import dev.brood.WireException;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerStartException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

/** What became of a call, and how often it may have begun if it is one that runs at most once. */
enum Verdict {
  /** Not known yet. At the end there is none of these. */
  OPEN("open", 0, 0),
  /** The right value. */
  VALUE("value", 1, 1),
  /** What the method has thrown. */
  EXCEPTION("exception of the method", 1, 1),
  /** A result that could not be written. */
  UNENCODABLE("result cannot be encoded", 1, 1),
  /** Its worker has ended. */
  CRASHED("lost: worker crashed", 0, 1),
  /** Too long, once it had been handed to a worker. */
  EXECUTION_TIMEOUT("lost: execution timeout", 0, 1),
  /** Too long in the queue. */
  QUEUE_TIMEOUT("lost: queue timeout", 0, 0),
  /** Too long. */
  DEADLINE("lost: deadline", 0, 1),
  /** By its caller, or since others of the same operation have failed. */
  CANCELLED("lost: cancelled", 0, 1),
  /** Taken back in time. */
  WITHDRAWN("lost: withdrawn", 0, 0),
  /** Not taken at all. */
  REJECTED("lost: rejected", 0, 0),
  /** There was no worker for it. */
  NOT_STARTED("lost: no worker started", 0, 0),
  /** A call of a call, whose caller was lost. */
  UNTOLD("lost: with its calling call", 0, 1),
  /** A number that was kept for a call that was never described. */
  UNUSED("never described", 0, 0);

  /** Added for calls that may be repeated. */
  private static final int REPEATABLE = 0x100;

  private final String words;
  private final int least;
  private final int most;

  Verdict(String words, int least, int most) {
    this.words = words;
    this.least = least;
    this.most = most;
  }

  /** For the report. */
  String words() {
    return words;
  }

  /** As it stands in the {@link Book}. */
  @SuppressWarnings("EnumOrdinal") // the book is no older than this very program
  int code(boolean repeatable) {
    return ordinal() | (repeatable ? REPEATABLE : 0);
  }

  static Verdict of(int code) {
    return values()[code & ~REPEATABLE];
  }

  /** Whether a call of that code may have begun so many times. */
  static boolean allows(int code, int begun) {
    Verdict verdict = of(code);
    boolean repeatable = (code & REPEATABLE) != 0;
    return begun >= verdict.least && (repeatable || begun <= verdict.most);
  }

  /** What a failure says that is not the method's own; {@code OPEN} if it says nothing of us. */
  static Verdict of(Throwable failure) {
    if (failure instanceof WorkerCrashedException) {
      return CRASHED;
    } else if (failure instanceof ExecutionTimeoutException) {
      return EXECUTION_TIMEOUT;
    } else if (failure instanceof QueueTimeoutException) {
      return QUEUE_TIMEOUT;
    } else if (failure instanceof DeadlineExceededException) {
      return DEADLINE;
    } else if (failure instanceof CancellationException) {
      return CANCELLED;
    } else if (failure instanceof RejectedExecutionException) {
      return REJECTED;
    } else if (failure instanceof WorkerStartException) {
      return NOT_STARTED;
    } else if (failure instanceof WireException) {
      return UNENCODABLE;
    }
    return OPEN;
  }
}
