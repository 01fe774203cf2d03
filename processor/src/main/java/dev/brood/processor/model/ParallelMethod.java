package dev.brood.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A method with the annotation.
 *
 * @param typeVariables the names of the method's own type variables
 * @param result empty for {@code void}
 * @param thrown in the order of the source
 */
public record ParallelMethod(
    String name,
    Origin origin,
    Traits traits,
    List<String> typeVariables,
    List<Parameter> parameters,
    boolean varargs,
    Optional<WireType> result,
    List<ThrownType> thrown,
    Deprecation deprecation) {
  /** Copies the lists. */
  public ParallelMethod {
    typeVariables = List.copyOf(typeVariables);
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }

  /** What the modifiers say. */
  public record Traits(boolean isPublic, boolean isPrivate, boolean isStatic, boolean isAbstract) {}

  /** A parameter. */
  public record Parameter(String name, WireType type, Origin origin) {}
}
