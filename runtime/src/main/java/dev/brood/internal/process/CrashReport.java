package dev.brood.internal.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
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

  /** Belongs to this user, where there is such a thing. */
  private static final Path PROCESS = Path.of("/proc/self");

  private static final int MAX_BYTES = 64 << 10;
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
        if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
            && isOurs(place)
            && !Files.getLastModifiedTime(place).toInstant().isBefore(since.minusSeconds(2))) {
          List<String> head = head(place);
          if (head.stream().anyMatch(line -> line.contains("pid=" + pid + ","))) {
            return new CrashReport(place.toAbsolutePath(), head);
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      // An odd name, or it cannot be read: the exit code must do.
    }
    return null;
  }

  /**
   * Anybody may write to a folder for temporary files. Names alone do not tell whose a file is: a
   * container may know this user by nothing but a number, for which the JVM has no name.
   */
  private static boolean isOurs(Path file) throws IOException {
    UserPrincipal owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
    return owner.getName().equals(System.getProperty("user.name"))
        || (Files.exists(PROCESS) && owner.equals(Files.getOwner(PROCESS)));
  }

  /** The comment at the top of the file; what follows is for those who debug JVMs. */
  private static List<String> head(Path file) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      // Native code may have names in any encoding.
      text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
    }
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .filter(line -> !line.isEmpty())
        .map(line -> line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…")
        .limit(MAX_LINES)
        .toList();
  }
}
