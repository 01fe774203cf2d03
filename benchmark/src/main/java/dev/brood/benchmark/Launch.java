package dev.brood.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that is started, prints one line and ends.
 *
 * @param nanos how long it took from its start to that line
 * @param line the line
 */
record Launch(long nanos, String line) {
  private static final long SECONDS_AT_MOST = 180;

  static Launch of(List<String> command) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    // To wait for ever would hide what is to be shown: that it hangs.
    CompletableFuture.delayedExecutor(SECONDS_AT_MOST, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      long end = System.nanoTime();
      int exitCode = process.waitFor();
      if (line == null || exitCode != 0) {
        throw new IOException(
            String.join(" ", command) + " ended with exit code " + exitCode + ", after: " + line);
      }
      return new Launch(end - begin, line);
    }
  }

  /** A turn that lasts from the start to the line. */
  static Turn upToItsLine(List<String> command) {
    return atLeast -> Sample.of((double) of(command).nanos);
  }

  /** A turn whose time the program measures itself: its line is in nanoseconds. */
  static Turn asItTells(List<String> command) {
    return atLeast -> Sample.of(Double.parseDouble(of(command).line));
  }

  /** The command that runs a class of this benchmark in a fresh JVM. */
  static List<String> java(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }
}
