package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.ParallelMethod.Traits;
import dev.brood.processor.model.Shapes;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.ThrownType.Construction;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.model.WireType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Reads a class with annotated methods. */
public final class ClassReader {
  private final Elements elements;
  private final Types types;
  private final Origins origins;
  private final Predicate<TypeId> beingCompiled;
  private final Predicate<ExecutableElement> annotated;

  /**
   * Creates a reader.
   *
   * @param origins remembers where everything that is read stands
   * @param beingCompiled tells whether a top-level type's source is part of this compilation
   * @param annotated tells whether a method has the annotation
   */
  public ClassReader(
      Elements elements,
      Types types,
      Origins origins,
      Predicate<TypeId> beingCompiled,
      Predicate<ExecutableElement> annotated) {
    this.elements = elements;
    this.types = types;
    this.origins = origins;
    this.beingCompiled = beingCompiled;
    this.annotated = annotated;
  }

  /** Reads the name of a type. */
  public static TypeId id(TypeElement type) {
    return NameReader.id(type);
  }

  /** The type that declares a method. */
  public static TypeElement owner(ExecutableElement method) {
    return (TypeElement) NameReader.around(method);
  }

  /** Reads a class, with all that its annotated methods reach. */
  public ParallelClass read(TypeElement type) {
    NameReader names = new NameReader(elements, type);
    Reading reading =
        new Reading(names, new TypeReader(elements, types, names, origins, beingCompiled, type));
    NamedType named = names.named(type);
    Origin origin = origins.add(type);
    List<ParallelMethod> methods =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(annotated)
            .map(reading::method)
            .toList();
    Shapes shapes = reading.typeReader.shapes();
    Stream<NamedType> thrown =
        methods.stream().flatMap(method -> method.thrown().stream()).map(ThrownType::type);
    return new ParallelClass(
        named,
        origin,
        enclosing(type, part -> part.getModifiers().contains(Modifier.PRIVATE)),
        enclosing(type, NameReader::isInner),
        methods,
        shapes,
        reading.typeReader.unresolved() || methods.stream().anyMatch(ClassReader::throwsUnresolved),
        Surroundings.read(
            elements,
            type,
            Stream.concat(reading.typeReader.mentioned(), thrown.map(NamedType::id))));
  }

  /** The first type with a property, from the class outwards. */
  private static Optional<TypeId> enclosing(TypeElement type, Predicate<TypeElement> property) {
    for (Element part = type; part instanceof TypeElement; part = part.getEnclosingElement()) {
      if (property.test((TypeElement) part)) {
        return Optional.of(NameReader.id((TypeElement) part));
      }
    }
    return Optional.empty();
  }

  private static boolean throwsUnresolved(ParallelMethod method) {
    return method.thrown().stream()
        .anyMatch(thrown -> thrown.construction() == Construction.UNRESOLVED);
  }

  /** The reading of one class. */
  private final class Reading {
    private final NameReader names;
    private final TypeReader typeReader;
    private final ThrownReader thrownReader;

    Reading(NameReader names, TypeReader typeReader) {
      this.names = names;
      this.typeReader = typeReader;
      this.thrownReader = new ThrownReader(types, names);
    }

    ParallelMethod method(ExecutableElement method) {
      Set<Modifier> modifiers = method.getModifiers();
      boolean inInterface = owner(method).getKind().isInterface();
      Traits traits =
          new Traits(
              modifiers.contains(Modifier.PUBLIC)
                  || (inInterface && !modifiers.contains(Modifier.PRIVATE)),
              modifiers.contains(Modifier.PRIVATE),
              modifiers.contains(Modifier.STATIC),
              modifiers.contains(Modifier.ABSTRACT));
      return new ParallelMethod(
          method.getSimpleName().toString(),
          origins.add(method),
          traits,
          method.getTypeParameters().stream().map(v -> v.getSimpleName().toString()).toList(),
          method.getParameters().stream()
              .map(
                  parameter ->
                      new Parameter(
                          parameter.getSimpleName().toString(),
                          typeReader.read(parameter.asType(), parameter),
                          origins.add(parameter)))
              .toList(),
          method.isVarArgs(),
          result(method),
          method.getThrownTypes().stream().map(thrownReader::read).distinct().toList(),
          names.deprecation(method));
    }

    private Optional<WireType> result(ExecutableElement method) {
      WireType result = typeReader.read(method.getReturnType(), method);
      return method.getReturnType().getKind() == TypeKind.VOID
          ? Optional.empty()
          : Optional.of(result);
    }
  }
}
