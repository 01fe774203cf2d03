package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written on launching names its proofs, and they are there. */
class LaunchingTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = ROOT.resolve("docs/LAUNCHING.md");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (L\\d+) \\|.*\\| ([^|]+) \\|$");
  private static final Pattern PROOF = Pattern.compile("`(\\w+)\\.(\\w+)`|\\]\\(([^)]*)\\)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

  private static Map<String, String> proofs() throws IOException {
    Map<String, String> proofs = new TreeMap<>();
    for (MatchResult row : matches(ROW, Files.readString(PAGE))) {
      assertThat(proofs.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
    }
    return proofs;
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  /** The sources of a test, wherever they are. */
  private static String source(String type) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path tests : modules.map(m -> m.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            List<Path> found = files.filter(file -> file.endsWith(type + ".java")).toList();
            if (!found.isEmpty()) {
              return Files.readString(found.get(0));
            }
          }
        }
      }
    }
    throw new AssertionError("there is no " + type);
  }

  @Test
  void everySituationHasItsProofs() throws IOException {
    assertThat(proofs().keySet())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 25).mapToObj(i -> "L" + i).toList());
    assertThat(proofs()).allSatisfy((row, text) -> assertThat(matches(PROOF, text)).isNotEmpty());
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    for (String text : proofs().values()) {
      for (MatchResult proof : matches(PROOF, text)) {
        if (proof.group(1) != null) {
          assertThat(source(proof.group(1)))
              .as(proof.group())
              .containsPattern("\\n  (@\\w+ )*void " + proof.group(2) + "\\(");
        }
      }
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (MatchResult link : matches(LINK, Files.readString(PAGE))) {
      String[] parts = link.group(1).split("#", 2);
      Path target = parts[0].isEmpty() ? PAGE : PAGE.resolveSibling(parts[0]).normalize();
      assertThat(target).as(link.group()).exists();
      if (parts.length == 2) {
        assertThat(Files.readString(target).lines().filter(line -> line.startsWith("#")))
            .as(link.group())
            .anyMatch(line -> anchor(line).equals(parts[1]));
      }
    }
  }

  private static String anchor(String heading) {
    return heading
        .replaceFirst("#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }
}
