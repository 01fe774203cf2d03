package dev.brood.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;

/**
 * Puts bounds in the place of type variables, where a bound tells what travels: a value must arrive
 * with the class that it had, because the caller knows that class and the bound does not. So the
 * bound is a type all of whose classes are known; a {@code List} is not.
 */
final class VariableBounds extends SimpleTypeVisitor14<TypeMirror, Void> {
  private final Types types;

  /** The variables whose bounds are being looked into: a bound may mention its own variable. */
  private final Set<Element> entered = new HashSet<>();

  VariableBounds(Types types) {
    this.types = types;
  }

  TypeMirror replace(TypeMirror type) {
    return visit(type);
  }

  private static boolean hasKnownClasses(TypeMirror bound) {
    if (bound.getKind() == TypeKind.ERROR) {
      return true; // it has to be resolved first
    }
    return bound instanceof DeclaredType declared && hasKnownClasses(declared.asElement());
  }

  private static boolean hasKnownClasses(Element type) {
    return type.getKind() == ElementKind.RECORD
        || type.getKind() == ElementKind.ENUM
        || (type instanceof TypeElement
            && (type.getModifiers().contains(Modifier.FINAL)
                || type.getModifiers().contains(Modifier.SEALED)));
  }

  @Override
  protected TypeMirror defaultAction(TypeMirror type, Void nothing) {
    return type;
  }

  @Override
  public TypeMirror visitTypeVariable(TypeVariable type, Void nothing) {
    TypeMirror bound = type.getUpperBound();
    if (bound.getKind() == TypeKind.TYPEVAR) {
      return visit(bound);
    }
    if (!hasKnownClasses(bound) || !entered.add(type.asElement())) {
      return type;
    }
    try {
      return visit(bound);
    } finally {
      entered.remove(type.asElement());
    }
  }

  @Override
  public TypeMirror visitArray(ArrayType type, Void nothing) {
    TypeMirror component = visit(type.getComponentType());
    if (type.getComponentType().getKind() == TypeKind.TYPEVAR
        && types.asElement(component) instanceof TypeElement bound
        && bound.getModifiers().contains(Modifier.SEALED)) {
      return type; // it would arrive as an array of the bound, which is not what the caller has
    }
    return types.getArrayType(component);
  }

  @Override
  public TypeMirror visitDeclared(DeclaredType type, Void nothing) {
    TypeMirror[] arguments =
        type.getTypeArguments().stream().map(this::replace).toArray(TypeMirror[]::new);
    return arguments.length == 0
        ? type
        : types.getDeclaredType((TypeElement) type.asElement(), arguments);
  }

  @Override
  public TypeMirror visitWildcard(WildcardType type, Void nothing) {
    TypeMirror upper = type.getExtendsBound();
    TypeMirror lower = type.getSuperBound();
    return upper == null && lower == null
        ? type
        : types.getWildcardType(
            upper == null ? null : visit(upper), lower == null ? null : visit(lower));
  }
}
