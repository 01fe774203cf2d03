package dev.brood.example.readme;

import dev.brood.Parallel;
import dev.brood.Pool;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

// region nested
final class Folders {
  @Parallel
  static long bytesIn(Path folder) throws IOException {
    long bytes = 0;
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry)) {
          folders.add(entry);
        } else {
          bytes += Files.size(entry);
        }
      }
    }
    List<Long> below = Pool.current().map(folders, FoldersParallel::bytesIn); // other workers
    return bytes + below.stream().mapToLong(Long::longValue).sum();
  }
}
// endregion
