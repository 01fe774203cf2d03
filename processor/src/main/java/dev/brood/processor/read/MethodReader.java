package dev.brood.processor.read;

import dev.brood.processor.diagnostic.Origins;
import dev.brood.processor.model.Generics;
import dev.brood.processor.model.Generics.Variable;
import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.ParallelMethod.Place;
import dev.brood.processor.model.ParallelMethod.Traits;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.Untravellable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Reads the methods and constructors of one class. */
final class MethodReader {
  private final TypeElement type;
  private final Origin origin;
  private final NameReader names;
  private final AnnotationReader annotations;
  private final Origins origins;
  private final TypeReader typeReader;
  private final JavaTypeReader javaTypeReader;
  private final ThrownReader thrownReader;
  private final VariableBounds bounds;

  /**
   * Creates a reader.
   *
   * @param type the annotated class
   * @param origin where it stands
   */
  MethodReader(
      TypeElement type,
      Origin origin,
      Types types,
      NameReader names,
      AnnotationReader annotations,
      Origins origins,
      TypeReader typeReader) {
    this.type = type;
    this.origin = origin;
    this.names = names;
    this.annotations = annotations;
    this.origins = origins;
    this.typeReader = typeReader;
    this.javaTypeReader = new JavaTypeReader(names);
    this.thrownReader = new ThrownReader(types, names);
    this.bounds = new VariableBounds(types);
  }

  /** A method that has the annotation itself, in a class that is no service. */
  ParallelMethod annotated(ExecutableElement method) {
    ExecutableType signature = (ExecutableType) method.asType();
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return read(method, signature, Place.CLASS, Optional.empty());
    }
    Origin place = origins.add(method);
    if (!type.getTypeParameters().isEmpty()
        || typeReader.read(type.asType()) instanceof Untravellable) {
      return read(method, signature, Place.NOWHERE, Optional.empty());
    }
    Parameter receiver = new Parameter(receiverName(method), typeReader.read(type.asType()), place);
    return read(method, signature, Place.VALUE, Optional.of(receiver));
  }

  /**
   * A method of a service.
   *
   * @param signature as the annotated type has it, with type arguments for the type variables of
   *     the types that it inherits from
   */
  ParallelMethod ofService(ExecutableElement method, ExecutableType signature) {
    return read(method, signature, Place.SERVICE, Optional.empty());
  }

  /** A constructor of a service's object. */
  ParallelMethod constructor(ExecutableElement constructor) {
    ExecutableType signature = (ExecutableType) constructor.asType();
    return read(constructor, signature, Place.CONSTRUCTOR, Optional.empty());
  }

  private ParallelMethod read(
      ExecutableElement method,
      ExecutableType signature,
      Place place,
      Optional<Parameter> receiver) {
    TypeElement owner = (TypeElement) NameReader.around(method);
    boolean own = owner.equals(type);
    return new ParallelMethod(
        (place == Place.CONSTRUCTOR ? owner : method).getSimpleName().toString(),
        own ? Optional.empty() : Optional.of(NameReader.id(owner)),
        origin(method, own),
        place,
        traits(method, owner),
        generics(method, signature),
        receiver,
        parameters(method, signature, own),
        method.isVarArgs(),
        result(method, signature),
        signature.getThrownTypes().stream()
            .map(bounds::replace)
            .map(thrownReader::read)
            .distinct()
            .toList(),
        names.deprecation(method));
  }

  private Traits traits(ExecutableElement method, TypeElement owner) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean isPrivate = modifiers.contains(Modifier.PRIVATE);
    return new Traits(
        modifiers.contains(Modifier.PUBLIC) || (owner.getKind().isInterface() && !isPrivate),
        isPrivate,
        modifiers.contains(Modifier.ABSTRACT),
        method.isDefault() && !annotations.isOn(method),
        KotlinReader.isSuspending(method),
        KotlinReader.isObject(owner),
        annotations.implementation(method).isPresent(),
        annotations.idempotent(method).or(() -> annotations.idempotent(type)).orElse(false));
  }

  private List<Parameter> parameters(
      ExecutableElement method, ExecutableType signature, boolean own) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      parameters.add(
          new Parameter(
              parameter.getSimpleName().toString(),
              typeReader.read(bounds.replace(signature.getParameterTypes().get(i)), parameter),
              origin(parameter, own)));
    }
    return parameters;
  }

  /** What is inherited may stand in a class file, where no compiler can point at it. */
  private Origin origin(Element element, boolean own) {
    return own ? origins.add(element) : origin;
  }

  private Optional<WireType> result(ExecutableElement method, ExecutableType signature) {
    TypeMirror result = signature.getReturnType();
    WireType read = typeReader.read(bounds.replace(result), method);
    return result.getKind() == TypeKind.VOID ? Optional.empty() : Optional.of(read);
  }

  private Generics generics(ExecutableElement method, ExecutableType signature) {
    if (signature.getTypeVariables().isEmpty()) {
      return Generics.NONE;
    }
    TypeMirror result = signature.getReturnType();
    Optional<TypeMirror> given =
        result.getKind() == TypeKind.VOID ? Optional.empty() : Optional.of(result);
    List<? extends TypeMirror> parameters = signature.getParameterTypes();
    boolean bounded = signature.getTypeVariables().stream().allMatch(this::isFixed);
    boolean used = Stream.concat(parameters.stream(), given.stream()).allMatch(this::isFixed);
    Set<String> returned = new HashSet<>();
    mentions(signature.getReturnType(), returned);
    return new Generics(
        signature.getTypeVariables().stream()
            .map(
                variable ->
                    new Variable(
                        variable.asElement().getSimpleName().toString(),
                        javaTypeReader.bounds(variable.getUpperBound()),
                        bounded ? used : isFixed(variable),
                        !returned.contains(TypeText.of(variable))
                            || typeReader.isFaithful(bounds.replace(variable), method)))
            .toList(),
        parameters.stream().map(javaTypeReader::read).toList(),
        given.map(javaTypeReader::read));
  }

  /** Collects the type variables that a type mentions, by itself or in the bounds of others. */
  private static void mentions(TypeMirror type, Set<String> found) {
    switch (type.getKind()) {
      case TYPEVAR -> {
        if (found.add(TypeText.of(type))) {
          mentions(((TypeVariable) type).getUpperBound(), found);
        }
      }
      case ARRAY -> mentions(((ArrayType) type).getComponentType(), found);
      case INTERSECTION ->
          ((IntersectionType) type).getBounds().forEach(bound -> mentions(bound, found));
      case DECLARED ->
          ((DeclaredType) type).getTypeArguments().forEach(part -> mentions(part, found));
      default -> {}
    }
  }

  /** Whether bounds tell what travels. */
  private boolean isFixed(TypeMirror declared) {
    return !mentionsVariable(typeReader.read(bounds.replace(declared)));
  }

  private static boolean mentionsVariable(WireType type) {
    return (type instanceof Untravellable culprit && culprit.obstacle() == Obstacle.TYPE_VARIABLE)
        || type.parts().stream().anyMatch(MethodReader::mentionsVariable);
  }

  /** The name of the type in small letters, unless it cannot be the name of a parameter. */
  private String receiverName(ExecutableElement method) {
    String name = type.getSimpleName().toString();
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    int small = capitals > 1 && capitals < name.length() ? capitals - 1 : capitals;
    String wanted = name.substring(0, small).toLowerCase(Locale.ROOT) + name.substring(small);
    if (SourceVersion.isKeyword(wanted)) {
      wanted = "receiver";
    }
    List<String> taken =
        method.getParameters().stream().map(p -> p.getSimpleName().toString()).toList();
    String free = wanted;
    for (int i = 2; taken.contains(free); i++) {
      free = wanted + i;
    }
    return free;
  }
}
