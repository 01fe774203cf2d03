package dev.brood.processor.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A class, interface, enum or record with annotated methods.
 *
 * @param type its name; the access is that of the class and of every type around it
 * @param privatePart the class or the type around it that is private, if one is
 * @param innerPart the class or the type around it that is not static, if one is
 * @param methods in the order of the source
 * @param unresolved whether a type is missing that the methods reach
 */
public record ParallelClass(
    NamedType type,
    Origin origin,
    Optional<TypeId> privatePart,
    Optional<TypeId> innerPart,
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

  /** Every type that travels, each once, in an order that does not depend on that of the source. */
  public Collection<WireType> reached() {
    TreeMap<String, WireType> byName = new TreeMap<>();
    for (ParallelMethod method : methods) {
      List<WireType> types = new ArrayList<>();
      method.parameters().forEach(parameter -> types.add(parameter.type()));
      method.result().ifPresent(types::add);
      types.forEach(type -> reach(type, byName));
    }
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
