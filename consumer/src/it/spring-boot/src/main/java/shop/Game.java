package shop;

import org.springframework.stereotype.Component;

/** Gets the bean that it needs, and does not know that it is a proxy. */
@Component
final class Game {
  private final Words words;

  Game(Words words) {
    this.words = words;
  }

  String play(String word) {
    return word + " " + words.score(word);
  }

  boolean isPlayedElsewhere() {
    String where = words.where();
    String here = ProcessHandle.current().pid() + " ";
    return !where.startsWith(here) && where.contains("jar:nested:");
  }
}
