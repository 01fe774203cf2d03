package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.Shapes;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ListType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SetType;
import dev.brood.processor.model.WireType.StringType;
import dev.brood.processor.model.WireType.Untravellable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;

/** Reads types, and the shapes of the records and enums that they reach. */
final class TypeReader extends SimpleTypeVisitor14<WireType, Void> {
  /** Deeper type arguments than anybody writes: only a record that grows for ever has them. */
  private static final int MAX_ARGUMENT_DEPTH = 24;

  private final Types types;
  private final NameReader names;
  private final Origins origins;
  private final Predicate<TypeId> beingCompiled;
  private final ObstacleFinder obstacles;
  private final Map<RecordType, List<Component>> records = new HashMap<>();
  private final Map<EnumType, List<String>> enums = new HashMap<>();
  private boolean unresolved;

  TypeReader(Types types, NameReader names, Origins origins, Predicate<TypeId> beingCompiled) {
    this.types = types;
    this.names = names;
    this.origins = origins;
    this.beingCompiled = beingCompiled;
    this.obstacles = new ObstacleFinder(types, this::isBeingCompiled);
  }

  WireType read(TypeMirror type) {
    return visit(type);
  }

  /** The shapes of all records and enums in the types that have been read. */
  Shapes shapes() {
    return new Shapes(records, enums);
  }

  /** Whether a type was missing. */
  boolean unresolved() {
    return unresolved;
  }

  @Override
  protected WireType defaultAction(TypeMirror type, Void nothing) {
    return untravellable(type, Obstacle.LIBRARY_CLASS);
  }

  @Override
  public WireType visitPrimitive(PrimitiveType type, Void nothing) {
    return Primitive.valueOf(type.getKind().name());
  }

  @Override
  public WireType visitArray(ArrayType type, Void nothing) {
    return new WireType.ArrayType(read(type.getComponentType()));
  }

  @Override
  public WireType visitTypeVariable(TypeVariable type, Void nothing) {
    return untravellable(type, Obstacle.TYPE_VARIABLE);
  }

  @Override
  public WireType visitWildcard(WildcardType type, Void nothing) {
    return untravellable(type, Obstacle.WILDCARD);
  }

  @Override
  public WireType visitError(ErrorType type, Void nothing) {
    unresolved = true;
    return untravellable(type, Obstacle.UNRESOLVED);
  }

  @Override
  public WireType visitDeclared(DeclaredType type, Void nothing) {
    TypeElement element = (TypeElement) type.asElement();
    if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      return untravellable(type, Obstacle.RAW);
    }
    if (element.getKind() == ElementKind.RECORD) {
      return structure(type, element);
    }
    if (element.getKind() == ElementKind.ENUM) {
      return enumeration(element);
    }
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.String" -> new StringType();
      case "java.lang.Boolean" -> new Boxed(Primitive.BOOLEAN);
      case "java.lang.Byte" -> new Boxed(Primitive.BYTE);
      case "java.lang.Short" -> new Boxed(Primitive.SHORT);
      case "java.lang.Character" -> new Boxed(Primitive.CHAR);
      case "java.lang.Integer" -> new Boxed(Primitive.INT);
      case "java.lang.Long" -> new Boxed(Primitive.LONG);
      case "java.lang.Float" -> new Boxed(Primitive.FLOAT);
      case "java.lang.Double" -> new Boxed(Primitive.DOUBLE);
      case "java.util.List" -> new ListType(read(arguments.get(0)));
      case "java.util.Set" -> new SetType(read(arguments.get(0)));
      case "java.util.Map" -> new MapType(read(arguments.get(0)), read(arguments.get(1)));
      case "java.util.Optional" -> new OptionalType(read(arguments.get(0)));
      default -> obstacles.find(type);
    };
  }

  private WireType enumeration(TypeElement element) {
    EnumType type = new EnumType(names.named(element));
    enums.computeIfAbsent(
        type,
        unused ->
            element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList());
    return type;
  }

  private WireType structure(DeclaredType mirror, TypeElement element) {
    List<WireType> arguments = mirror.getTypeArguments().stream().map(this::read).toList();
    RecordType type = new RecordType(names.named(element), arguments);
    if (depth(type) > MAX_ARGUMENT_DEPTH) {
      return new Untravellable(type.type().id().qualifiedName(), Obstacle.ENDLESS, "");
    }
    if (!records.containsKey(type)) {
      records.put(type, List.of()); // a record may contain itself
      records.put(
          type,
          element.getRecordComponents().stream()
              .map(component -> component(mirror, component))
              .toList());
    }
    return type;
  }

  private static int depth(WireType type) {
    return 1 + type.parts().stream().mapToInt(TypeReader::depth).max().orElse(0);
  }

  private Component component(DeclaredType owner, RecordComponentElement component) {
    ExecutableType accessor = (ExecutableType) types.asMemberOf(owner, component.getAccessor());
    return new Component(
        component.getSimpleName().toString(),
        read(accessor.getReturnType()),
        owner.getTypeArguments().isEmpty() ? origin(component) : Optional.empty());
  }

  /** A component's field stands where the component does, and every compiler can point at it. */
  private Optional<Origin> origin(RecordComponentElement component) {
    TypeElement owner = (TypeElement) NameReader.around(component);
    if (!isBeingCompiled(owner)) {
      return Optional.empty();
    }
    return ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .map(origins::add);
  }

  private boolean isBeingCompiled(TypeElement type) {
    TypeId id = NameReader.id(type);
    return beingCompiled.test(new TypeId(id.packageName(), id.simpleNames().subList(0, 1)));
  }

  private static Untravellable untravellable(TypeMirror type, Obstacle obstacle) {
    return new Untravellable(TypeText.of(type), obstacle, "");
  }
}
