package dev.brood.contract;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps all but three JVMs from starting. */
public final class OnlyThreeAgent {
  private OnlyThreeAgent() {}

  /** Takes one of three places in a folder. */
  public static void premain(String folder) throws IOException {
    for (int place = 1; place <= 3; place++) {
      try {
        Files.createFile(Path.of(folder, Integer.toString(place)));
        return;
      } catch (FileAlreadyExistsException e) {
        // The next one, perhaps.
      }
    }
    throw new IllegalStateException("all places are taken");
  }
}
