package dev.brood.processor.read;

import dev.brood.processor.model.Access;
import dev.brood.processor.model.Deprecation;
import dev.brood.processor.model.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads how a class that is no record says that it is made of its parts. */
final class CreatorReader {
  private static final String ANNOTATION = "dev.brood.wire.WireCreator";

  private final Types types;
  private final Elements elements;
  private final NameReader names;
  private final Predicate<TypeElement> beingCompiled;

  CreatorReader(
      Types types, Elements elements, NameReader names, Predicate<TypeElement> beingCompiled) {
    this.types = types;
    this.elements = elements;
    this.names = names;
    this.beingCompiled = beingCompiled;
  }

  /** The creator of a class; none if it does not mark any. */
  Optional<Creator> find(TypeElement type) {
    List<ExecutableElement> marked =
        Stream.concat(
                ElementFilter.constructorsIn(type.getEnclosedElements()).stream(),
                ElementFilter.methodsIn(type.getEnclosedElements()).stream())
            .filter(CreatorReader::isMarked)
            .toList();
    if (marked.isEmpty()) {
      return Optional.empty();
    }
    ExecutableElement creator = marked.get(0);
    return Optional.of(
        marked.size() > 1
            ? Creator.impossible(creator, Obstacle.CREATOR_SEVERAL, "")
            : read(type, creator));
  }

  private Creator read(TypeElement type, ExecutableElement creator) {
    boolean constructor = creator.getKind() == ElementKind.CONSTRUCTOR;
    if (constructor && type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Creator.impossible(creator, Obstacle.CREATOR_ABSTRACT, "");
    }
    if (!constructor && !creator.getModifiers().contains(Modifier.STATIC)) {
      return Creator.impossible(creator, Obstacle.CREATOR_INSTANCE, "");
    }
    if (names.memberAccess(creator) == Access.NOWHERE) {
      return Creator.impossible(creator, Obstacle.CREATOR_INACCESSIBLE, "");
    }
    if (!ThrownReader.throwsNothingChecked(types, creator)) {
      return Creator.impossible(creator, Obstacle.CREATOR_THROWS, "");
    }
    Map<String, String> variables = new HashMap<>();
    if (!constructor && !returns(creator, type, variables)) {
      return Creator.impossible(creator, Obstacle.CREATOR_RESULT, "");
    }
    return withAccessors(type, creator, variables);
  }

  /** Whether a factory returns the class, with variables of its own for the class's. */
  private static boolean returns(
      ExecutableElement factory, TypeElement type, Map<String, String> variables) {
    if (!(factory.getReturnType() instanceof DeclaredType result)
        || !result.asElement().equals(type)) {
      return false;
    }
    List<? extends TypeMirror> arguments = result.getTypeArguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).getKind() != TypeKind.TYPEVAR) {
        return false;
      }
      String classVariable = type.getTypeParameters().get(i).getSimpleName().toString();
      variables.put(TypeText.of(arguments.get(i)), classVariable);
    }
    return variables.size() == type.getTypeParameters().size();
  }

  private Creator withAccessors(
      TypeElement type, ExecutableElement creator, Map<String, String> variables) {
    Deprecation deprecation = names.deprecation(creator);
    List<String> accessors = new ArrayList<>();
    for (VariableElement parameter : creator.getParameters()) {
      String name = parameter.getSimpleName().toString();
      String typeText = TypeText.of(parameter.asType(), variables);
      List<String> wanted = accessorNames(name, typeText);
      Optional<Element> accessor =
          wanted.stream().flatMap(text -> member(type, text, typeText).stream()).findFirst();
      if (accessor.isEmpty()) {
        return name.matches("arg\\d+") && !beingCompiled.test(type)
            ? Creator.impossible(creator, Obstacle.CREATOR_NAMES, "")
            : Creator.impossible(
                creator,
                Obstacle.CREATOR_ACCESSOR,
                typeText + " " + name + ": add " + String.join(", ", wanted));
      }
      accessors.add(text(accessor.get()));
      deprecation = deprecation.or(names.deprecation(accessor.get()));
    }
    return new Creator(creator, accessors, deprecation, Optional.empty(), "");
  }

  /** What may give a part, the best first. */
  private static List<String> accessorNames(String name, String type) {
    int first = name.offsetByCodePoints(0, 1);
    String capitalized = name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    return type.equals("boolean") || type.equals("java.lang.Boolean")
        ? List.of(name + "()", "is" + capitalized + "()", "get" + capitalized + "()", name)
        : List.of(name + "()", "get" + capitalized + "()", name);
  }

  private Optional<Element> member(TypeElement type, String text, String typeText) {
    return elements.getAllMembers(type).stream()
        .filter(member -> text(member).equals(text))
        .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
        .filter(member -> names.memberAccess(member) != Access.NOWHERE)
        .filter(member -> gives(member, typeText))
        .map(member -> (Element) member)
        .findFirst();
  }

  private boolean gives(Element member, String typeText) {
    if (!(member instanceof ExecutableElement method)) {
      return TypeText.of(member.asType()).equals(typeText);
    }
    return method.getParameters().isEmpty()
        && ThrownReader.throwsNothingChecked(types, method)
        && TypeText.of(method.getReturnType()).equals(typeText);
  }

  private static String text(Element member) {
    String name = member.getSimpleName().toString();
    return switch (member.getKind()) {
      case METHOD -> name + "()";
      case FIELD -> name;
      default -> "";
    };
  }

  private static boolean isMarked(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
        .anyMatch(type -> type.getQualifiedName().contentEquals(ANNOTATION));
  }

  /**
   * What makes a class.
   *
   * @param accessors what gives each of its parameters
   * @param obstacle why it cannot be used, if it cannot
   * @param detail what the obstacle's message mentions; may be empty
   */
  record Creator(
      ExecutableElement method,
      List<String> accessors,
      Deprecation deprecation,
      Optional<Obstacle> obstacle,
      String detail) {
    Creator {
      accessors = List.copyOf(accessors);
    }

    static Creator impossible(ExecutableElement method, Obstacle obstacle, String detail) {
      return new Creator(method, List.of(), Deprecation.NONE, Optional.of(obstacle), detail);
    }

    /** The static method's name; none for a constructor. */
    Optional<String> factory() {
      return method.getKind() == ElementKind.CONSTRUCTOR
          ? Optional.empty()
          : Optional.of(method.getSimpleName().toString());
    }

    /** The variables that stand for the class's own, in their order. */
    List<Element> variables(TypeElement type) {
      if (factory().isEmpty()) {
        return List.copyOf(type.getTypeParameters());
      }
      return ((DeclaredType) method.getReturnType())
          .getTypeArguments().stream()
              .map(argument -> ((TypeVariable) argument).asElement())
              .toList();
    }
  }
}
