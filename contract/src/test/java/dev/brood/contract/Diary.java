package dev.brood.contract;

import dev.brood.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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

  @Override
  public void close() throws IOException {
    write("closed");
  }
}
