package dev.brood.internal.child;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A worker hears its pool whatever becomes of the standard input that user code knows. */
class StandardInputTest {
  /** Sends back what comes although the standard input has been closed. */
  public static final class Closing {
    private Closing() {}

    /** Ends when its input does. */
    public static void main(String[] args) throws IOException {
      try (InputStream own = WorkerMain.standardInput()) {
        new FileInputStream(FileDescriptor.in).close();
        int next;
        while ((next = own.read()) >= 0) {
          System.out.write(next);
          System.out.flush();
        }
      }
    }
  }

  @Test
  void whatComesIsReadAlthoughTheUserHasClosedIt() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/dev/fd")));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Closing.class.getName())
            .start();
    try (BufferedReader output = process.inputReader()) {
      try (OutputStream input = process.getOutputStream()) {
        for (String line : new String[] {"first", "second"}) {
          input.write((line + "\n").getBytes(UTF_8));
          input.flush();
          assertThat(output.readLine()).isEqualTo(line);
        }
      }
      assertThat(Await.value(process.onExit()).exitValue()).as("its input has ended").isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
