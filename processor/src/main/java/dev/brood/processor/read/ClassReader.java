package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.Service;
import dev.brood.processor.model.Service.Flaw;
import dev.brood.processor.model.Shapes;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.ThrownType.Construction;
import dev.brood.processor.model.TypeId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a class that is annotated, or has annotated methods. */
public final class ClassReader {
  private final Elements elements;
  private final Types types;
  private final Origins origins;
  private final Predicate<TypeId> beingCompiled;
  private final AnnotationReader annotations;

  /**
   * Creates a reader.
   *
   * @param origins remembers where everything that is read stands
   * @param beingCompiled tells whether a top-level type's source is part of this compilation
   * @param annotation the qualified name of the annotation
   */
  public ClassReader(
      Elements elements,
      Types types,
      Origins origins,
      Predicate<TypeId> beingCompiled,
      String annotation) {
    this.elements = elements;
    this.types = types;
    this.origins = origins;
    this.beingCompiled = beingCompiled;
    this.annotations = new AnnotationReader(annotation);
  }

  /** Reads the name of a type. */
  public static TypeId id(TypeElement type) {
    return NameReader.id(type);
  }

  /** The class that an annotated element asks to be read; none if another element does already. */
  public static Optional<TypeElement> annotatedClass(Element annotated) {
    if (annotated instanceof TypeElement type) {
      return Optional.of(type);
    }
    return annotated instanceof ExecutableElement method && !KotlinReader.hasStaticTwin(method)
        ? Optional.of((TypeElement) NameReader.around(method))
        : Optional.empty();
  }

  /** Reads a class, with all that its parallel methods reach. */
  public ParallelClass read(TypeElement type) {
    return new Reading(type).result();
  }

  /** The reading of one class. */
  private final class Reading {
    private final TypeElement type;
    private final Origin origin;
    private final NameReader names;
    private final TypeReader typeReader;
    private final MethodReader methodReader;
    private final ServiceReader serviceReader;

    Reading(TypeElement type) {
      this.type = type;
      this.origin = origins.add(type);
      this.names = new NameReader(elements, type);
      this.typeReader = new TypeReader(elements, types, names, origins, beingCompiled, type);
      this.methodReader =
          new MethodReader(type, origin, types, names, annotations, origins, typeReader);
      this.serviceReader =
          new ServiceReader(type, origin, origins, elements, types, names, methodReader);
    }

    ParallelClass result() {
      Optional<Service> service =
          annotations.isOn(type)
              ? Optional.of(serviceReader.read(annotations.implementation(type)))
              : Optional.empty();
      List<ParallelMethod> methods = methods(service);
      Shapes shapes = typeReader.shapes();
      if (service.isPresent()) {
        methods = methods.stream().filter(method -> !staysWithCaller(method, shapes)).toList();
      }
      return new ParallelClass(
          names.named(type),
          origin,
          enclosing(part -> part.getModifiers().contains(Modifier.PRIVATE)),
          enclosing(NameReader::isInner),
          !type.getTypeParameters().isEmpty(),
          service,
          methods,
          shapes,
          isUnresolved(service, methods),
          Surroundings.read(elements, type, mentioned(service, methods)));
    }

    /** In the order of the source; what a service inherits comes last. */
    private List<ParallelMethod> methods(Optional<Service> service) {
      boolean serves = service.isPresent() && !service.get().flaws().contains(Flaw.WRONG_KIND);
      Stream<ParallelMethod> annotated =
          ElementFilter.methodsIn(type.getEnclosedElements()).stream()
              .filter(annotations::isOn)
              .filter(method -> !KotlinReader.hasStaticTwin(method))
              .filter(method -> !serves || method.getModifiers().contains(Modifier.STATIC))
              .map(methodReader::annotated);
      return serves
          ? Stream.concat(annotated, serviceReader.methods(annotations::isOn).stream()).toList()
          : annotated.toList();
    }

    /** A default method whose types cannot travel: the proxy has it from the interface. */
    private boolean staysWithCaller(ParallelMethod method, Shapes shapes) {
      return method.traits().isDefault()
          && (method.generics().isPresent() || !Travel.isPossible(method, shapes));
    }

    /** The first type with a property, from the class outwards. */
    private Optional<TypeId> enclosing(Predicate<TypeElement> property) {
      for (Element part = type; part instanceof TypeElement; part = part.getEnclosingElement()) {
        if (property.test((TypeElement) part)) {
          return Optional.of(NameReader.id((TypeElement) part));
        }
      }
      return Optional.empty();
    }

    /** Whether a type is missing that may yet be generated. */
    private boolean isUnresolved(Optional<Service> service, List<ParallelMethod> methods) {
      return typeReader.unresolved()
          || service.stream().anyMatch(each -> each.flaws().contains(Flaw.UNRESOLVED))
          || type.getInterfaces().stream().anyMatch(each -> each.getKind() == TypeKind.ERROR)
          || type.getSuperclass().getKind() == TypeKind.ERROR
          || methods.stream()
              .flatMap(method -> method.thrown().stream())
              .anyMatch(thrown -> thrown.construction() == Construction.UNRESOLVED);
    }

    private Stream<TypeId> mentioned(Optional<Service> service, List<ParallelMethod> methods) {
      Stream<NamedType> declared =
          Stream.of(
                  methods.stream()
                      .flatMap(method -> method.thrown().stream())
                      .map(ThrownType::type),
                  methods.stream().flatMap(method -> method.generics().mentioned()),
                  service.stream().flatMap(Service::mentioned))
              .flatMap(types -> types);
      return Stream.concat(typeReader.mentioned(), declared.map(NamedType::id));
    }
  }
}
