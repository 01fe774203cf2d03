package dev.brood.internal.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder that only this user can enter. It holds what a worker needs while it starts,
 * and is deleted with all that is in it as soon as the worker has started.
 */
public final class PrivateDirectory implements Closeable {
  /** Where Linux keeps files in memory. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private final Path path;

  /** Creates a folder in another one. */
  public PrivateDirectory(Path parent) throws IOException {
    path = Files.createTempDirectory(parent, "brood-");
  }

  /**
   * Where folders may be created, the best place first: in memory, where the system has a place for
   * that; files on a disk would be written to it now and then.
   */
  public static List<Path> parents() {
    List<Path> parents = new ArrayList<>(2);
    if (Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)) {
      parents.add(MEMORY);
    }
    parents.add(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    return parents;
  }

  /** Where a file of that name would be. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      files.forEach(PrivateDirectory::delete);
    } catch (NoSuchFileException e) {
      return; // closed before
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.deleteIfExists(path);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
