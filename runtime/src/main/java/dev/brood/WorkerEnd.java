package dev.brood;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a worker ended while it was running a call, or before it was ready: what the operating
 * system, its JVM and the worker itself have told of it. A method that exits with 129, 130 or 143,
 * or halts with the code of any signal, looks like one that was ended by that signal.
 *
 * @param worker the worker's name, such as {@code pool-1 worker-2}
 * @param pid the process id that it had
 * @param kind what has happened, as far as that can be told
 * @param exitCode the one given to {@link System#exit} or {@link Runtime#halt}, or 128 and the
 *     number of the signal that ended it, such as 137 for SIGKILL; empty if the operating system
 *     did not tell
 * @param signal the name of that signal, such as {@code SIGKILL}; empty if it was none
 * @param stderr the last lines of its standard error, 20 at most, oldest first
 * @param crashFile where its JVM has written what it knows of its own failure, if it has
 * @param crashReport the head of that file, without decoration; empty if there is none
 */
public record WorkerEnd(
    String worker,
    long pid,
    Kind kind,
    OptionalInt exitCode,
    Optional<String> signal,
    List<String> stderr,
    Optional<Path> crashFile,
    List<String> crashReport) {

  /** Copies the lists. */
  public WorkerEnd {
    stderr = List.copyOf(stderr);
    crashReport = List.copyOf(crashReport);
  }

  /** What has happened to a worker. */
  public enum Kind {
    /** The method, or a library that it calls, ended the JVM by {@link System#exit}. */
    EXIT,

    /**
     * The process ended by itself, and did not tell its pool: by {@link Runtime#halt}, by native
     * code that ended it, or because its JVM could not start.
     */
    HALT,

    /** Somebody has sent it a signal. */
    KILLED,

    /** Its JVM, or native code in it, has failed, as by a segmentation fault. */
    CRASH,

    /**
     * It had no memory left: its own heap was full; or it was killed by SIGKILL, and since it was
     * started the operating system has killed some process for want of memory, in the control group
     * of the pool's process, or where that is not told on this machine; probably this one.
     */
    OUT_OF_MEMORY,

    /**
     * The pool has killed it: it sent what no worker sends, or could not be listened to any longer.
     */
    DISTRUSTED
  }
}
