package dev.brood.processor.read;

import dev.brood.processor.model.JavaType;
import dev.brood.processor.model.JavaType.ArrayOf;
import dev.brood.processor.model.JavaType.ClassType;
import dev.brood.processor.model.JavaType.PrimitiveType;
import dev.brood.processor.model.JavaType.VariableType;
import dev.brood.processor.model.WireType.Primitive;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Reads types as the source has them. */
final class JavaTypeReader extends SimpleTypeVisitor14<JavaType, Void> {
  private final NameReader names;

  JavaTypeReader(NameReader names) {
    this.names = names;
  }

  JavaType read(TypeMirror type) {
    return visit(type);
  }

  /** The bounds of a type variable. */
  List<JavaType> bounds(TypeMirror bound) {
    return bound instanceof IntersectionType several
        ? several.getBounds().stream().map(this::read).toList()
        : List.of(read(bound));
  }

  @Override
  protected JavaType defaultAction(TypeMirror type, Void nothing) {
    return new PrimitiveType(Primitive.valueOf(type.getKind().name()));
  }

  @Override
  public JavaType visitArray(ArrayType type, Void nothing) {
    return new ArrayOf(read(type.getComponentType()));
  }

  @Override
  public JavaType visitDeclared(DeclaredType type, Void nothing) {
    return named(type);
  }

  private JavaType named(DeclaredType type) {
    return new ClassType(
        names.mentioned((TypeElement) type.asElement()),
        type.getTypeArguments().stream().map(this::read).toList());
  }

  @Override
  public JavaType visitError(ErrorType type, Void nothing) {
    return named(type);
  }

  @Override
  public JavaType visitTypeVariable(TypeVariable type, Void nothing) {
    return new VariableType(type.asElement().getSimpleName().toString());
  }

  @Override
  public JavaType visitWildcard(WildcardType type, Void nothing) {
    return new JavaType.WildcardType(bound(type.getExtendsBound()), bound(type.getSuperBound()));
  }

  private Optional<JavaType> bound(@Nullable TypeMirror bound) {
    return Optional.ofNullable(bound).map(this::read);
  }
}
