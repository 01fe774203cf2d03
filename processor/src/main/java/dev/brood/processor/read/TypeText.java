package dev.brood.processor.read;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Types as text, with qualified names and without annotations; the same in every compiler. */
final class TypeText extends SimpleTypeVisitor14<String, Void> {
  private static final TypeText INSTANCE = new TypeText(Map.of());

  private final Map<String, String> variables;

  private TypeText(Map<String, String> variables) {
    this.variables = variables;
  }

  static String of(TypeMirror type) {
    return INSTANCE.visit(type);
  }

  /** The text with other names for some type variables. */
  static String of(TypeMirror type, Map<String, String> variables) {
    return new TypeText(variables).visit(type);
  }

  @Override
  protected String defaultAction(TypeMirror type, Void nothing) {
    return type.toString();
  }

  @Override
  public String visitPrimitive(PrimitiveType type, Void nothing) {
    return type.getKind().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String visitArray(ArrayType type, Void nothing) {
    return visit(type.getComponentType()) + "[]";
  }

  @Override
  public String visitError(ErrorType type, Void nothing) {
    return type.asElement().getSimpleName().toString();
  }

  @Override
  public String visitDeclared(DeclaredType type, Void nothing) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    if (type.getTypeArguments().isEmpty()) {
      return name;
    }
    StringJoiner text = new StringJoiner(", ", name + "<", ">");
    type.getTypeArguments().forEach(argument -> text.add(visit(argument)));
    return text.toString();
  }

  @Override
  public String visitTypeVariable(TypeVariable type, Void nothing) {
    String name = type.asElement().getSimpleName().toString();
    return variables.getOrDefault(name, name);
  }

  @Override
  public String visitWildcard(WildcardType type, Void nothing) {
    if (type.getExtendsBound() != null) {
      return "? extends " + visit(type.getExtendsBound());
    }
    return type.getSuperBound() != null ? "? super " + visit(type.getSuperBound()) : "?";
  }
}
