package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Every number has its tests. The features, by their rows:
 *
 * <pre>
 * A1  sizes                     A9  services                  A17 combining with other futures
 * A2  blocking proxies          A10 recycling                 A18 nested calls
 * A3  asynchronous proxies      A11 waiting for several       A19 map and reduce
 * A4  maps                      A12 cancelling                A20 pools in static initialisers
 * A5  maps as futures           A13 limits of time            A21 limits of the future
 * A6  streams and publishers    A14 exceptions                A22 context
 * A7  slow neighbours           A15 retries                   F1  Ctrl-C
 * A8  the end of a pool         A16 other places to run       H1  tests of users
 * </pre>
 *
 * <p>Beside these B5, programs that a worker starts; E1, what workers print; E4, what an operator
 * sees of workers; F2, the other signals; and H2, Spring, for which there is a user's project.
 *
 * <p>The situations: 1–10 crashes; 11 retries after kills; 12–13 many callers with and without a
 * killer; 14–15 memory; 16–23 recycling and start; 24–30 limits and cancelling; 31–36 shutting
 * down; 37–41 callbacks, maps and memory; 42–44 values; 45 several pools; 46–49 hostility; 50 what
 * a call leaves behind.
 */
class CatalogueTest {
  private static final List<String> ROWS =
      Stream.concat(
              IntStream.rangeClosed(1, 22).mapToObj(i -> "A" + i),
              Stream.of("B5", "E1", "E4", "F1", "F2", "H1"))
          .toList();

  /** What needs a project of its own: where that is. */
  private static final Map<String, String> ELSEWHERE = Map.of("H2", "spring-boot");

  private static final List<Integer> SCENARIOS = IntStream.rangeClosed(1, 50).boxed().toList();

  private static List<Method> tests = List.of();

  @BeforeAll
  static void find() throws IOException, URISyntaxException {
    Path root =
        Path.of(CatalogueTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      tests =
          files
              .map(file -> root.relativize(file).toString().replace('/', '.'))
              .filter(name -> name.endsWith("Test.class") && !name.contains("$"))
              .map(name -> load(name.substring(0, name.length() - ".class".length())))
              .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
              .filter(CatalogueTest::isTest)
              .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, CatalogueTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isTest(Method method) {
    return AnnotationSupport.isAnnotated(method, ForEachKind.class)
        || AnnotationSupport.isAnnotated(method, Test.class)
        || AnnotationSupport.isAnnotated(method, ParameterizedTest.class);
  }

  private static Stream<String> rows(Method test) {
    return Arrays.stream(test.getAnnotationsByType(Row.class)).map(Row::value);
  }

  private static Stream<Integer> scenarios(Method test) {
    return Arrays.stream(test.getAnnotationsByType(Scenario.class)).map(Scenario::value);
  }

  @Test
  void everyFeatureHasATestAndEveryNumberIsAFeature() {
    assertThat(tests.stream().flatMap(CatalogueTest::rows).distinct())
        .containsExactlyInAnyOrderElementsOf(ROWS);
  }

  @Test
  void everyFeatureThatHasNoTestHereHasAProject() {
    assertThat(ELSEWHERE.keySet()).doesNotContainAnyElementsOf(ROWS);
    assertThat(ELSEWHERE.values())
        .allSatisfy(
            project ->
                assertThat(Path.of("..", "consumer", "src", "it", project, "verify.groovy"))
                    .isNotEmptyFile());
  }

  @Test
  void everySituationHasATestAndEveryNumberIsASituation() {
    assertThat(tests.stream().flatMap(CatalogueTest::scenarios).distinct())
        .containsExactlyInAnyOrderElementsOf(SCENARIOS);
  }

  private static boolean runsOn(Method test, Kind kind) {
    OnlyFor only = test.getAnnotation(OnlyFor.class);
    return test.isAnnotationPresent(ForEachKind.class)
        && (only == null || List.of(only.value()).contains(kind));
  }

  private static Set<String> rowsWithoutTestOn(Kind kind) {
    Set<String> tested =
        tests.stream()
            .filter(test -> runsOn(test, kind))
            .flatMap(CatalogueTest::rows)
            .collect(Collectors.toSet());
    return ROWS.stream()
        .filter(row -> !tested.contains(row))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A20 and F2 are about processes; H1 is about the callers of proxies. */
  @Test
  @Row("A16")
  void theContractHoldsForEveryKind() {
    assertThat(rowsWithoutTestOn(Kind.CHILD_JVMS)).containsExactly("A20", "E1", "F2", "H1");
    assertThat(rowsWithoutTestOn(Kind.THREADS))
        .containsExactly("A20", "B5", "E1", "E4", "F2", "H1");
    assertThat(rowsWithoutTestOn(Kind.INLINE))
        .as("neither neighbours nor anything to cancel or to interrupt")
        .containsExactly("A12", "A20", "A7", "B5", "E1", "E4", "F1", "F2", "H1");
  }

  @Test
  void everyExceptionHasItsReason() {
    assertThat(tests)
        .filteredOn(test -> test.isAnnotationPresent(OnlyFor.class))
        .allSatisfy(
            test -> {
              OnlyFor only = test.getAnnotation(OnlyFor.class);
              assertThat(only.because()).isNotBlank();
              assertThat(only.value()).isNotEmpty().hasSizeLessThan(Kind.values().length);
            });
  }
}
