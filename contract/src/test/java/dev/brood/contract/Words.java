package dev.brood.contract;

import dev.brood.Parallel;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** What is mapped and reduced. */
final class Words {
  private Words() {}

  @Parallel
  static Map<String, Long> count(String text) {
    Map<String, Long> counts = new HashMap<>();
    for (String word : text.split(" ", -1)) {
      if (!word.isEmpty()) {
        counts.merge(word, 1L, Long::sum);
      }
    }
    return counts;
  }

  @Parallel
  static Map<String, Long> merge(Map<String, Long> one, Map<String, Long> other) {
    other.forEach((word, count) -> one.merge(word, count, Long::sum));
    return one;
  }

  /** The same map, which travels in another way. */
  @Parallel
  static SortedMap<String, Long> same(SortedMap<String, Long> counts) {
    return counts;
  }

  @Parallel
  static String word(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("not " + number);
    }
    return number + " ";
  }

  @Parallel
  static String join(String one, String other) {
    return one + other;
  }

  @Parallel
  static Tally tally(int number) {
    return new Tally(1);
  }

  @Parallel
  static Tally add(Tally one, Tally other) {
    return new Tally(one.count() + other.count());
  }
}
