package dev.brood.processor;

import static com.google.testing.compile.Compiler.javac;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brood.processor.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles each program in {@code bad/}: a file, or a folder of files. Comments in it say what is
 * reported for the line above, and where:
 *
 * <pre>
 *   static void run(Thread thread) {}
 *   //                     ^ BROOD-212: thread: java.lang.Thread cannot travel: …
 * </pre>
 */
class DiagnosticsTest {
  private static final Pattern MARKER = Pattern.compile(" *// *\\^ BROOD-.*");
  private static final Pattern CODE = Pattern.compile("\\^ (BROOD-\\d+): ");

  /**
   * What no source can provoke; {@link FailuresTest}, {@link LibrariesTest} and {@link EclipseTest}
   * do.
   */
  private static final Set<Diagnostic> OF_THE_MACHINE =
      EnumSet.of(
          Diagnostic.INTERNAL,
          Diagnostic.NOT_WRITTEN,
          Diagnostic.CREATOR_NAMES,
          Diagnostic.MODULE_OF_ECLIPSE);

  static Stream<Path> programs() throws IOException {
    try (Stream<Path> programs = Files.list(TestSource.root("bad"))) {
      return programs.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void tellsWhatIsWrongAndWhere(Path program) {
    List<TestSource> sources = TestSource.allIn(program);
    List<TestSource> bare = sources.stream().map(DiagnosticsTest::withoutMarkers).toList();
    Compilation compilation =
        javac().withProcessors(new ParallelProcessor()).compile(TestSource.files(bare));
    assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    for (int i = 0; i < bare.size(); i++) {
      String marked = withMarkers(bare.get(i), compilation);
      if (!Updates.write(sources.get(i).path(), marked)) {
        assertThat(marked).isEqualTo(sources.get(i).text());
      }
    }
  }

  /** A file that is asked for would be an error more, and not among those that are expected. */
  @ParameterizedTest
  @MethodSource("programs")
  void generatesNothingForTheClass(Path program) {
    Compilation compilation =
        javac()
            .withProcessors(ProcessorWithFiler.failing(new IOException("a file is asked for")))
            .compile(TestSource.files(TestSource.allIn(program)));
    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(null))
        .noneMatch(message -> message.contains("a file is asked for"));
  }

  @Test
  void everyDiagnosticIsProvoked() {
    String all = TestSource.allIn("bad").stream().map(TestSource::text).collect(joining());
    assertThat(CODE.matcher(all).results().map(found -> found.group(1)).distinct())
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.copyOf(OF_THE_MACHINE)).stream()
                .map(Diagnostic::code)
                .toList());
  }

  @Test
  void noCodeIsGivenTwice() {
    assertThat(Stream.of(Diagnostic.values()).map(Diagnostic::code)).doesNotHaveDuplicates();
  }

  private static TestSource withoutMarkers(TestSource source) {
    String text =
        source.text().lines().filter(line -> !MARKER.matcher(line).matches()).collect(lines());
    return new TestSource(source.path(), text);
  }

  private static String withMarkers(TestSource source, Compilation compilation) {
    List<String> lines = source.text().lines().toList();
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      marked.add(lines.get(i));
      int number = i + 1;
      compilation.errors().stream()
          .filter(error -> error.getMessage(null).startsWith("BROOD-"))
          .filter(error -> isIn(error.getSource(), source))
          .filter(error -> error.getLineNumber() == number)
          .map(error -> marker((int) error.getColumnNumber(), error.getMessage(null)))
          .forEach(marked::add);
    }
    return marked.stream().collect(lines());
  }

  private static boolean isIn(JavaFileObject file, TestSource source) {
    return file.getName().equals(source.file().getName());
  }

  /** The caret stands below the column, as a compiler would print it. */
  private static String marker(int column, String message) {
    int indent = Math.min(column - 3, 2);
    return " ".repeat(indent) + "//" + " ".repeat(column - 3 - indent) + "^ " + message;
  }

  private static Collector<CharSequence, ?, String> lines() {
    return joining("\n", "", "\n");
  }
}
