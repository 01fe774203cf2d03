package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.Access;
import dev.brood.processor.model.JavaType;
import dev.brood.processor.model.JavaType.ClassType;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.ObjectMethods;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.Service;
import dev.brood.processor.model.Service.Flaw;
import dev.brood.processor.read.AnnotationReader.Named;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what the annotation on a type asks for. */
final class ServiceReader {
  private static final String AUTO_CLOSEABLE = "java.lang.AutoCloseable";
  private static final String SERIALIZABLE = "java.io.Serializable";

  /** Interfaces that say something about the object, not about its stand-in. */
  private static final Set<String> NOT_FOR_PROXIES =
      Set.of(AUTO_CLOSEABLE, "java.io.Closeable", SERIALIZABLE, "java.lang.Cloneable");

  private final TypeElement type;
  private final Origin origin;
  private final Origins origins;
  private final Elements elements;
  private final Types types;
  private final NameReader names;
  private final MethodReader methodReader;
  private final JavaTypeReader javaTypeReader;

  /**
   * Creates a reader.
   *
   * @param type the annotated type
   * @param origin where it stands
   */
  ServiceReader(
      TypeElement type,
      Origin origin,
      Origins origins,
      Elements elements,
      Types types,
      NameReader names,
      MethodReader methodReader) {
    this.type = type;
    this.origin = origin;
    this.origins = origins;
    this.elements = elements;
    this.types = types;
    this.names = names;
    this.methodReader = methodReader;
    this.javaTypeReader = new JavaTypeReader(names);
  }

  /**
   * Reads all but the methods.
   *
   * @param named the implementation that the annotation names, if it does
   */
  Service read(Optional<Named> named) {
    Set<Flaw> flaws = flawsOfType();
    TypeElement implementation = type;
    Object value = named.map(each -> each.value().getValue()).orElse(type.asType());
    if (flaws.contains(Flaw.WRONG_KIND)) {
      return new Service(
          kind(), names.named(type), origin, List.of(), List.of(), false, false, flaws);
    }
    if (!(value instanceof TypeMirror mirror) || mirror.getKind() == TypeKind.ERROR) {
      flaws.add(Flaw.UNRESOLVED);
    } else if (named.isEmpty() || mirror.getKind() == TypeKind.VOID) {
      if (type.getKind() == ElementKind.INTERFACE || isAbstract(type)) {
        flaws.add(Flaw.NO_IMPLEMENTATION);
      }
    } else if (mirror.getKind() != TypeKind.DECLARED) {
      flaws.add(Flaw.NO_CLASS);
    } else {
      implementation = (TypeElement) ((DeclaredType) mirror).asElement();
      flaws.addAll(flawsOfImplementation(implementation));
    }
    List<ParallelMethod> constructors = flaws.isEmpty() ? constructors(implementation) : List.of();
    if (flaws.isEmpty() && constructors.isEmpty()) {
      flaws.add(Flaw.NO_CONSTRUCTOR);
    }
    List<DeclaredType> interfaces = flaws.isEmpty() ? interfaces() : List.of();
    return new Service(
        kind(),
        names.named(implementation),
        named.map(each -> origins.add(type, each.annotation(), each.value())).orElse(origin),
        constructors,
        interfaces.stream().map(javaTypeReader::read).toList(),
        interfaces.stream().anyMatch(each -> is(each, AUTO_CLOSEABLE)),
        interfaces.stream().anyMatch(each -> is(each, SERIALIZABLE)),
        flaws);
  }

  private String kind() {
    return switch (type.getKind()) {
      case INTERFACE -> "an interface";
      case ANNOTATION_TYPE -> "an annotation";
      case ENUM -> "an enum";
      case RECORD -> "a record";
      default -> isAbstract(type) ? "abstract" : "a class";
    };
  }

  private Set<Flaw> flawsOfType() {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.INTERFACE) {
      flaws.add(Flaw.WRONG_KIND);
    } else if (KotlinReader.isObject(type)) {
      flaws.add(Flaw.KOTLIN_OBJECT);
    } else if (!type.getTypeParameters().isEmpty()) {
      flaws.add(Flaw.GENERIC);
    } else if (type.getKind() == ElementKind.INTERFACE && isSealed(type)) {
      flaws.add(Flaw.SEALED);
    }
    return flaws;
  }

  private Set<Flaw> flawsOfImplementation(TypeElement implementation) {
    ElementKind kind = implementation.getKind();
    boolean creatable =
        (kind == ElementKind.CLASS || kind == ElementKind.RECORD)
            && !isAbstract(implementation)
            && !NameReader.isInner(implementation)
            && implementation.getTypeParameters().isEmpty()
            && names.named(implementation).access() != Access.NOWHERE;
    if (!creatable) {
      return Set.of(Flaw.NO_CLASS);
    }
    return types.isSubtype(implementation.asType(), types.erasure(type.asType()))
        ? Set.of()
        : Set.of(Flaw.NO_SUBTYPE);
  }

  private List<ParallelMethod> constructors(TypeElement implementation) {
    return ElementFilter.constructorsIn(implementation.getEnclosedElements()).stream()
        .filter(constructor -> names.memberAccess(constructor) != Access.NOWHERE)
        .map(methodReader::constructor)
        .toList();
  }

  /** What the blocking proxy can be besides: the type itself, or the interfaces of the class. */
  private List<DeclaredType> interfaces() {
    DeclaredType self = (DeclaredType) type.asType();
    if (type.getKind() == ElementKind.INTERFACE) {
      return List.of(self);
    }
    Map<String, DeclaredType> found = new LinkedHashMap<>();
    collectInterfaces(self, found);
    return List.copyOf(found.values());
  }

  private void collectInterfaces(DeclaredType subclass, Map<String, DeclaredType> found) {
    for (TypeMirror supertype : types.directSupertypes(subclass)) {
      if (supertype.getKind() == TypeKind.DECLARED && supertype instanceof DeclaredType declared) {
        TypeElement element = (TypeElement) declared.asElement();
        if (!element.getKind().isInterface()) {
          collectInterfaces(declared, found);
        } else if (!NOT_FOR_PROXIES.contains(element.getQualifiedName().toString())
            && !isSealed(element)
            && isAccessible(declared)) {
          found.putIfAbsent(TypeText.of(declared), declared);
        }
      }
    }
  }

  private boolean isAccessible(DeclaredType declared) {
    JavaType read = javaTypeReader.read(declared);
    return read instanceof ClassType
        && read.mentioned().map(NamedType::access).allMatch(access -> access != Access.NOWHERE);
  }

  /**
   * Reads the methods.
   *
   * @param annotated tells whether a method has the annotation as well, and so has to be among them
   */
  List<ParallelMethod> methods(Predicate<ExecutableElement> annotated) {
    MemberFinder finder = new MemberFinder(types, names);
    return finder.find(type).stream()
        .filter(
            member ->
                annotated.test(member.method())
                    || (finder.isOpen(member.method())
                        && !ObjectMethods.contains(member.key())
                        && !isClosing(member.method())))
        .map(member -> methodReader.ofService(member.method(), member.signature()))
        .toList();
  }

  /** Whether a method ends the object's life, which is the worker's business. */
  private boolean isClosing(ExecutableElement method) {
    return method.getSimpleName().contentEquals("close")
        && method.getParameters().isEmpty()
        && is(type.asType(), AUTO_CLOSEABLE);
  }

  private boolean is(TypeMirror subtype, String name) {
    TypeElement supertype = elements.getTypeElement(name);
    return supertype != null && types.isSubtype(types.erasure(subtype), supertype.asType());
  }

  private static boolean isAbstract(TypeElement element) {
    return element.getModifiers().contains(Modifier.ABSTRACT);
  }

  private static boolean isSealed(TypeElement element) {
    return element.getModifiers().contains(Modifier.SEALED);
  }
}
