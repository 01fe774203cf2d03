package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.Access;
import dev.brood.processor.model.CodecMistake;
import dev.brood.processor.model.CodecMistake.Kind;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.ForeignType;
import dev.brood.processor.model.WireType.Primitive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads which codecs are named where, and for which types they are. */
final class CodecReader {
  private static final String ANNOTATION = "dev.brood.wire.WireCodec";
  private static final String CODEC = "dev.brood.wire.Codec";

  private final Types types;
  private final NameReader names;
  private final Origins origins;
  private final TypeElement annotatedClass;
  private final Predicate<TypeElement> beingCompiled;
  private final List<CodecMistake> mistakes = new ArrayList<>();
  private final Set<List<Object>> reported = new HashSet<>();
  private final Map<Element, Map<String, CodedType>> ofTypes = new HashMap<>();
  private final List<Site> around = new ArrayList<>();
  private final List<NamedType> mentioned = new ArrayList<>();
  private boolean unresolved;

  /** Creates a reader that looks from an annotated class. */
  CodecReader(
      Types types,
      NameReader names,
      Origins origins,
      TypeElement annotatedClass,
      Predicate<TypeElement> beingCompiled) {
    this.types = types;
    this.names = names;
    this.origins = origins;
    this.annotatedClass = annotatedClass;
    this.beingCompiled = beingCompiled;
    for (Element home : names.homes()) {
      around.add(new Site(read(home, annotatedClass)));
    }
  }

  /** What was wrong with the codecs that have been read. */
  List<CodecMistake> mistakes() {
    return mistakes;
  }

  /** The codecs that have been read, and the types that they are for. */
  Stream<NamedType> mentioned() {
    return mentioned.stream();
  }

  /** Whether a codec was missing. */
  boolean unresolved() {
    return unresolved;
  }

  /** The codecs that an element names for what it contains. */
  Site site(Element element, Element origin) {
    return new Site(read(element, origin));
  }

  /** Complains of the codecs of a site that were not used. */
  void close(Site site, Element origin) {
    site.codecs.forEach(
        (target, codec) -> {
          if (!site.used.contains(target)) {
            mistake(Kind.UNUSED, origin, codec.codec().id().qualifiedName(), target);
          }
        });
  }

  /** The codec by which a type travels; the nearest counts. */
  Optional<CodedType> find(Site site, TypeElement type, String text) {
    return site.find(text)
        .or(() -> around.stream().flatMap(home -> home.find(text).stream()).findFirst())
        .or(() -> Optional.ofNullable(ofType(type).get(text)));
  }

  private Map<String, CodedType> ofType(TypeElement type) {
    Map<String, CodedType> known = ofTypes.get(type);
    if (known == null) {
      known = read(type, type);
      ofTypes.put(type, known);
      for (CodedType codec : known.values()) {
        if (!codec.target().type().id().equals(NameReader.id(type))) {
          String target = Signatures.canonical(codec.target());
          mistake(Kind.OTHER_TYPE, type, codec.codec().id().qualifiedName(), target);
        }
      }
    }
    return known;
  }

  private Map<String, CodedType> read(Element element, Element origin) {
    Map<String, CodedType> codecs = new TreeMap<>();
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      String name = name(annotation.getAnnotationType());
      if (name.equals(ANNOTATION)) {
        read(annotation, origin, codecs);
      } else if (name.equals(ANNOTATION + ".Several")
          && value(annotation) instanceof List<?> several) {
        several.forEach(
            one -> read((AnnotationMirror) ((AnnotationValue) one).getValue(), origin, codecs));
      }
    }
    return codecs;
  }

  private void read(AnnotationMirror annotation, Element origin, Map<String, CodedType> codecs) {
    if (!(value(annotation) instanceof DeclaredType type) || type.getKind() != TypeKind.DECLARED) {
      unresolved = true;
      mistake(Kind.UNRESOLVED, origin, "of the codec", "");
      return;
    }
    TypeElement element = (TypeElement) type.asElement();
    NamedType codec = names.named(element);
    mentioned.add(codec);
    String name = codec.id().qualifiedName();
    Optional<ForeignType> target = target(element);
    if (codec.access() == Access.NOWHERE) {
      mistake(Kind.INACCESSIBLE, origin, name, "");
    } else if (!isBuildable(element)) {
      mistake(Kind.NOT_BUILDABLE, origin, name, "");
    }
    if (target.isEmpty()) {
      mistake(Kind.OPEN, origin, name, "");
    } else {
      String text = Signatures.canonical(target.get());
      if (codecs.putIfAbsent(text, new CodedType(codec, target.get())) != null) {
        mistake(Kind.TWICE, origin, name, text);
      }
    }
  }

  private boolean isBuildable(TypeElement codec) {
    return (codec.getKind() == ElementKind.CLASS || codec.getKind() == ElementKind.RECORD)
        && !codec.getModifiers().contains(Modifier.ABSTRACT)
        && !NameReader.isInner(codec)
        && ElementFilter.constructorsIn(codec.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getParameters().isEmpty())
            .filter(constructor -> names.memberAccess(constructor) != Access.NOWHERE)
            .anyMatch(constructor -> ThrownReader.throwsNothingChecked(types, constructor));
  }

  /** What a codec says that it is for, if that is a class or interface without open ends. */
  private Optional<ForeignType> target(TypeElement codec) {
    Set<String> seen = new HashSet<>();
    Deque<TypeMirror> open = new ArrayDeque<>(List.of(codec.asType()));
    while (!open.isEmpty()) {
      TypeMirror next = open.pop();
      unresolved |= next.getKind() == TypeKind.ERROR; // its class may yet be generated
      if (next instanceof DeclaredType type && seen.add(name(type))) {
        if (name(type).equals(CODEC)) {
          return type.getTypeArguments().stream()
              .flatMap(argument -> foreign(argument).stream())
              .filter(ForeignType.class::isInstance)
              .map(ForeignType.class::cast)
              .findFirst();
        }
        types.directSupertypes(next).forEach(open::push);
      }
    }
    return Optional.empty();
  }

  /** A type by its name; none if a variable or a wildcard occurs in it. */
  private Optional<WireType> foreign(TypeMirror mirror) {
    if (mirror.getKind().isPrimitive()) {
      return Optional.of(Primitive.valueOf(mirror.getKind().name()));
    }
    if (mirror.getKind() == TypeKind.ARRAY) {
      return foreign(((ArrayType) mirror).getComponentType()).map(WireType.ArrayType::new);
    }
    if (mirror.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    DeclaredType type = (DeclaredType) mirror;
    TypeElement element = (TypeElement) type.asElement();
    List<WireType> arguments = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      foreign(argument).ifPresent(arguments::add);
    }
    NamedType named = names.named(element);
    mentioned.add(named);
    return arguments.size() == element.getTypeParameters().size()
        ? Optional.of(new ForeignType(named, arguments))
        : Optional.empty();
  }

  private void mistake(Kind kind, Element origin, String codec, String detail) {
    Element place = place(origin);
    if (reported.add(List.of(kind, place, codec, detail))) {
      mistakes.add(new CodecMistake(kind, origins.add(place), codec, detail));
    }
  }

  /** No compiler can point into a class file: there it is the annotated class that suffers. */
  private Element place(Element element) {
    Element part = element;
    while (!(part instanceof TypeElement)) {
      part = NameReader.around(part);
    }
    return beingCompiled.test((TypeElement) part) ? element : annotatedClass;
  }

  private static String name(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  private static Object value(AnnotationMirror annotation) {
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .map(entry -> entry.getValue().getValue())
        .findFirst()
        .orElse("");
  }

  /** The codecs that one element names, by the text of the types that they are for. */
  static final class Site {
    /** Where none is named. */
    static final Site NONE = new Site(Map.of());

    private final Map<String, CodedType> codecs;
    private final Set<String> used = new HashSet<>();

    private Site(Map<String, CodedType> codecs) {
      this.codecs = codecs;
    }

    Optional<CodedType> find(String text) {
      CodedType found = codecs.get(text);
      if (found != null) {
        used.add(text);
      }
      return Optional.ofNullable(found);
    }
  }
}
