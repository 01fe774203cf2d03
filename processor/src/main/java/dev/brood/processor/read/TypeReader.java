package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.Container;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.Shapes;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.Shapes.Structure;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.CollectionType;
import dev.brood.processor.model.WireType.EntryType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.StringType;
import dev.brood.processor.model.WireType.Untravellable;
import dev.brood.processor.model.WireType.ValueType;
import dev.brood.processor.read.CodecReader.Site;
import dev.brood.processor.read.CreatorReader.Creator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;

/**
 * Reads types, and the shapes of the records, enums and sealed types that they reach. Annotations
 * on types, such as those for null, make no difference: null travels wherever a reference may be.
 */
final class TypeReader extends SimpleTypeVisitor14<WireType, TypeReader.Scope> {
  /** Deeper type arguments than anybody writes: only a record that grows for ever has them. */
  private static final int MAX_ARGUMENT_DEPTH = 24;

  /** The classes of the JDK for which the runtime has codecs. */
  private static final Set<String> VALUES =
      Set.of(
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.net.URI",
          "java.nio.ByteBuffer",
          "java.nio.file.Path",
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.MonthDay",
          "java.time.OffsetDateTime",
          "java.time.OffsetTime",
          "java.time.Period",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZoneId",
          "java.time.ZoneOffset",
          "java.time.ZonedDateTime",
          "java.util.BitSet",
          "java.util.OptionalDouble",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.UUID");

  private final Types types;
  private final NameReader names;
  private final Origins origins;
  private final Predicate<TypeId> beingCompiled;
  private final ObstacleFinder obstacles;
  private final CodecReader codecs;
  private final CreatorReader creators;
  private final SealedReader sealed;
  private final TypeMirror comparable;
  private final Map<RecordType, Structure> records = new HashMap<>();
  private final Map<EnumType, List<String>> enums = new HashMap<>();
  private final Set<WireType> withNaturalOrder = new HashSet<>();
  private boolean unresolved;

  TypeReader(
      Elements elements,
      Types types,
      NameReader names,
      Origins origins,
      Predicate<TypeId> beingCompiled,
      TypeElement annotatedClass) {
    this.types = types;
    this.names = names;
    this.origins = origins;
    this.beingCompiled = beingCompiled;
    this.obstacles = new ObstacleFinder(types, this::isBeingCompiled);
    this.codecs = new CodecReader(types, names, origins, annotatedClass, this::isBeingCompiled);
    this.creators = new CreatorReader(types, elements, names, this::isBeingCompiled);
    this.sealed = new SealedReader(elements, types, this);
    this.comparable = types.erasure(elements.getTypeElement("java.lang.Comparable").asType());
  }

  /** Reads a type that stands in no element which could name a codec for it. */
  WireType read(TypeMirror type) {
    return visit(type, Scope.NONE);
  }

  /** Reads the type of a parameter, or a method's result, with the codecs that it names. */
  WireType read(TypeMirror type, Element annotated) {
    Site site = codecs.site(annotated, annotated);
    WireType read = visit(type, new Scope(Map.of(), site));
    codecs.close(site, annotated);
    return read;
  }

  /** The shapes of all records, enums and sealed types in the types that have been read. */
  Shapes shapes() {
    return new Shapes(records, enums, sealed.leaves(), codecs.mistakes());
  }

  /** The enums, codecs and types with codecs that generated code mentions. */
  Stream<TypeId> mentioned() {
    Stream<NamedType> ofEnums = enums.keySet().stream().map(EnumType::type);
    return Stream.concat(ofEnums, codecs.mentioned()).map(NamedType::id);
  }

  /** Whether a type was missing. */
  boolean unresolved() {
    return unresolved || codecs.unresolved();
  }

  @Override
  protected WireType defaultAction(TypeMirror type, Scope scope) {
    return untravellable(type, Obstacle.LIBRARY_CLASS);
  }

  @Override
  public WireType visitPrimitive(PrimitiveType type, Scope scope) {
    return Primitive.valueOf(type.getKind().name());
  }

  @Override
  public WireType visitArray(ArrayType type, Scope scope) {
    return new WireType.ArrayType(visit(type.getComponentType(), scope));
  }

  @Override
  public WireType visitTypeVariable(TypeVariable type, Scope scope) {
    WireType actual = scope.variables().get(TypeText.of(type));
    if (actual == null) {
      return untravellable(type, Obstacle.TYPE_VARIABLE);
    }
    Optional<CodedType> coded = scope.site().find(Signatures.canonical(actual));
    if (coded.isPresent() && withNaturalOrder.contains(actual)) {
      withNaturalOrder.add(coded.get());
    }
    return coded.isPresent() ? coded.get() : actual;
  }

  @Override
  public WireType visitWildcard(WildcardType type, Scope scope) {
    return untravellable(type, Obstacle.WILDCARD);
  }

  @Override
  public WireType visitError(ErrorType type, Scope scope) {
    unresolved = true;
    return untravellable(type, Obstacle.UNRESOLVED);
  }

  @Override
  public WireType visitDeclared(DeclaredType type, Scope scope) {
    TypeElement element = (TypeElement) type.asElement();
    if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      return untravellable(type, Obstacle.RAW);
    }
    List<WireType> arguments = new ArrayList<>();
    type.getTypeArguments().forEach(argument -> arguments.add(visit(argument, scope)));
    return declared(element, arguments, scope.site());
  }

  /** Reads a type of which the arguments have been read. */
  WireType read(TypeElement element, List<WireType> arguments) {
    return declared(element, arguments, Site.NONE);
  }

  private WireType declared(TypeElement element, List<WireType> arguments, Site site) {
    String text = Signatures.canonical(NameReader.id(element), arguments);
    Optional<CodedType> coded = codecs.find(site, element, text);
    WireType type = coded.isPresent() ? coded.get() : uncoded(element, arguments, text);
    if (types.isSubtype(types.erasure(element.asType()), comparable)) {
      withNaturalOrder.add(type);
    }
    return type;
  }

  private WireType uncoded(TypeElement element, List<WireType> arguments, String text) {
    if (element.getKind() == ElementKind.ENUM) {
      return enumeration(element);
    }
    String name = element.getQualifiedName().toString();
    if (VALUES.contains(name)) {
      return new ValueType(NameReader.id(element));
    }
    Optional<Container> container = Container.of(name);
    if (container.isPresent()) {
      return container(container.get(), arguments);
    }
    return switch (name) {
      case "java.lang.String" -> new StringType();
      case "java.lang.Boolean" -> new Boxed(Primitive.BOOLEAN);
      case "java.lang.Byte" -> new Boxed(Primitive.BYTE);
      case "java.lang.Short" -> new Boxed(Primitive.SHORT);
      case "java.lang.Character" -> new Boxed(Primitive.CHAR);
      case "java.lang.Integer" -> new Boxed(Primitive.INT);
      case "java.lang.Long" -> new Boxed(Primitive.LONG);
      case "java.lang.Float" -> new Boxed(Primitive.FLOAT);
      case "java.lang.Double" -> new Boxed(Primitive.DOUBLE);
      case "java.util.Map.Entry" -> new EntryType(arguments.get(0), arguments.get(1));
      case "java.util.Optional" -> new OptionalType(arguments.get(0));
      default -> ofParts(element, arguments, text);
    };
  }

  private WireType container(Container kind, List<WireType> arguments) {
    WireType first = arguments.get(0);
    if (kind.elements() == Container.Elements.SORTED
        && !withNaturalOrder.contains(first)
        && !(first instanceof Untravellable)) {
      first = new Untravellable(Signatures.canonical(first), Obstacle.NOT_COMPARABLE, "");
    }
    return arguments.size() == 1
        ? new CollectionType(kind, first)
        : new MapType(kind, first, arguments.get(1));
  }

  private WireType enumeration(TypeElement element) {
    EnumType type = new EnumType(names.named(element));
    enums.computeIfAbsent(
        type,
        unused ->
            element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .sorted() // compilers tell the constants of class files in different orders
                .toList());
    return type;
  }

  /** A type that the program says, or shows, what it is made of. */
  private WireType ofParts(TypeElement element, List<WireType> arguments, String text) {
    if (NameReader.isInner(element)) {
      return obstacles.find(element, text);
    }
    Optional<Creator> creator = creators.find(element);
    if (creator.isPresent()) {
      return created(element, arguments, text, creator.get());
    }
    if (element.getKind() == ElementKind.RECORD) {
      return structure(element, arguments);
    }
    return SealedReader.isSealed(element)
        ? sealed(element, arguments)
        : obstacles.find(element, text);
  }

  private WireType structure(TypeElement element, List<WireType> arguments) {
    RecordType type = new RecordType(names.named(element), arguments);
    if (depth(type) > MAX_ARGUMENT_DEPTH) {
      return endless(type.type());
    }
    if (!records.containsKey(type)) {
      records.put(type, Structure.UNKNOWN); // a record may contain itself
      Map<String, WireType> variables = variables(element.getTypeParameters(), arguments);
      List<Component> components = new ArrayList<>();
      for (RecordComponentElement component : element.getRecordComponents()) {
        String name = component.getSimpleName().toString();
        TypeMirror mirror = component.getAccessor().getReturnType();
        Optional<Origin> origin = arguments.isEmpty() ? origin(component) : Optional.empty();
        WireType read = part(mirror, variables, component, element);
        components.add(new Component(name, read, name + "()", origin));
      }
      records.put(type, new Structure(components, Optional.empty()));
    }
    return type;
  }

  private WireType created(
      TypeElement element, List<WireType> arguments, String text, Creator creator) {
    if (creator.obstacle().isPresent()) {
      return new Untravellable(text, creator.obstacle().get(), creator.detail());
    }
    NamedType named = names.named(element);
    RecordType type =
        new RecordType(
            new NamedType(
                named.id(), named.access(), named.deprecation().or(creator.deprecation())),
            arguments);
    if (depth(type) > MAX_ARGUMENT_DEPTH) {
      return endless(type.type());
    }
    if (!records.containsKey(type)) {
      records.put(type, Structure.UNKNOWN);
      Map<String, WireType> variables = variables(creator.variables(element), arguments);
      List<Component> components = new ArrayList<>();
      List<? extends VariableElement> parameters = creator.method().getParameters();
      for (int i = 0; i < parameters.size(); i++) {
        VariableElement parameter = parameters.get(i);
        boolean toBlame = arguments.isEmpty() && isBeingCompiled(element);
        components.add(
            new Component(
                parameter.getSimpleName().toString(),
                part(parameter.asType(), variables, parameter, element),
                creator.accessors().get(i),
                toBlame ? Optional.of(origins.add(parameter)) : Optional.empty()));
      }
      records.put(type, new Structure(components, creator.factory()));
    }
    return type;
  }

  /** A part of a structure, which may name codecs for itself. */
  private WireType part(
      TypeMirror mirror, Map<String, WireType> variables, Element part, TypeElement owner) {
    Element origin = place(part, owner);
    Site site = codecs.site(part, origin);
    WireType read = visit(mirror, new Scope(variables, site));
    if (variables.isEmpty()) {
      codecs.close(site, origin);
    }
    return read;
  }

  private static Map<String, WireType> variables(
      List<? extends Element> variables, List<WireType> arguments) {
    Map<String, WireType> bound = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(variables.get(i).getSimpleName().toString(), arguments.get(i));
    }
    return bound;
  }

  private WireType sealed(TypeElement element, List<WireType> arguments) {
    SealedType type = new SealedType(names.named(element), arguments);
    if (depth(type) > MAX_ARGUMENT_DEPTH) {
      return endless(type.type());
    }
    sealed.read(element, type);
    return type;
  }

  private static int depth(WireType type) {
    return 1 + type.parts().stream().mapToInt(TypeReader::depth).max().orElse(0);
  }

  private Optional<Origin> origin(RecordComponentElement component) {
    TypeElement owner = (TypeElement) NameReader.around(component);
    return isBeingCompiled(owner)
        ? Optional.of(origins.add(place(component, owner)))
        : Optional.empty();
  }

  /** A component's field stands where the component does, and every compiler can point at it. */
  private static Element place(Element part, TypeElement owner) {
    return part instanceof RecordComponentElement
        ? ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().equals(part.getSimpleName()))
            .map(field -> (Element) field)
            .findFirst()
            .orElse(part)
        : part;
  }

  private boolean isBeingCompiled(TypeElement type) {
    TypeId id = NameReader.id(type);
    return beingCompiled.test(new TypeId(id.packageName(), id.simpleNames().subList(0, 1)));
  }

  private static Untravellable endless(NamedType type) {
    return new Untravellable(type.id().qualifiedName(), Obstacle.ENDLESS, "");
  }

  private static Untravellable untravellable(TypeMirror type, Obstacle obstacle) {
    return new Untravellable(TypeText.of(type), obstacle, "");
  }

  /**
   * Where a type stands.
   *
   * @param variables what the type variables stand for that may occur in it, by name: annotations
   *     make them different elements to some compilers
   * @param site the codecs that are named there
   */
  record Scope(Map<String, WireType> variables, Site site) {
    static final Scope NONE = new Scope(Map.of(), Site.NONE);
  }
}
