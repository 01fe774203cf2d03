package dev.brood.contract.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;

/** Asks a program that answers line by line, and only what it is asked. */
public final class Questions {
  private final Process program;
  private final BufferedReader out;

  /** For a program that has just been started. */
  public Questions(Process program) {
    this.program = program;
    this.out = program.inputReader();
  }

  /** Asks, and returns the answer. */
  public String ask(String question) throws IOException {
    program.getOutputStream().write((question + "\n").getBytes(UTF_8));
    program.getOutputStream().flush();
    return answer();
  }

  /** The next answer. A JVM tells on its standard output, too, what it lacks. */
  public String answer() throws IOException {
    String line = out.readLine();
    while (line != null && !line.matches("(answer|failed|unclear) .*")) {
      line = out.readLine();
    }
    return String.valueOf(line);
  }
}
