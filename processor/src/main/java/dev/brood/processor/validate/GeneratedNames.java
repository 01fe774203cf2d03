package dev.brood.processor.validate;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.TypeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The names of all generated types, so that none is given twice. Lives as long as a compilation.
 */
public final class GeneratedNames {
  private final Map<TypeId, SortedSet<String>> classesByName = new HashMap<>();
  private final Predicate<TypeId> beingCompiled;

  /**
   * Creates an empty table.
   *
   * @param beingCompiled tells whether a top-level type's source is part of this compilation. A
   *     class file is no obstacle: it may stem from an earlier compilation
   */
  public GeneratedNames(Predicate<TypeId> beingCompiled) {
    this.beingCompiled = beingCompiled;
  }

  /** Takes the name of a class's generated type, before any class of the round is judged. */
  public void claim(TypeId annotatedClass) {
    classesByName
        .computeIfAbsent(annotatedClass.generated(), unused -> new TreeSet<>())
        .add(annotatedClass.nestedName());
  }

  Optional<Problem> problem(ParallelClass parallelClass) {
    TypeId id = parallelClass.type().id();
    TypeId generated = id.generated();
    Set<String> classes = classesByName.getOrDefault(generated, new TreeSet<>());
    if (classes.size() > 1) {
      return Optional.of(
          Problem.of(
              Diagnostic.NAME_SHARED,
              parallelClass.origin(),
              generated.simpleName(),
              String.join(", ", classes)));
    }
    if (beingCompiled.test(generated)) {
      return Optional.of(
          Problem.of(
              Diagnostic.NAME_TAKEN,
              parallelClass.origin(),
              generated.simpleName(),
              id.nestedName()));
    }
    return Optional.empty();
  }
}
