package dev.brood.internal.pool;

import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import dev.brood.WorkerEnd.Kind;
import dev.brood.internal.channel.LastWord;
import dev.brood.internal.process.CrashReport;
import dev.brood.internal.process.Ending;
import dev.brood.internal.process.WorkerHost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Why a worker has ended, for the callers of what it was running.
 *
 * @param host the worker
 * @param ending as the operating system tells it
 * @param lastWord as the worker tells it
 * @param fault what it has done that it may not do, for which it was killed; null if nothing
 */
record Autopsy(WorkerHost host, Ending ending, LastWord lastWord, @Nullable String fault) {

  /** What is told of a job that the worker had begun, or was about to. */
  WorkerCrashedException of(Job running) {
    Kind kind = kind();
    int attempt = running.lostAttempts().size() + 1;
    WorkerCrashedException crash =
        new WorkerCrashedException(
            host.description()
                + (fault == null ? " ended with " + ending.exit() : " " + fault)
                + (running.hasMisfired() ? " before it could begin " : " while it was running ")
                + running.target().method()
                + consequence(running, attempt)
                + advice(kind)
                + ending.remains(),
            end(kind),
            running.target().method(),
            attempt);
    crash.setStackTrace(new StackTraceElement[] {host.frame()}); // the collector's says nothing
    return crash;
  }

  /** What has happened, as far as that can be told. */
  Kind kind() {
    if (fault != null) {
      return Kind.DISTRUSTED;
    } else if (lastWord == LastWord.OUT_OF_MEMORY) {
      return Kind.OUT_OF_MEMORY;
    } else if (lastWord == LastWord.EXITING && ending.report() == null && !ending.isOrderly()) {
      return Kind.EXIT; // with whatever code it has chosen
    } else if (ending.isForWantOfMemory()) {
      return Kind.OUT_OF_MEMORY;
    } else if (ending.isCrash()) {
      return Kind.CRASH;
    }
    return ending.signal().isPresent() ? Kind.KILLED : Kind.HALT;
  }

  /** How a worker has ended that never was one. */
  static WorkerEnd ofStart(WorkerHost host, Ending ending) {
    Autopsy autopsy = new Autopsy(host, ending, LastWord.NONE, null);
    return autopsy.end(autopsy.kind());
  }

  private WorkerEnd end(Kind kind) {
    CrashReport report = ending.report();
    return new WorkerEnd(
        host.name(),
        host.pid(),
        kind,
        ending.exitCode() < 0 ? OptionalInt.empty() : OptionalInt.of(ending.exitCode()),
        kind == Kind.EXIT ? Optional.empty() : ending.signal(),
        ending.stderr(),
        Optional.ofNullable(report).map(CrashReport::file),
        report == null ? List.of() : report.head());
  }

  private static String consequence(Job running, int attempt) {
    return running.isIdempotent()
        ? "; that was attempt " + attempt + " of " + (running.retries() + 1)
        : "; the call may have had effects, and is not repeated";
  }

  /** What may be done, beside what is known. */
  private String advice(Kind kind) {
    return switch (kind) {
      case EXIT ->
          ". The method, or a library that it calls, has called System.exit:"
              + " let it throw an exception instead.";
      case HALT ->
          ". The method, or native code, has ended the process, as Runtime.halt does:"
              + " let it throw an exception instead.";
      case KILLED -> ". Somebody has sent it that signal; if nobody did, look at the system's log.";
      case CRASH ->
          ". Its JVM has failed, most likely because of native code that the method calls"
              + (ending.report() == null
                  ? ": try without it, or with another version of it."
                  : ": see the crash file.");
      case OUT_OF_MEMORY ->
          isKilledForWantOfMemory()
              ? ". The operating system has killed a process for want of memory since this worker"
                  + " started, most likely this one: start fewer workers, or let each take less by"
                  + " Pool.Builder.jvmArguments, as with -Xmx."
              : ". It had no memory left: give workers more by Pool.Builder.jvmArguments, as with"
                  + " -Xmx, or start fewer of them.";
      case DISTRUSTED -> ".";
    };
  }

  /** A larger heap, which helps a JVM that has filled its own, would make that worse. */
  private boolean isKilledForWantOfMemory() {
    return lastWord == LastWord.NONE && ending.signal().orElse("").equals("SIGKILL");
  }
}
