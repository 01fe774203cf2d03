package dev.brood.internal.process;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a process ended.
 *
 * @param exitCode as the operating system tells it; 128 and a signal's number if it was killed
 * @param stderr the last lines of its standard error
 * @param stdout the last lines of its standard output, where a JVM tells why it cannot start
 */
public record Ending(int exitCode, List<String> stderr, List<String> stdout) {
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          129, "SIGHUP", 130, "SIGINT", 131, "SIGQUIT", 132, "SIGILL", 134, "SIGABRT", 135,
          "SIGBUS", 136, "SIGFPE", 137, "SIGKILL", 139, "SIGSEGV", 143, "SIGTERM");

  private static final Set<String> CRASHES = Set.of("SIGILL", "SIGABRT", "SIGBUS", "SIGSEGV");

  /** The exit code, and the signal's name where there is one. */
  public String exit() {
    String signal = SIGNALS.get(exitCode);
    return "exit code " + exitCode + (signal == null ? "" : " (" + signal + ")");
  }

  /** Whether the JVM, or native code in it, failed. */
  boolean isCrash() {
    return CRASHES.contains(SIGNALS.getOrDefault(exitCode, ""));
  }

  /** What it last wrote, to be appended to a message; empty if it wrote nothing. */
  public String output() {
    return quoted("standard error", stderr) + quoted("standard output", stdout);
  }

  private static String quoted(String stream, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "\nThe last lines of its " + stream + ":\n  " + String.join("\n  ", lines);
  }
}
