package dev.brood.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a generic method is declared. What travels is known besides: it has the bounds in the place
 * of the variables.
 *
 * @param variables the method's own type variables; none for any other method
 * @param parameters the types of the parameters; empty if there are no variables
 * @param result the type of the result; empty if there is none, or no variables
 */
public record Generics(
    List<Variable> variables, List<JavaType> parameters, Optional<JavaType> result) {
  /** What a method has that is not generic. */
  public static final Generics NONE = new Generics(List.of(), List.of(), Optional.empty());

  /** Copies the lists. */
  public Generics {
    variables = List.copyOf(variables);
    parameters = List.copyOf(parameters);
  }

  /** Whether the method is generic. */
  public boolean isPresent() {
    return !variables.isEmpty();
  }

  /** Every class and interface that the declaration mentions. */
  public Stream<NamedType> mentioned() {
    Stream<JavaType> bounds = variables.stream().flatMap(variable -> variable.bounds().stream());
    return Stream.of(bounds, parameters.stream(), result.stream())
        .flatMap(types -> types)
        .flatMap(JavaType::mentioned);
  }

  /**
   * A type variable.
   *
   * @param fixed whether its bound tells what travels
   * @param faithful whether what arrives for it in the result is surely of the class that was sent
   */
  public record Variable(String name, List<JavaType> bounds, boolean fixed, boolean faithful) {
    /** Copies the list. */
    public Variable {
      bounds = List.copyOf(bounds);
    }
  }
}
