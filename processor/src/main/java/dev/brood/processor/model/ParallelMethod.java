package dev.brood.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method with the annotation, or a method or constructor of a service.
 *
 * @param name of a constructor, the simple name of its class
 * @param owner the type that declares it, if that is not the annotated one
 * @param place what it is called on
 * @param receiver the first thing to travel where the method is called on a value that does
 * @param parameters with the types that travel
 * @param result empty for {@code void}
 * @param thrown in the order of the source
 */
public record ParallelMethod(
    String name,
    Optional<TypeId> owner,
    Origin origin,
    Place place,
    Traits traits,
    Generics generics,
    Optional<Parameter> receiver,
    List<Parameter> parameters,
    boolean varargs,
    Optional<WireType> result,
    List<ThrownType> thrown,
    Deprecation deprecation) {
  /** Copies the lists. */
  public ParallelMethod {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }

  /**
   * All that travels to the worker, in the order of the wire: the receiver, then the parameters.
   */
  public List<Parameter> inputs() {
    return Stream.concat(receiver.stream(), parameters.stream()).toList();
  }

  /** All types that travel. */
  public Stream<WireType> types() {
    return Stream.concat(inputs().stream().map(Parameter::type), result.stream());
  }

  /** What a method is called on. */
  public enum Place {
    /** On the class: it is static. */
    CLASS,
    /** On a value that travels with the call. */
    VALUE,
    /** On the object of a service. */
    SERVICE,
    /** On nothing: it is a constructor. */
    CONSTRUCTOR,
    /** On an object that no worker has. */
    NOWHERE
  }

  /**
   * What the modifiers say, and Kotlin's compiler.
   *
   * @param isDefault whether it is a default method that does not have the annotation itself
   * @param namesImplementation whether its annotation names an implementation
   * @param isIdempotent whether it may be run twice
   */
  public record Traits(
      boolean isPublic,
      boolean isPrivate,
      boolean isAbstract,
      boolean isDefault,
      boolean isSuspending,
      boolean isOfKotlinObject,
      boolean namesImplementation,
      boolean isIdempotent) {}

  /** A parameter. */
  public record Parameter(String name, WireType type, Origin origin) {}
}
