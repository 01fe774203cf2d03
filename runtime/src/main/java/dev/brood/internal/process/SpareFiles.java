package dev.brood.internal.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that a process is started only where the files can be opened that this takes. A JDK 17
 * that cannot open all pipes of a new process closes descriptors that belong to others, be it those
 * of the user's files.
 */
final class SpareFiles {
  /** Five pipes, and some for who else may open files just now. */
  private static final int COUNT = 14;

  private static final File NOTHING = new File("/dev/null");

  private SpareFiles() {}

  /**
   * Tries to open as many files as the start of a process needs.
   *
   * @throws IOException if that cannot be done
   */
  static void check() throws IOException {
    List<InputStream> open = new ArrayList<>(COUNT);
    try {
      if (!NOTHING.exists()) {
        return; // another kind of operating system
      }
      for (int i = 0; i < COUNT; i++) {
        open.add(new FileInputStream(NOTHING));
      }
    } catch (IOException e) {
      throw new IOException(
          "this process can open fewer than "
              + COUNT
              + " more files, which the start of another one may need (see ulimit -n): "
              + e.getMessage(),
          e);
    } finally {
      for (InputStream one : open) {
        one.close();
      }
    }
  }
}
