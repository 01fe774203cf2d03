package dev.brood.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated source causes no warning, whatever the user has turned on. */
class LintTest {
  static Stream<Path> programs() throws IOException {
    List<Path> all = new ArrayList<>(List.of(TestSource.root("suite"), TestSource.root("places")));
    try (Stream<Path> programs = Files.list(TestSource.root("good"))) {
      programs.sorted().forEach(all::add);
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void compilesWithoutAnyWarning(Path program) {
    List<JavaFileObject> sources = new ArrayList<>(TestSource.files(TestSource.allIn(program)));
    sources.addAll(Program.compile(sources).generatedFiles());
    Compilation compilation =
        javac()
            .withClasspath(Program.runtime())
            .withOptions("-proc:none", "-Xlint:all", "-Xdoclint:all,-missing", "-Werror")
            .compile(sources);
    assertThat(compilation.diagnostics()).isEmpty();
  }
}
