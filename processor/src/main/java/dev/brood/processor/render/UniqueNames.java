package dev.brood.processor.render;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Gives out names, each once. */
final class UniqueNames {
  private final Set<String> taken = new HashSet<>();
  private final UnaryOperator<String> key;

  private UniqueNames(UnaryOperator<String> key) {
    this.key = key;
  }

  /** For types. They become files, and not every file system tells upper from lower case. */
  static UniqueNames ofTypes() {
    return new UniqueNames(name -> name.toLowerCase(Locale.ROOT));
  }

  /** For variables and methods. */
  static UniqueNames ofMembers() {
    return new UniqueNames(UnaryOperator.identity());
  }

  void reserve(Collection<String> names) {
    names.forEach(name -> taken.add(key.apply(name)));
  }

  /** The name itself if it is free, or else with the first number from 2 that makes it so. */
  String next(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(key.apply(name)); i++) {
      name = wanted + i;
    }
    return name;
  }
}
