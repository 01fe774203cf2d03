package dev.brood.internal.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JDK, or other run-time image, that runs workers.
 *
 * @param java its launcher
 * @param feature its version, such as 17; where it does not tell, the oldest that it may be
 * @param isOwn whether it is the one that runs this very process
 */
record Jdk(Path java, int feature, boolean isOwn) {
  /** The classes of workers need it. */
  private static final int OLDEST = 17;

  private static final String VERSION = "JAVA_VERSION=";

  /** The one to be used, and that it can be. */
  static Jdk of(Launch launch) throws IOException {
    return launch.java().isPresent() ? chosen(launch.java().get()) : own();
  }

  /** The launcher is that of this process's home, and not what is found by a search path. */
  static Jdk own() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new IOException(
          "there is no "
              + java
              + " to start a worker with: does this run-time image lack its launcher, or has the"
              + " JDK been replaced while this process was running? Pool.builder().java(…) takes"
              + " another one");
    }
    return new Jdk(java, Runtime.version().feature(), true);
  }

  private static Jdk chosen(Path java) throws IOException {
    if (!Files.isExecutable(java)) {
      throw new IOException("there is no " + java + " any more to start a worker with");
    }
    Path home = home(java.toRealPath());
    Path own = Path.of(System.getProperty("java.home"));
    if (Files.exists(own) && home.equals(own.toRealPath())) {
      return new Jdk(java, Runtime.version().feature(), true);
    }
    int feature = feature(home.resolve("release"));
    if (feature < OLDEST) {
      throw new IOException(
          java + " is of Java " + feature + "; workers need " + OLDEST + " or later");
    }
    return new Jdk(java, feature, false);
  }

  /** Of the folder in which the launcher really is. */
  private static Path home(Path java) {
    Path bin = java.getParent();
    Path home = bin == null ? null : bin.getParent();
    return home == null ? java : home;
  }

  /** A script in place of a launcher has no such file beside it. */
  private static int feature(Path release) {
    try (BufferedReader lines = Files.newBufferedReader(release, StandardCharsets.ISO_8859_1)) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.startsWith(VERSION)) {
          String version = line.substring(VERSION.length()).replace("\"", "").strip();
          return Integer.parseInt(version.split("[^0-9]", 2)[0]);
        }
      }
    } catch (IOException | NumberFormatException e) {
      // It does not tell.
    }
    return OLDEST;
  }
}
