package dev.brood.processor.read;

import dev.brood.processor.model.Access;
import dev.brood.processor.model.Deprecation;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.ThrownType.Construction;
import dev.brood.processor.model.TypeId;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads the exceptions that a method declares, and how they can be built. */
final class ThrownReader {
  private static final List<Constructor> BEST_FIRST =
      List.of(
          new Constructor(
              Construction.MESSAGE_AND_CAUSE, List.of("java.lang.String", "java.lang.Throwable")),
          new Constructor(Construction.MESSAGE, List.of("java.lang.String")),
          new Constructor(Construction.CAUSE, List.of("java.lang.Throwable")),
          new Constructor(Construction.NOTHING, List.of()));

  private final Types types;
  private final NameReader names;

  ThrownReader(Types types, NameReader names) {
    this.types = types;
    this.names = names;
  }

  ThrownType read(TypeMirror mirror) {
    if (mirror.getKind() != TypeKind.DECLARED) {
      TypeId id = new TypeId("", List.of(TypeText.of(mirror)));
      return new ThrownType(
          new NamedType(id, Access.EVERYWHERE, Deprecation.NONE),
          mirror.getKind() == TypeKind.TYPEVAR ? Construction.ABSTRACT : Construction.UNRESOLVED);
    }
    TypeElement type = (TypeElement) ((DeclaredType) mirror).asElement();
    NamedType named = names.named(type);
    if (NameReader.isInner(type)) {
      return new ThrownType(
          new NamedType(named.id(), Access.NOWHERE, named.deprecation()), Construction.IMPOSSIBLE);
    }
    return new ThrownType(named, construction(type));
  }

  private Construction construction(TypeElement type) {
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Construction.ABSTRACT;
    }
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(this::isCallable)
            .toList();
    return BEST_FIRST.stream()
        .filter(wanted -> constructors.stream().anyMatch(wanted::matches))
        .findFirst()
        .map(Constructor::construction)
        .orElse(Construction.IMPOSSIBLE);
  }

  private boolean isCallable(ExecutableElement constructor) {
    return names.memberAccess(constructor) != Access.NOWHERE
        && throwsNothingChecked(types, constructor);
  }

  /** Whether a caller need not catch anything. */
  static boolean throwsNothingChecked(Types types, ExecutableElement method) {
    return method.getThrownTypes().stream().allMatch(thrown -> isUnchecked(types, thrown));
  }

  private static boolean isUnchecked(Types types, TypeMirror thrown) {
    for (TypeMirror type = thrown; type.getKind() == TypeKind.DECLARED; ) {
      TypeElement element = (TypeElement) types.asElement(type);
      String name = element.getQualifiedName().toString();
      if (name.equals("java.lang.RuntimeException") || name.equals("java.lang.Error")) {
        return true;
      }
      type = element.getSuperclass();
    }
    return false;
  }

  private record Constructor(Construction construction, List<String> parameters) {
    boolean matches(ExecutableElement constructor) {
      return constructor.getParameters().stream()
          .map(VariableElement::asType)
          .map(TypeText::of)
          .toList()
          .equals(parameters);
    }
  }
}
