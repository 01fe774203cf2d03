package dev.brood.internal.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a process ended.
 *
 * @param exitCode as the operating system tells it; 128 and a signal's number if it was killed; -1
 *     if it is not known
 * @param stderr the last lines of its standard error
 * @param stdout the last lines of its standard output, where a JVM tells why it cannot start
 * @param report what its JVM has written of its failure; null if it has not
 * @param memoryWasScarce whether the operating system has killed a process meanwhile because there
 *     was no memory left
 */
public record Ending(
    int exitCode,
    List<String> stderr,
    List<String> stdout,
    @Nullable CrashReport report,
    boolean memoryWasScarce) {
  /** In place of a code that nobody has told. */
  private static final int UNKNOWN = -1;

  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(129, "SIGHUP"),
          Map.entry(130, "SIGINT"),
          Map.entry(131, "SIGQUIT"),
          Map.entry(132, "SIGILL"),
          Map.entry(133, "SIGTRAP"),
          Map.entry(134, "SIGABRT"),
          Map.entry(135, "SIGBUS"),
          Map.entry(136, "SIGFPE"),
          Map.entry(137, "SIGKILL"),
          Map.entry(138, "SIGUSR1"),
          Map.entry(139, "SIGSEGV"),
          Map.entry(140, "SIGUSR2"),
          Map.entry(142, "SIGALRM"),
          Map.entry(143, "SIGTERM"),
          Map.entry(152, "SIGXCPU"),
          Map.entry(154, "SIGVTALRM"),
          Map.entry(155, "SIGPROF"),
          Map.entry(159, "SIGSYS"));

  private static final Set<String> CRASHES =
      Set.of("SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGSEGV", "SIGSYS");

  /** A JVM ends in order after these. */
  private static final Set<String> ORDERLY = Set.of("SIGHUP", "SIGINT", "SIGTERM");

  /** So a JVM ends that was told to end when it has no memory left. */
  private static final int EXIT_ON_OUT_OF_MEMORY = 3;

  private static final int EXIT_WITHOUT_CORE = 1;

  private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

  /** Of something that left nothing but its exit code. */
  public Ending(int exitCode) {
    this(exitCode, List.of(), List.of(), null, false);
  }

  /** The exit code, and the signal's name where there is one. */
  public String exit() {
    if (exitCode == UNKNOWN) {
      return "an exit code that is not known";
    }
    return "exit code " + exitCode + signal().map(name -> " (" + name + ")").orElse("");
  }

  /** The name of the signal that ended it, if one did; a process may end with that code itself. */
  public Optional<String> signal() {
    return Optional.ofNullable(SIGNALS.get(exitCode));
  }

  /** The same, with what its JVM has written of its failure. */
  Ending with(@Nullable CrashReport found) {
    return new Ending(exitCode, stderr, stdout, found, memoryWasScarce);
  }

  /** Whether its JVM may have written of a failure: some are told to leave no core behind. */
  boolean mayBeCrash() {
    return exitCode == EXIT_WITHOUT_CORE || isCrash();
  }

  /** Whether the JVM, or native code in it, has failed. */
  public boolean isCrash() {
    return report != null || CRASHES.contains(signal().orElse(""));
  }

  /** Whether the exit code is that of a signal after which a JVM ends in order. */
  public boolean isOrderly() {
    return ORDERLY.contains(signal().orElse(""));
  }

  /** Whether it had no memory left, as its JVM or the operating system tells it. */
  public boolean isForWantOfMemory() {
    return (memoryWasScarce && signal().orElse("").equals("SIGKILL"))
        || (exitCode == EXIT_ON_OUT_OF_MEMORY && (tellsSo(stdout) || tellsSo(stderr)));
  }

  private static boolean tellsSo(List<String> lines) {
    return lines.stream().anyMatch(line -> line.contains(OUT_OF_MEMORY));
  }

  /** What it has left, to be appended to a message; empty if it left nothing. */
  public String remains() {
    return (report == null ? "" : quoted("The head of " + report.file(), report.head()))
        + quoted("The last lines of its standard error", stderr)
        + quoted("The last lines of its standard output", stdout);
  }

  private static String quoted(String what, List<String> lines) {
    return lines.isEmpty() ? "" : "\n" + what + ":\n  " + String.join("\n  ", lines);
  }
}
