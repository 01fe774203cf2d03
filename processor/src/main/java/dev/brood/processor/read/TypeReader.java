package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.Shapes;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.Untravellable;
import dev.brood.processor.read.CodecReader.Site;
import dev.brood.processor.read.CreatorReader.Creator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
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

  /** What generated proxies are made with: not even a codec lets it travel. */
  private static final Set<String> CALLERS_OWN =
      Set.of("dev.brood.Call", "dev.brood.CallOptions", "dev.brood.Pool");

  private final NameReader names;
  private final Predicate<TypeId> beingCompiled;
  private final ObstacleFinder obstacles;
  private final CodecReader codecs;
  private final CreatorReader creators;
  private final SealedReader sealed;
  private final StructureReader structures;
  private final TypeTraits traits;
  private final Map<EnumType, List<String>> enums = new HashMap<>();
  private boolean unresolved;

  TypeReader(
      Elements elements,
      Types types,
      NameReader names,
      Origins origins,
      Predicate<TypeId> beingCompiled,
      TypeElement annotatedClass) {
    this.names = names;
    this.beingCompiled = beingCompiled;
    this.obstacles = new ObstacleFinder(types, this::isBeingCompiled);
    this.codecs = new CodecReader(types, names, origins, annotatedClass, this::isBeingCompiled);
    this.creators = new CreatorReader(types, elements, names, this::isBeingCompiled);
    this.sealed = new SealedReader(elements, types, this);
    this.structures = new StructureReader(names, origins, codecs, this, this::isBeingCompiled);
    this.traits = new TypeTraits(elements, types);
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
    return new Shapes(structures.all(), enums, sealed.leaves(), codecs.mistakes());
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
    coded.ifPresent(other -> traits.pass(actual, other));
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
    if (CALLERS_OWN.contains(element.getQualifiedName().toString())) {
      return new Untravellable(text, Obstacle.CALLERS_OWN, "");
    }
    Optional<CodedType> coded = codecs.find(site, element, text);
    WireType type = coded.isPresent() ? coded.get() : uncoded(element, arguments, text);
    traits.note(type, element);
    return type;
  }

  /**
   * Whether every value of a type arrives as the class that it was: a codec or a creator makes what
   * it likes of a subclass.
   *
   * @param annotated what may name codecs for the type
   */
  boolean isFaithful(TypeMirror type, Element annotated) {
    return isFaithful(visit(type, new Scope(Map.of(), codecs.site(annotated, annotated))));
  }

  private boolean isFaithful(WireType type) {
    return !traits.mayHaveSubclasses(type)
        && (!(type instanceof SealedType parent)
            || sealed.leaves(parent).allMatch(this::isFaithful));
  }

  private WireType uncoded(TypeElement element, List<WireType> arguments, String text) {
    if (element.getKind() == ElementKind.ENUM) {
      return enumeration(element);
    }
    return JdkTypes.find(element, arguments, traits::haveNaturalOrder)
        .orElseGet(() -> ofParts(element, arguments, text));
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
      return structures.created(element, arguments, text, creator.get());
    }
    if (element.getKind() == ElementKind.RECORD) {
      return structures.ofRecord(element, arguments);
    }
    return SealedReader.isSealed(element)
        ? sealed(element, arguments)
        : obstacles.find(element, text);
  }

  private WireType sealed(TypeElement element, List<WireType> arguments) {
    SealedType type = new SealedType(names.named(element), arguments);
    if (isEndless(type)) {
      return endless(type.type());
    }
    sealed.read(element, type);
    return type;
  }

  /** Whether a type has deeper arguments than anybody would write. */
  static boolean isEndless(WireType type) {
    return depth(type) > MAX_ARGUMENT_DEPTH;
  }

  private static int depth(WireType type) {
    return 1 + type.parts().stream().mapToInt(TypeReader::depth).max().orElse(0);
  }

  private boolean isBeingCompiled(TypeElement type) {
    TypeId id = NameReader.id(type);
    return beingCompiled.test(new TypeId(id.packageName(), id.simpleNames().subList(0, 1)));
  }

  /** What stands in the place of an endless type. */
  static Untravellable endless(NamedType type) {
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
