package dev.brood.contract;

import dev.brood.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A service that writes down what it lives through. */
@Parallel
final class Diary implements AutoCloseable {
  private final Path file;
  private int entries;

  Diary(String file) throws IOException {
    this.file = Path.of(file);
    write("made");
  }

  /** Fails. */
  Diary(String file, String trouble) throws IOException {
    this(file);
    throw new IOException(trouble);
  }

  /** How many entries this very object has had. */
  int entry(String text) throws IOException {
    write(text);
    return ++entries;
  }

  private void write(String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** How many diaries have been closed that were kept in a file. */
  static long closed(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter("closed"::equals).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    write("closed");
  }
}
