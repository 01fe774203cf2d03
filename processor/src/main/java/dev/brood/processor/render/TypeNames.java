package dev.brood.processor.render;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.CollectionType;
import dev.brood.processor.model.WireType.EntryType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ForeignType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.StringType;
import dev.brood.processor.model.WireType.Untravellable;
import dev.brood.processor.model.WireType.ValueType;
import java.util.List;

/** The Java types of wire types. */
final class TypeNames implements WireType.Visitor<TypeName> {
  private static final TypeNames INSTANCE = new TypeNames();

  private TypeNames() {}

  static ClassName of(TypeId id) {
    List<String> names = id.simpleNames();
    String[] inner = names.subList(1, names.size()).toArray(String[]::new);
    return ClassName.get(id.packageName(), names.get(0), inner);
  }

  static TypeName of(WireType type) {
    return type.accept(INSTANCE);
  }

  /** The type without its type arguments. */
  static TypeName erased(WireType type) {
    return erased(of(type));
  }

  private static TypeName erased(TypeName name) {
    if (name instanceof ArrayTypeName array) {
      return ArrayTypeName.of(erased(array.componentType()));
    }
    return name instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : name;
  }

  /** The type with wildcards in the place of its type arguments. */
  static TypeName unbounded(WireType type) {
    ParameterizedTypeName name = (ParameterizedTypeName) of(type);
    TypeName[] wildcards =
        name.typeArguments().stream()
            .map(argument -> WildcardTypeName.subtypeOf(Object.class))
            .toArray(TypeName[]::new);
    return ParameterizedTypeName.get(name.rawType(), wildcards);
  }

  /** Whether the type has no type arguments, so that an array of it can be created. */
  static boolean isReifiable(WireType type) {
    return of(type).equals(erased(type));
  }

  /** The result as it travels, as a type argument. */
  static TypeName boxedResult(ParallelMethod method) {
    return method.result().map(TypeNames::of).orElse(TypeName.VOID).box();
  }

  @Override
  public TypeName primitive(Primitive type) {
    return switch (type) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }

  @Override
  public TypeName boxed(Boxed type) {
    return of(type.primitive()).box();
  }

  @Override
  public TypeName string(StringType type) {
    return ClassName.get(String.class);
  }

  @Override
  public TypeName enumeration(EnumType type) {
    return of(type.type().id());
  }

  @Override
  public TypeName value(ValueType type) {
    return of(type.id());
  }

  @Override
  public TypeName structure(RecordType type) {
    return generic(type.type(), type);
  }

  @Override
  public TypeName sealed(SealedType type) {
    return generic(type.type(), type);
  }

  @Override
  public TypeName coded(CodedType type) {
    return foreign(type.target());
  }

  @Override
  public TypeName foreign(ForeignType type) {
    return generic(type.type(), type);
  }

  @Override
  public TypeName array(ArrayType type) {
    return ArrayTypeName.of(of(type.component()));
  }

  @Override
  public TypeName collection(CollectionType type) {
    return parameterized(Names.container(type.kind().simpleName()), type);
  }

  @Override
  public TypeName map(MapType type) {
    return parameterized(Names.container(type.kind().simpleName()), type);
  }

  @Override
  public TypeName entry(EntryType type) {
    return parameterized(Names.MAP_ENTRY, type);
  }

  @Override
  public TypeName optional(OptionalType type) {
    return parameterized(Names.OPTIONAL, type);
  }

  @Override
  public TypeName untravellable(Untravellable type) {
    throw new IllegalStateException(type.name() + " cannot travel");
  }

  private static TypeName generic(NamedType type, WireType whole) {
    ClassName raw = of(type.id());
    return whole.parts().isEmpty() ? raw : parameterized(raw, whole);
  }

  private static TypeName parameterized(ClassName raw, WireType type) {
    TypeName[] arguments = type.parts().stream().map(TypeNames::of).toArray(TypeName[]::new);
    return ParameterizedTypeName.get(raw, arguments);
  }
}
