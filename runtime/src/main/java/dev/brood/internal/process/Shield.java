package dev.brood.internal.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps the terminal's interrupt from workers. Who types Control-C interrupts every process in the
 * foreground; the pool is to end its workers in order, so they must not end by themselves. A signal
 * that is ignored when a program is started stays ignored, also by a JVM.
 *
 * <p>And it keeps cores from disks: a JVM that crashes would leave one as large as its memory, time
 * and again where calls are repeated. What it writes of its failure is not touched by that.
 */
final class Shield {
  private static final Path SHELL = Path.of("/bin/sh");

  /** What passes through every shell. Shells that know functions pass these on, others may not. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|BASH_FUNC_.*");

  /** Who needs cores in the end may raise the limit again, of a worker that runs as well. */
  private static final String WITHOUT_CORES = "ulimit -S -c 0 2>/dev/null; ";

  private static final String EXECUTE = "exec \"$@\"";

  private Shield() {}

  /**
   * The same command, started by a shell that ignores the interrupt and then becomes that command.
   * It is started directly where there is no shell, or where the shell might lose a variable of the
   * environment because of its name.
   */
  static List<String> around(List<String> command, Map<String, String> environment) {
    return around(command, environment, WITHOUT_CORES + EXECUTE);
  }

  /** The same, but its limit of cores is that of this process. */
  static List<String> aroundWithCores(List<String> command, Map<String, String> environment) {
    return around(command, environment, EXECUTE);
  }

  /** The same, but everything else on this machine comes first. */
  static List<String> aroundInBackground(List<String> command, Map<String, String> environment) {
    return around(
        command,
        environment,
        WITHOUT_CORES + "command -v nice >/dev/null && exec nice -n 19 \"$@\"; " + EXECUTE);
  }

  private static List<String> around(
      List<String> command, Map<String, String> environment, String execute) {
    if (!Files.isExecutable(SHELL)
        || !environment.keySet().stream().allMatch(name -> NAME.matcher(name).matches())) {
      return command;
    }
    List<String> shielded =
        new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' INT; " + execute, "sh"));
    shielded.addAll(command);
    return shielded;
  }
}
