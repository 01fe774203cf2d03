package dev.brood.internal.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM has written of its own failure.
 *
 * @param file where that stands
 * @param head the lines that tell what has failed, without decoration
 */
public record CrashReport(Path file, List<String> head) {
  private static final String OPTION = "-XX:ErrorFile=";

  private static final int MAX_LINES = 20;
  private static final int MAX_LINE = 400;

  /**
   * Finds the file that a JVM has written as it crashed: where its options say, otherwise in its
   * working directory, otherwise in the folder for temporary files. Several may write to the same.
   *
   * @param arguments of that JVM, wherever it has them from
   * @param directory in which it ran
   * @param since when it was started; an older file is another process's
   * @return null if there is none, or if it cannot be read
   */
  static @Nullable CrashReport find(
      long pid, List<String> arguments, Path directory, Instant since) {
    List<Path> places = new ArrayList<>();
    String usual = "hs_err_pid" + pid + ".log";
    try {
      for (String argument : arguments) {
        if (argument.startsWith(OPTION)) {
          String chosen = argument.substring(OPTION.length());
          places.add(0, directory.resolve(chosen.replace("%p", Long.toString(pid))));
        }
      }
      places.add(directory.resolve(usual));
      places.add(Path.of("/tmp", usual)); // the JVM's own choice, whatever java.io.tmpdir says
      for (Path place : places) {
        // Times of files may be coarse.
        if (Files.isRegularFile(place)
            && !Files.getLastModifiedTime(place).toInstant().isBefore(since.minusSeconds(2))) {
          List<String> head = head(place);
          if (head.stream().anyMatch(line -> line.contains("pid=" + pid + ","))) {
            return new CrashReport(place.toAbsolutePath(), head);
          }
        }
      }
    } catch (IOException | InvalidPathException e) {
      // It cannot be read; the exit code must do.
    }
    return null;
  }

  /** The comment at the top of the file; what follows is for those who debug JVMs. */
  private static List<String> head(Path file) throws IOException {
    List<String> head = new ArrayList<>();
    // Native code may have names in any encoding.
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String line;
      while ((line = lines.readLine()) != null && line.startsWith("#") && head.size() < MAX_LINES) {
        String text = line.substring(1).strip();
        if (!text.isEmpty()) {
          head.add(text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "…");
        }
      }
    }
    return head;
  }
}
