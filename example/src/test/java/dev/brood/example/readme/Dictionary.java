package dev.brood.example.readme;

import dev.brood.Parallel;
import java.util.HashMap;
import java.util.Map;

// region service
@Parallel
final class Dictionary implements Words, AutoCloseable {
  private final Map<Character, Integer> values = new HashMap<>();

  Dictionary(String letters, int value) { // runs in each worker, before its first call
    letters.chars().forEach(letter -> values.put((char) letter, value));
  }

  @Override
  public int score(String word) {
    return word.chars().map(letter -> values.getOrDefault((char) letter, 1)).sum();
  }

  @Override
  public void close() { // runs in each worker, at the end
    values.clear();
  }
}
// endregion
