package dev.brood.processor.read;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Sees what was Kotlin before its compiler showed it as Java. */
final class KotlinReader {
  private KotlinReader() {}

  /** Whether a method was declared {@code suspend}: it takes the rest of the program to go on. */
  static boolean isSuspending(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return !parameters.isEmpty()
        && isNamed(
            parameters.get(parameters.size() - 1).asType(), "kotlin.coroutines.Continuation");
  }

  /** Whether a class is an {@code object} or a {@code companion object}. */
  static boolean isObject(TypeElement type) {
    return AnnotationReader.has(type, "kotlin.Metadata")
        && (holds(type, type) || holds(NameReader.around(type), type));
  }

  /** Whether a method of a companion has a static twin in the class around it. */
  static boolean hasStaticTwin(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && AnnotationReader.has(method, "kotlin.jvm.JvmStatic");
  }

  /** Whether a type has a constant whose type is the given one. */
  private static boolean holds(Element holder, TypeElement type) {
    String name = type.getQualifiedName().toString();
    return ElementFilter.fieldsIn(holder.getEnclosedElements()).stream()
        .filter(field -> field.getModifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL)))
        .anyMatch(field -> isNamed(field.asType(), name));
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}
