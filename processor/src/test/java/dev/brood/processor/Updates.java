package dev.brood.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that state what is expected. With {@code -Dbrood.update=true} the tests write them instead
 * of comparing, for a person to review.
 */
final class Updates {
  private static final boolean ON = Boolean.getBoolean("brood.update");

  private Updates() {}

  /** Writes the file if updates are on. */
  static boolean write(Path path, String text) {
    if (ON) {
      try {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ON;
  }
}
