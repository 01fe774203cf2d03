package dev.brood.processor.read;

import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.Untravellable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what sealed types may turn out to be. */
final class SealedReader {
  private final Elements elements;
  private final Types types;
  private final TypeReader reader;
  private final Map<SealedType, List<WireType>> permitted = new HashMap<>();

  SealedReader(Elements elements, Types types, TypeReader reader) {
    this.elements = elements;
    this.types = types;
    this.reader = reader;
  }

  /** Whether a value is of one of the permitted classes: it cannot be of the type's own. */
  static boolean isSealed(TypeElement element) {
    Set<Modifier> modifiers = element.getModifiers();
    return modifiers.contains(Modifier.SEALED)
        && (element.getKind().isInterface() || modifiers.contains(Modifier.ABSTRACT));
  }

  void read(TypeElement element, SealedType type) {
    if (permitted.containsKey(type)) {
      return;
    }
    permitted.put(type, List.of()); // a permitted record may contain the sealed type
    List<WireType> leaves = new ArrayList<>();
    for (TypeMirror subtype : element.getPermittedSubclasses()) {
      if (subtype.getKind() == TypeKind.DECLARED) {
        TypeElement subclass = (TypeElement) types.asElement(subtype);
        leaf(element, type.arguments(), subclass).ifPresent(leaves::add);
      } else {
        leaves.add(reader.read(subtype));
      }
    }
    permitted.put(type, leaves);
  }

  /** For each sealed type the classes at the end of all branches, by name. */
  Map<SealedType, List<WireType>> leaves() {
    Map<SealedType, List<WireType>> all = new HashMap<>();
    for (SealedType type : permitted.keySet()) {
      all.put(
          type, leaves(type).distinct().sorted(Comparator.comparing(Signatures::wire)).toList());
    }
    return all;
  }

  /** The classes at the end of all branches of one. */
  Stream<WireType> leaves(SealedType type) {
    return Objects.requireNonNull(permitted.get(type)).stream()
        .flatMap(leaf -> leaf instanceof SealedType inner ? leaves(inner) : Stream.of(leaf));
  }

  /** A permitted subclass; none if its values can never be of the sealed type's arguments. */
  private Optional<WireType> leaf(
      TypeElement sealed, List<WireType> arguments, TypeElement subclass) {
    Unifier unifier = new Unifier();
    boolean possible =
        supertypes(subclass)
            .filter(supertype -> supertype.asElement().equals(sealed))
            .allMatch(supertype -> unifier.unify(supertype.getTypeArguments(), arguments));
    if (!possible) {
      return Optional.empty();
    }
    List<? extends TypeParameterElement> variables = subclass.getTypeParameters();
    List<WireType> own =
        variables.stream().flatMap(variable -> unifier.get(variable).stream()).toList();
    String name = subclass.getQualifiedName().toString();
    if (own.size() < variables.size()) {
      return Optional.of(new Untravellable(name, Obstacle.OPEN_LEAF, ""));
    }
    if (!areWithinBounds(variables, own)) {
      return Optional.empty();
    }
    WireType type = reader.read(subclass, own);
    return subclass.getModifiers().contains(Modifier.NON_SEALED) && !(type instanceof CodedType)
        ? Optional.of(new Untravellable(name, Obstacle.NON_SEALED, ""))
        : Optional.of(type);
  }

  /** Whether types may stand for variables, as far as their classes tell. */
  private boolean areWithinBounds(
      List<? extends TypeParameterElement> variables, List<WireType> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String raw = Signatures.canonical(arguments.get(i)).replaceFirst("<.*", "");
      TypeElement argument = elements.getTypeElement(raw);
      for (TypeMirror bound : variables.get(i).getBounds()) {
        if (argument != null
            && bound.getKind() == TypeKind.DECLARED
            && !types.isSubtype(types.erasure(argument.asType()), types.erasure(bound))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Stream<DeclaredType> supertypes(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast);
  }
}
