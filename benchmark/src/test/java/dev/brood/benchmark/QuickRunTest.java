package dev.brood.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every row of every table is measured. How fast it was is none of a test's business. */
class QuickRunTest {
  private final PrintStream stdout = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(stdout);
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void theComparisonMeasuresEveryWay() throws Exception {
    Compare.main("--quick");

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("Brood, Pool.start", "Brood, blocking call", "Brood, map", "Java, serial")
        .contains("Python, Pool.apply", "Python, Pool.map", "Python, Pool.starmap");
  }

  @Test
  void theCompileTimeIsMeasuredWithAndWithoutCompilingTheStubs() throws Exception {
    CompileTime.main("--quick");

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("100 annotated methods")
        .containsPattern("Processing alone +\\d+ ms +\\d+ ms")
        .containsPattern("compiling all of it +\\d+ ms +\\d+ ms");
  }
}
