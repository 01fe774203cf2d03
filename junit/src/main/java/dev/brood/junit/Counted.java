package dev.brood.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Equal things told once, with their number: {@code one, 3 × another}. */
final class Counted {
  private Counted() {}

  static String words(List<String> things) {
    Map<String, Long> counts =
        things.stream()
            .collect(
                Collectors.groupingBy(thing -> thing, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> (entry.getValue() == 1 ? "" : entry.getValue() + " × ") + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
