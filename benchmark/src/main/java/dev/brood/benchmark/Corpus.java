package dev.brood.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sources to be compiled: classes with annotated methods whose signatures are of every common kind,
 * so that no two neighbours need the same codecs.
 */
final class Corpus {
  /** A method's parameters, result and body, where {@code #} stands for the class's number. */
  private static final List<String> METHODS =
      List.of(
          "int count%d(int[] row, int minimum, int maximum) { return row.length; }",
          "long sum%d(List<Long> numbers) { return numbers.size(); }",
          "String join%d(String left, String right) { return left + right; }",
          "Order# reprice%d(Order# order, double factor) { return order; }",
          "Map<String, List<Order#>> group%d(List<Order#> orders) { return Map.of(); }",
          "double[][] multiply%d(double[][] left, double[][] right) { return left; }",
          "Optional<Kind#> kind%d(Set<Kind#> kinds, boolean first) { return Optional.empty(); }",
          "void check%d(Order#[] orders) throws java.io.IOException {}",
          "byte[] pack%d(Item#[][] items, Integer level) { return new byte[0]; }",
          "Item# best%d(List<Map<Kind#, Item#>> choices) { return null; }");

  private Corpus() {}

  /** Writes the sources and returns their files. */
  static List<Path> write(Path directory, int classes) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int number = 0; number < classes; number++) {
      Path file = directory.resolve("Work" + number + ".java");
      Files.writeString(file, source(number));
      files.add(file);
    }
    return files;
  }

  static int methodsPerClass() {
    return METHODS.size();
  }

  private static String source(int number) {
    StringBuilder source =
        new StringBuilder(
            """
            package corpus;

            import dev.brood.Parallel;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import java.util.Set;

            final class Work# {
              enum Kind# { NEW, USED, BROKEN }
              record Item#(String name, Kind# kind, int[] sizes) {}
              record Order#(long id, List<Item#> items, Map<String, Double> prices) {}
            """);
    for (int method = 0; method < METHODS.size(); method++) {
      source.append("  @Parallel\n  static ");
      source.append(String.format(METHODS.get(method), method)).append('\n');
    }
    return source.append("}\n").toString().replace("#", Integer.toString(number));
  }
}
