package dev.brood.internal.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much memory a process really takes, as the operating system tells it. */
public final class MemoryProbe {
  private static final Path PROC = Path.of("/proc");
  private static final String FIELD = "VmRSS:";
  private static final Path PS = Path.of("/bin/ps");

  private MemoryProbe() {}

  /**
   * The process's resident memory in bytes; empty if the process has ended, or if this system has
   * no way to tell.
   */
  public static OptionalLong residentBytes(long pid) {
    return Files.exists(PROC.resolve("self/status")) ? fromProc(pid) : fromPs(pid);
  }

  private static OptionalLong fromProc(long pid) {
    try {
      return Files.readAllLines(PROC.resolve(pid + "/status"), StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.startsWith(FIELD))
          .map(line -> line.substring(FIELD.length()).replace("kB", ""))
          .findFirst()
          .map(MemoryProbe::kibibytes)
          .orElse(OptionalLong.empty());
    } catch (IOException e) {
      return OptionalLong.empty(); // it has ended
    }
  }

  static OptionalLong fromPs(long pid) {
    if (!Files.isExecutable(PS)) {
      return OptionalLong.empty();
    }
    try {
      Process ps =
          new ProcessBuilder(List.of(PS.toString(), "-o", "rss=", "-p", Long.toString(pid)))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      ps.getOutputStream().close();
      try (BufferedReader output = ps.inputReader()) {
        String line = output.readLine();
        return line == null ? OptionalLong.empty() : kibibytes(line);
      }
    } catch (IOException | OutOfMemoryError e) { // there may be no room for another process
      return OptionalLong.empty();
    }
  }

  private static OptionalLong kibibytes(String number) {
    try {
      return OptionalLong.of(Long.parseLong(number.strip()) << 10);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
