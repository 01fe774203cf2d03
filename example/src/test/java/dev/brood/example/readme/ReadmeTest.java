package dev.brood.example.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The README shows only code that compiles and runs: each region of the sources in this package
 * must stand there line by line, whatever its indentation. Lines that end in {@code // not shown}
 * are left out.
 *
 * <pre>{@code
 * // region name
 * …
 * // endregion
 * }</pre>
 */
class ReadmeTest {
  /** Surefire runs tests in the module's folder. */
  private static final Path README = Path.of("..", "README.md");

  private static final Path SOURCES = Path.of("src/test/java/dev/brood/example/readme");
  private static final String START = "// region ";
  private static final String END = "// endregion";
  private static final String NOT_SHOWN = "// not shown";

  static Stream<String> names() throws IOException {
    return regions().keySet().stream();
  }

  @Test
  void thereIsARegionForEachTopic() throws IOException {
    assertThat(regions())
        .containsOnlyKeys(
            "async",
            "builder",
            "calls",
            "cancel",
            "context",
            "define",
            "end",
            "errors",
            "idempotent",
            "inline",
            "junit",
            "limits",
            "many",
            "nested",
            "records",
            "reduce",
            "service",
            "services",
            "streams",
            "tasks",
            "threads");
  }

  @ParameterizedTest
  @MethodSource("names")
  void theReadmeShowsTheRegionAsItIs(String name) throws IOException {
    List<String> readme = Files.exists(README) ? Files.readAllLines(README) : List.of();
    List<String> region = regions().get(name);
    if (Collections.indexOfSubList(stripped(readme), stripped(region)) < 0) {
      fail(
          """
          README.md does not show the region '%s' of the snippets that are compiled and run.
          Copy this into a ```java block there, or change the snippet in %s:

          %s
          """
              .formatted(name, SOURCES, String.join("\n", region).stripIndent()));
    }
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }

  private static Map<String, List<String>> regions() throws IOException {
    Map<String, List<String>> regions = new TreeMap<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!file.endsWith(ReadmeTest.class.getSimpleName() + ".java")) {
          addRegions(file, regions);
        }
      }
    }
    return regions;
  }

  private static void addRegions(Path file, Map<String, List<String>> regions) throws IOException {
    List<String> region = null;
    for (String line : Files.readAllLines(file)) {
      String text = line.strip();
      if (text.startsWith(START)) {
        region = new ArrayList<>();
        regions.put(text.substring(START.length()), region);
      } else if (text.equals(END)) {
        region = null;
      } else if (region != null && !text.endsWith(NOT_SHOWN)) {
        region.add(line);
      }
    }
  }
}
