package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compiles the programs in {@code good/} and compares what is generated with the files in {@code
 * expected/}, to the letter.
 */
class GoldenTest {
  static Stream<Path> programs() throws IOException {
    try (Stream<Path> programs = Files.list(TestSource.root("good"))) {
      return programs.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void generatesTheExpectedSource(Path program) {
    Program compiled = Program.compile(TestSource.files(TestSource.allIn(program)));
    assertThat(compiled.generated()).isNotEmpty();
    compiled
        .generated()
        .forEach(
            (name, text) -> {
              if (!Updates.write(expected(name), text)) {
                assertThat(text).isEqualTo(TestSource.of(expected(name)).text());
              }
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfTheSourcesDoesNotMatter(long seed) {
    List<JavaFileObject> sources = new ArrayList<>(TestSource.files(TestSource.allIn("good")));
    Collections.shuffle(sources, new Random(seed));
    assertAllExpected(Program.compile(sources));
  }

  @Test
  void eclipseGeneratesTheSame(@TempDir Path folder) {
    assertAllExpected(Program.compileWithEclipse(TestSource.allIn("good"), folder));
  }

  private static Path expected(String qualifiedName) {
    return TestSource.root("expected").resolve(qualifiedName.replace('.', '/') + ".java");
  }

  private static void assertAllExpected(Program compiled) {
    List<TestSource> all = TestSource.allIn("expected");
    assertThat(compiled.generated().keySet())
        .containsExactlyInAnyOrderElementsOf(all.stream().map(TestSource::qualifiedName).toList());
    for (TestSource expected : all) {
      assertThat(compiled.generated().get(expected.qualifiedName())).isEqualTo(expected.text());
    }
  }
}
