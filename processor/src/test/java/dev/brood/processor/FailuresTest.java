package dev.brood.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import javax.annotation.processing.AbstractProcessor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** When something fails that should not. */
class FailuresTest {
  private static final JavaFileObject SOURCE =
      JavaFileObjects.forSourceLines(
          "demo.Squares",
          "package demo;",
          "",
          "final class Squares {",
          "  @dev.brood.Parallel",
          "  static int square(int x) { return x * x; }",
          "}");

  @Test
  void aFileThatCannotBeWrittenIsAnErrorAtTheClass() {
    Diagnostic<? extends JavaFileObject> error =
        onlyError(ProcessorWithFiler.failing(new IOException("disk full")));
    assertThat(error.getMessage(null))
        .isEqualTo(
            "BROOD-902: demo.SquaresParallel could not be written: java.io.IOException: disk full."
                + " Check the disk and the compiler's output folder.");
    assertThat(error.getLineNumber()).isEqualTo(3);
  }

  @Test
  void anUnexpectedExceptionIsAnErrorAtTheClassWithItsStack() {
    Diagnostic<? extends JavaFileObject> error =
        onlyError(ProcessorWithFiler.failing(new IllegalStateException("a bug")));
    assertThat(error.getMessage(null))
        .startsWith("BROOD-901: Brood's annotation processor failed at demo.Squares. ")
        .contains("java.lang.IllegalStateException: a bug", "\tat ");
    assertThat(error.getLineNumber()).isEqualTo(3);
  }

  private static Diagnostic<? extends JavaFileObject> onlyError(AbstractProcessor processor) {
    Compilation compilation = javac().withProcessors(processor).compile(SOURCE);
    assertThat(compilation.errors()).hasSize(1);
    return compilation.errors().get(0);
  }
}
