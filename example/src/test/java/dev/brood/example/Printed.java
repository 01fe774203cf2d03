package dev.brood.example;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Catches what a program prints. */
public final class Printed {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  /** Where to print. */
  public PrintStream stream() {
    return stream;
  }

  /** All that was printed. */
  public String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The same, line by line. */
  public List<String> lines() {
    return text().lines().toList();
  }
}
