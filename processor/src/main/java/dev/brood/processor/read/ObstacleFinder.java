package dev.brood.processor.read;

import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.WireType.Untravellable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds out why a declared type cannot travel, so that a message can say what to do instead. */
final class ObstacleFinder {
  /** Supertypes that tell what a type is for; the first that fits counts. */
  private static final List<Family> FAMILIES =
      List.of(
          new Family("java.util.concurrent.Future", Obstacle.FUTURE, ""),
          new Family("java.util.concurrent.CompletionStage", Obstacle.FUTURE, ""),
          new Family("java.lang.Thread", Obstacle.THREAD, ""),
          new Family("java.lang.ThreadGroup", Obstacle.THREAD, ""),
          new Family("java.lang.ThreadLocal", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.Executor", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.ThreadFactory", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.Semaphore", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.CountDownLatch", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.CyclicBarrier", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.Phaser", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.locks.Lock", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.locks.ReadWriteLock", Obstacle.THREAD, ""),
          new Family("java.util.concurrent.locks.Condition", Obstacle.THREAD, ""),
          new Family("java.util.stream.BaseStream", Obstacle.STREAM, ""),
          new Family("java.util.Iterator", Obstacle.STREAM, ""),
          new Family("java.util.Spliterator", Obstacle.STREAM, ""),
          new Family("java.util.Enumeration", Obstacle.STREAM, ""),
          new Family("java.lang.AutoCloseable", Obstacle.RESOURCE, ""),
          new Family("java.nio.file.Path", Obstacle.LIBRARY_CLASS, ""),
          new Family("java.util.SortedMap", Obstacle.COLLECTION, "SortedMap"),
          new Family("java.util.Map", Obstacle.COLLECTION, "Map"),
          new Family("java.util.SortedSet", Obstacle.COLLECTION, "SortedSet"),
          new Family("java.util.Set", Obstacle.COLLECTION, "Set"),
          new Family("java.util.List", Obstacle.COLLECTION, "List"),
          new Family("java.util.Queue", Obstacle.COLLECTION, "Deque"),
          new Family("java.lang.Iterable", Obstacle.COLLECTION, "List, Set or Deque"));

  private final Types types;
  private final Predicate<TypeElement> beingCompiled;

  ObstacleFinder(Types types, Predicate<TypeElement> beingCompiled) {
    this.types = types;
    this.beingCompiled = beingCompiled;
  }

  /**
   * Finds the obstacle.
   *
   * @param text the type, with its arguments
   */
  Untravellable find(TypeElement element, String text) {
    Set<String> supertypes = supertypes(element);
    for (Family family : FAMILIES) {
      if (supertypes.contains(family.name())) {
        String instead = family.instead();
        return new Untravellable(text, family.obstacle(), instead);
      }
    }
    return new Untravellable(text, other(element), "");
  }

  private Obstacle other(TypeElement element) {
    if (element.getQualifiedName().contentEquals("java.lang.Object")) {
      return Obstacle.OBJECT;
    }
    if (element.getKind().isInterface()) {
      return isFunction(element) ? Obstacle.FUNCTION : Obstacle.INTERFACE;
    }
    if (NameReader.isInner(element)) {
      return Obstacle.INNER_CLASS;
    }
    return beingCompiled.test(element) ? Obstacle.PLAIN_CLASS : Obstacle.LIBRARY_CLASS;
  }

  /** Declared to be one, or, in a program's own source, with one method to implement. */
  private boolean isFunction(TypeElement element) {
    boolean declared =
        element.getAnnotationMirrors().stream()
            .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
            .map(TypeElement::getQualifiedName)
            .anyMatch(name -> name.contentEquals("java.lang.FunctionalInterface"));
    return declared || (beingCompiled.test(element) && abstractMethods(element) == 1);
  }

  private static long abstractMethods(TypeElement element) {
    return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .count();
  }

  private Set<String> supertypes(TypeElement element) {
    Set<String> found = new HashSet<>();
    Deque<Element> open = new ArrayDeque<>(List.of(element));
    while (!open.isEmpty()) {
      TypeElement next = (TypeElement) open.pop();
      if (found.add(next.getQualifiedName().toString())) {
        push(next.getSuperclass(), open);
        next.getInterfaces().forEach(supertype -> push(supertype, open));
      }
    }
    return found;
  }

  private void push(TypeMirror supertype, Deque<Element> open) {
    if (supertype.getKind() == TypeKind.DECLARED) {
      open.push(types.asElement(supertype));
    }
  }

  private record Family(String name, Obstacle obstacle, String instead) {}
}
