package dev.brood.processor.read;

import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.CodedType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out what type variables stand for, where a type that mentions them is a given type. */
final class Unifier {
  private final Map<String, WireType> found = new HashMap<>();

  /** Whether the pattern can be the type. If so, its variables are known from now on. */
  boolean unify(TypeMirror pattern, WireType actual) {
    if (pattern.getKind() == TypeKind.TYPEVAR) {
      WireType before = found.putIfAbsent(TypeText.of(pattern), actual);
      return before == null || before.equals(actual);
    }
    if (pattern.getKind() == TypeKind.ARRAY && actual instanceof WireType.ArrayType array) {
      return unify(((ArrayType) pattern).getComponentType(), array.component());
    }
    String text = Signatures.canonical(actual);
    if (pattern.getKind() == TypeKind.DECLARED && !isRaw((DeclaredType) pattern)) {
      return name((DeclaredType) pattern).equals(text.replaceFirst("<.*", ""))
          && unify(((DeclaredType) pattern).getTypeArguments(), parts(actual));
    }
    return TypeText.of(pattern).equals(text);
  }

  /** Whether each pattern can be the type at its place. */
  boolean unify(List<? extends TypeMirror> patterns, List<WireType> actual) {
    for (int i = 0; i < Math.min(patterns.size(), actual.size()); i++) {
      if (!unify(patterns.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What a variable stands for; none if no pattern has mentioned it. */
  Optional<WireType> get(Element variable) {
    return Optional.ofNullable(found.get(variable.getSimpleName().toString()));
  }

  private static boolean isRaw(DeclaredType type) {
    return type.getTypeArguments().isEmpty();
  }

  private static String name(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  private static List<WireType> parts(WireType type) {
    return type instanceof CodedType coded ? coded.target().parts() : type.parts();
  }
}
