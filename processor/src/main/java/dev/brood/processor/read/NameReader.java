package dev.brood.processor.read;

import dev.brood.processor.model.Access;
import dev.brood.processor.model.Deprecation;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.TypeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the names of types, and whether the package of an annotated class can use them. */
final class NameReader {
  private final Elements elements;
  private final PackageElement home;
  private final ModuleElement homeModule;

  /** Creates a reader that looks from the package of an annotated class. */
  NameReader(Elements elements, TypeElement annotatedClass) {
    this.elements = elements;
    this.home = elements.getPackageOf(annotatedClass);
    this.homeModule = elements.getModuleOf(annotatedClass);
  }

  /** The package of the annotated class, and then its module if it has one. */
  List<Element> homes() {
    return homeModule == null ? List.of(home) : List.of(home, homeModule);
  }

  static TypeId id(TypeElement type) {
    Deque<String> simpleNames = new ArrayDeque<>();
    Element part = type;
    while (part instanceof TypeElement) {
      simpleNames.addFirst(part.getSimpleName().toString());
      part = around(part);
    }
    String packageName = ((PackageElement) part).getQualifiedName().toString();
    return new TypeId(packageName, new ArrayList<>(simpleNames));
  }

  /** What an element stands in; only for elements that stand in something. */
  static Element around(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement());
  }

  /** A type that is only named: no constructor or accessor of it is called. */
  NamedType mentioned(TypeElement type) {
    return new NamedType(id(type), access(type), deprecationOfName(type));
  }

  NamedType named(TypeElement type) {
    return new NamedType(id(type), access(type), deprecationOfUse(type));
  }

  /** Whether instances of a type hold an instance of the type around it. */
  static boolean isInner(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && type.getEnclosingElement() instanceof TypeElement outer
        && !outer.getKind().isInterface()
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private Access access(TypeElement type) {
    Access access = isVisible(type) ? Access.EVERYWHERE : Access.NOWHERE;
    for (Element part = type; part instanceof TypeElement; part = part.getEnclosingElement()) {
      access = access.and(memberAccess(part));
    }
    return access;
  }

  /** From where a member can be used, not looking at the types around it. */
  Access memberAccess(Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Access.NOWHERE;
    }
    boolean inInterface = around(member).getKind().isInterface();
    if (modifiers.contains(Modifier.PUBLIC) || inInterface) {
      return Access.EVERYWHERE;
    }
    return elements.getPackageOf(member).equals(home) ? Access.PACKAGE : Access.NOWHERE;
  }

  /** A module sees only packages that are exported to it by modules that it reads. */
  private boolean isVisible(TypeElement type) {
    return homeModule == null
        || homeModule.isUnnamed()
        || elements.getTypeElement(homeModule, type.getQualifiedName()) != null;
  }

  private Deprecation deprecationOfName(TypeElement type) {
    Deprecation deprecation = Deprecation.NONE;
    for (Element part = type; part instanceof TypeElement; part = part.getEnclosingElement()) {
      deprecation = deprecation.or(deprecation(part));
    }
    return deprecation;
  }

  private Deprecation deprecationOfUse(TypeElement type) {
    Deprecation deprecation = deprecationOfName(type);
    for (Element constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      deprecation = deprecation.or(deprecation(constructor));
    }
    for (RecordComponentElement component : type.getRecordComponents()) {
      deprecation = deprecation.or(deprecation(component.getAccessor()));
    }
    return deprecation;
  }

  /** Whether an element itself is deprecated. */
  Deprecation deprecation(Element element) {
    if (!elements.isDeprecated(element)) {
      return Deprecation.NONE;
    }
    return isForRemoval(element) ? Deprecation.FOR_REMOVAL : Deprecation.ORDINARY;
  }

  private static boolean isForRemoval(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals("java.lang.Deprecated")) {
        return annotation.getElementValues().entrySet().stream()
            .anyMatch(
                entry ->
                    entry.getKey().getSimpleName().contentEquals("forRemoval")
                        && entry.getValue().getValue().equals(true));
      }
    }
    return false;
  }
}
