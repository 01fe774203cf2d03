package dev.brood.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same work on Python's own pools, by a script that runs at the same time.
 *
 * @param version Python's version and how it starts processes
 * @param nanos what was measured, by name
 * @param reason why nothing was, if so
 */
record Python(String version, Map<String, Double> nanos, String reason) {
  private static final String SCRIPT = "process_pools.py";

  static Python measure(Plan plan) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("brood-benchmark");
    Path script = folder.resolve(SCRIPT);
    try {
      try (InputStream source = Python.class.getResourceAsStream(SCRIPT)) {
        if (source == null) {
          throw new IOException(SCRIPT + " is missing on the class path");
        }
        Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
      }
      return run(script, plan);
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(folder);
    }
  }

  private static Python run(Path script, Plan plan) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "python3",
                  "-B",
                  script.toString(),
                  "--workers=" + Plan.WORKERS,
                  "--seconds=" + plan.seconds(),
                  "--runs=" + plan.runs(),
                  "--rows=" + plan.rows(),
                  "--numbers=" + plan.numbers(),
                  "--calls=" + plan.calls())
              .redirectError(Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      return notMeasured("no python3");
    }
    String version = "";
    Map<String, Double> nanos = new HashMap<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        List<String> parts = List.of(line.split("\t"));
        if (parts.get(0).equals("version")) {
          version = parts.get(1);
        } else {
          nanos.put(parts.get(0), Double.parseDouble(parts.get(1)));
        }
      }
    }
    int exitCode = process.waitFor();
    return exitCode == 0
        ? new Python(version, nanos, "")
        : notMeasured("python3 has failed with exit code " + exitCode);
  }

  private static Python notMeasured(String reason) {
    return new Python("", Map.of(), reason);
  }

  /** Prints a line of the table. */
  void line(Table table, String way, String name) {
    @Nullable Double measured = nanos.get(name);
    if (measured == null) {
      table.notMeasured(way, reason.isEmpty() ? "not on this system" : reason);
    } else {
      table.line(way, measured);
    }
  }
}
