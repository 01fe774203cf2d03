package dev.brood.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

/**
 * What Gradle demands of a processor that it runs for changed classes only: it says that it is
 * isolating, and each file that it makes stems from exactly one element.
 */
class IncrementalBuildTest {
  private static final String METADATA = "META-INF/gradle/incremental.annotation.processors";

  private final Map<String, String> origins = new TreeMap<>();

  @Test
  void theProcessorIsDeclaredToBeIsolating() throws IOException {
    ClassLoader loader = ParallelProcessor.class.getClassLoader();
    try (InputStream metadata = loader.getResourceAsStream(METADATA)) {
      assertThat(metadata).isNotNull();
      assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactly(ParallelProcessor.class.getName() + ",isolating");
    }
  }

  @Test
  void eachFileStemsFromItsAnnotatedClassAlone() {
    Compilation compilation =
        javac()
            .withProcessors(new ProcessorWithFiler(this::recording))
            .compile(
                JavaFileObjects.forSourceLines(
                    "demo.Squares",
                    "package demo;",
                    "class Squares {",
                    "  record Pair(int left, Other.Kind right) {}",
                    "  @dev.brood.Parallel static int square(Pair pair) { return 1; }",
                    "  static class Inner {",
                    "    @dev.brood.Parallel static int cube(int x) { return x * x * x; }",
                    "  }",
                    "}"),
                JavaFileObjects.forSourceLines(
                    "demo.Other",
                    "package demo;",
                    "class Other {",
                    "  enum Kind { A, B }",
                    "  @dev.brood.Parallel static Kind kind(Squares.Pair pair) { return Kind.A; }",
                    "}"));
    assertThat(compilation.errors()).isEmpty();

    assertThat(origins)
        .containsExactly(
            Map.entry("demo.OtherParallel", "demo.Other"),
            Map.entry("demo.SquaresParallel", "demo.Squares"),
            Map.entry("demo.Squares_InnerParallel", "demo.Squares.Inner"));
  }

  private Filer recording(Filer real) {
    return ProcessorWithFiler.filer(
        (proxy, method, arguments) -> {
          assertThat(method.getName()).isEqualTo("createSourceFile");
          origins.put((String) arguments[0], names((Element[]) arguments[1]));
          return method.invoke(real, arguments);
        });
  }

  private static String names(Element... elements) {
    return Stream.of(elements).map(Element::toString).collect(Collectors.joining(" and "));
  }
}
