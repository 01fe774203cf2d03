package dev.brood.internal.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A temporary folder that only this user can enter. It holds what a worker needs while it starts,
 * and is deleted with all that is in it as soon as the worker has started.
 */
public final class PrivateDirectory implements Closeable {
  /** The shortest limit among the common systems for the path of a Unix domain socket. */
  private static final int MAX_SOCKET_PATH = 100;

  private static final int LONGEST_NAME = "/brood-12345678901234567890/socket".length();

  private final Path path;

  /** Creates a folder. */
  public PrivateDirectory() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    if (parent.toString().length() + LONGEST_NAME > MAX_SOCKET_PATH) {
      parent = Path.of("/tmp");
    }
    path = Files.createTempDirectory(parent, "brood-");
  }

  /** Where a file of that name would be. */
  public Path resolve(String name) {
    return path.resolve(name);
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
