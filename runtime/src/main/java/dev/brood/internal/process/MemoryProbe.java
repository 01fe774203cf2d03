package dev.brood.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Tells how much memory a process has, where the operating system says so. */
public final class MemoryProbe {
  private static final String RESIDENT = "VmRSS:";

  private MemoryProbe() {}

  /**
   * The resident memory of a process.
   *
   * @param pid of a process of this user
   * @return bytes; empty if there is no such process, or on systems without {@code /proc}
   */
  public static OptionalLong resident(long pid) {
    try {
      // Latin 1: the file holds the process's name, which may be any bytes.
      String status =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.ISO_8859_1);
      return status
          .lines()
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(MemoryProbe::bytes)
          .findFirst();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Of a line such as {@code VmRSS: 1234 kB}. */
  private static long bytes(String line) {
    String number = line.substring(RESIDENT.length()).replace("kB", "").strip();
    return Long.parseLong(number) << 10;
  }
}
