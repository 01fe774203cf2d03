package dev.brood.processor.model;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the annotation on a type asks for: an object in each worker.
 *
 * @param kind of the annotated type, in words: {@code an interface}, {@code a record}
 * @param implementation the class of the object: the annotated class, or the one that it names
 * @param implementationOrigin where it is named: in the annotation, or as the annotated class
 * @param constructors those that generated code can call, in the order of the source
 * @param interfaces what the blocking proxy is besides, as the annotated type has them
 * @param needsClosing whether one of the interfaces has the method {@code close} of an {@link
 *     AutoCloseable}
 * @param serializable whether one of the interfaces is {@code java.io.Serializable}
 * @param flaws why it cannot be
 */
public record Service(
    String kind,
    NamedType implementation,
    Origin implementationOrigin,
    List<ParallelMethod> constructors,
    List<JavaType> interfaces,
    boolean needsClosing,
    boolean serializable,
    Set<Flaw> flaws) {
  /** Copies the collections. */
  public Service {
    constructors = List.copyOf(constructors);
    interfaces = List.copyOf(interfaces);
    flaws = Set.copyOf(flaws);
  }

  /**
   * The constructors in the order of their indices, which does not depend on that of the source.
   */
  public List<ParallelMethod> constructorTable() {
    return constructors.stream().sorted(Comparator.comparing(Signatures::canonical)).toList();
  }

  /** Every class and interface that generated code mentions for the service's sake. */
  public Stream<NamedType> mentioned() {
    return Stream.concat(
        Stream.concat(Stream.of(implementation), interfaces.stream().flatMap(JavaType::mentioned)),
        constructors.stream()
            .flatMap(constructor -> constructor.thrown().stream())
            .map(ThrownType::type));
  }

  /** What stands against a service. */
  public enum Flaw {
    /** The annotated type is an enum, a record or an annotation. */
    WRONG_KIND,
    /** The annotated type is an {@code object} of Kotlin's. */
    KOTLIN_OBJECT,
    /** The annotated type has type parameters. */
    GENERIC,
    /** The annotated type is an interface that permits only some to implement it. */
    SEALED,
    /** The annotated type is an interface, or abstract, and names no implementation. */
    NO_IMPLEMENTATION,
    /** What is named as the implementation is no class whose constructor could be called. */
    NO_CLASS,
    /** What is named as the implementation is no subtype of the annotated type. */
    NO_SUBTYPE,
    /** There is no constructor that generated code could call. */
    NO_CONSTRUCTOR,
    /** What is named as the implementation does not exist, or does not yet. */
    UNRESOLVED
  }
}
