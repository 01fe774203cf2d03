package dev.brood.processor.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads annotations. */
final class AnnotationReader {
  private final String name;

  /**
   * Creates a reader.
   *
   * @param name the qualified name of Brood's annotation
   */
  AnnotationReader(String name) {
    this.name = name;
  }

  /** Whether an element has Brood's annotation. */
  boolean isOn(Element element) {
    return has(element, name);
  }

  /** The implementation that Brood's annotation names. */
  Optional<Named> implementation(Element element) {
    return named(element, "implementation");
  }

  /** Whether Brood's annotation says that methods may be run twice; empty if it does not say. */
  Optional<Boolean> idempotent(Element element) {
    return named(element, "idempotent").map(named -> named.value().getValue().equals(true));
  }

  private Optional<Named> named(Element element, String member) {
    return find(element, name).stream()
        .flatMap(
            annotation ->
                annotation.getElementValues().entrySet().stream()
                    .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                    .map(entry -> new Named(annotation, entry.getValue())))
        .findFirst();
  }

  /** Whether an element has an annotation. */
  static boolean has(Element element, String name) {
    return find(element, name).isPresent();
  }

  private static Optional<? extends AnnotationMirror> find(Element element, String name) {
    return element.getAnnotationMirrors().stream()
        .filter(
            annotation ->
                ((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(name))
        .findFirst();
  }

  /** A value and the annotation that names it. */
  record Named(AnnotationMirror annotation, AnnotationValue value) {}
}
