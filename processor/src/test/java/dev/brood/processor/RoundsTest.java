package dev.brood.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working together with other processors. */
class RoundsTest {
  private static final JavaFileObject USER =
      JavaFileObjects.forSourceLines(
          "demo.User",
          "package demo;",
          "",
          "final class User {",
          "  record Holder(java.util.List<Late> late) {}",
          "",
          "  @dev.brood.Parallel",
          "  static Late take(Holder holder) throws LateException { return null; }",
          "}");

  private static final JavaFileObject OTHER =
      JavaFileObjects.forSourceLines(
          "demo.Other",
          "package demo;",
          "",
          "final class Other {",
          "  @dev.brood.Parallel",
          "  static int square(int x) { return x * x; }",
          "}");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aTypeThatAnotherProcessorGeneratesIsWaitedFor(int round) {
    Compilation compilation =
        compile(
            List.of(new ParallelProcessor(), generator(round), exceptionGenerator(round)),
            USER,
            OTHER);
    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation))
        .contains("/demo/UserParallel.java", "/demo/OtherParallel.java");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theImplementationOfAServiceIsWaitedFor(int round) {
    JavaFileObject service =
        JavaFileObjects.forSourceLines(
            "demo.Scorer",
            "package demo;",
            "",
            "@dev.brood.Parallel(implementation = Late.class)",
            "interface Scorer { int score(int x); }");
    String late =
        "package demo; class Late implements Scorer { public int score(int x) { return x; } }";
    Compilation compilation =
        compile(List.of(new ParallelProcessor(), new Generator(round, "demo.Late", late)), service);
    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation)).contains("/demo/ScorerParallel.java");
  }

  @Test
  void theOrderOfProcessorsDoesNotMatter() {
    Compilation compilation =
        compile(List.of(generator(1), exceptionGenerator(2), new ParallelProcessor()), USER);
    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation)).contains("/demo/UserParallel.java");
  }

  @Test
  void aClassThatAnotherProcessorGeneratesIsHandled() {
    String source =
        "package demo; final class Made { @dev.brood.Parallel static int f(int x) { return x; } }";
    Compilation compilation =
        compile(List.of(new ParallelProcessor(), new Generator(1, "demo.Made", source)), OTHER);
    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation)).contains("/demo/MadeParallel.java");
  }

  @Test
  void aTypeThatNeverComesIsReportedOnce() {
    Compilation compilation =
        compile(
            List.of(
                new ParallelProcessor(),
                exceptionGenerator(1),
                new Generator(3, "demo.Unrelated", "package demo; class Unrelated {}")),
            USER,
            OTHER);
    assertThat(compilation.errors().stream().map(RoundsTest::text))
        .filteredOn(text -> text.contains("BROOD-"))
        .containsExactly(
            "7: BROOD-301: result: the type Late does not exist, nor has an annotation processor"
                + " generated it. Correct the name, import it, or add its library to the class"
                + " path.",
            "4: BROOD-301: Holder.late[]: the type Late does not exist, nor has an annotation"
                + " processor generated it. Correct the name, import it, or add its library to the"
                + " class path.");
  }

  private static Compilation compile(List<Processor> processors, JavaFileObject... sources) {
    return javac().withClasspath(Program.runtime()).withProcessors(processors).compile(sources);
  }

  private static Processor generator(int round) {
    return new Generator(round, "demo.Late", "package demo; record Late(int x) {}");
  }

  private static Processor exceptionGenerator(int round) {
    return new Generator(
        round,
        "demo.LateException",
        "package demo; class LateException extends Exception {"
            + " private static final long serialVersionUID = 1L; }");
  }

  private static List<String> generated(Compilation compilation) {
    return compilation.generatedSourceFiles().stream()
        .map(file -> file.getName().replace("/SOURCE_OUTPUT", ""))
        .toList();
  }

  private static String text(Diagnostic<?> error) {
    return error.getLineNumber() + ": " + error.getMessage(null);
  }
}
