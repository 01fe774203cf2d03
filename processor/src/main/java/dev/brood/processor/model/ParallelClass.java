package dev.brood.processor.model;

import dev.brood.processor.model.ParallelMethod.Place;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A class, interface, enum or record that is annotated, or has annotated methods.
 *
 * @param type its name; the access is that of the class and of every type around it
 * @param privatePart the class or the type around it that is private, if one is
 * @param innerPart the class or the type around it that is not static, if one is
 * @param generic whether the type has type parameters
 * @param service what the annotation on the type itself asks for, if it stands there
 * @param methods in the order of the source; in a service, static ones come first, and inherited
 *     ones last
 * @param unresolved whether a type is missing that the methods reach
 */
public record ParallelClass(
    NamedType type,
    Origin origin,
    Optional<TypeId> privatePart,
    Optional<TypeId> innerPart,
    boolean generic,
    Optional<Service> service,
    List<ParallelMethod> methods,
    Shapes shapes,
    boolean unresolved,
    Surroundings surroundings) {
  /** Copies the list. */
  public ParallelClass {
    methods = List.copyOf(methods);
  }

  /** The methods in the order of their indices, which does not depend on that of the source. */
  public List<ParallelMethod> table() {
    TreeMap<String, ParallelMethod> bySignature = new TreeMap<>();
    methods.forEach(method -> bySignature.put(Signatures.canonical(method), method));
    return List.copyOf(bySignature.values());
  }

  /** The methods, and the constructors of a service. */
  public List<ParallelMethod> members() {
    Stream<ParallelMethod> constructors = service.stream().flatMap(s -> s.constructors().stream());
    return Stream.concat(constructors, methods.stream()).toList();
  }

  /** The exceptions that a call may have to build: those of the method, and of its service. */
  public List<ThrownType> thrownBy(ParallelMethod method) {
    Stream<ParallelMethod> constructors =
        service.stream()
            .filter(s -> method.place() == Place.SERVICE)
            .flatMap(s -> s.constructors().stream());
    return Stream.concat(Stream.of(method), constructors)
        .flatMap(member -> member.thrown().stream())
        .distinct()
        .toList();
  }

  /** Every type that travels, each once, in an order that does not depend on that of the source. */
  public Collection<WireType> reached() {
    return reached(members().stream().flatMap(ParallelMethod::types));
  }

  /** The same of some types: these, and all that they are made of. */
  Collection<WireType> reached(Stream<WireType> types) {
    TreeMap<String, WireType> byName = new TreeMap<>();
    types.forEach(type -> reach(type, byName));
    return byName.values();
  }

  private void reach(WireType type, TreeMap<String, WireType> byName) {
    if (byName.putIfAbsent(Signatures.wire(type), type) == null) {
      type.parts().forEach(part -> reach(part, byName));
      if (type instanceof WireType.RecordType structure) {
        shapes.components(structure).forEach(component -> reach(component.type(), byName));
      } else if (type instanceof WireType.SealedType sealed) {
        shapes.leaves(sealed).forEach(leaf -> reach(leaf, byName));
      }
    }
  }

  /**
   * What the generated file must reckon with.
   *
   * @param namedModule whether the class belongs to a named module
   * @param generatedAnnotation whether {@code javax.annotation.processing.Generated} can be used
   * @param hiddenNames simple names from {@code java.lang} that mean something else in the package
   */
  public record Surroundings(
      boolean namedModule, boolean generatedAnnotation, List<String> hiddenNames) {
    /** Copies the list. */
    public Surroundings {
      hiddenNames = List.copyOf(hiddenNames);
    }
  }
}
