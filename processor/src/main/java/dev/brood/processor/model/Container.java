package dev.brood.processor.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The collections and maps of {@code java.util} that travel, and what arrives for each. */
public enum Container {
  /** Arrives as an {@code ArrayList}. */
  LIST("List", "ArrayList", Elements.ANY),
  /** Arrives as a {@code LinkedList}: an {@code ArrayDeque} cannot hold null. */
  DEQUE("Deque", "LinkedList", Elements.ANY),
  /** Arrives in the order that it had. */
  SET("Set", "LinkedHashSet", Elements.DISTINCT),
  /** Arrives as a {@code TreeSet}. */
  SORTED_SET("SortedSet", "TreeSet", Elements.SORTED),
  /** Arrives as a {@code TreeSet}. */
  NAVIGABLE_SET("NavigableSet", "TreeSet", Elements.SORTED),
  /** Arrives as itself. */
  ARRAY_LIST("ArrayList", "ArrayList", Elements.ANY),
  /** Arrives as itself. */
  LINKED_LIST("LinkedList", "LinkedList", Elements.ANY),
  /** Arrives as itself. */
  ARRAY_DEQUE("ArrayDeque", "ArrayDeque", Elements.NON_NULL),
  /** Arrives as itself. */
  HASH_SET("HashSet", "HashSet", Elements.DISTINCT),
  /** Arrives as itself. */
  LINKED_HASH_SET("LinkedHashSet", "LinkedHashSet", Elements.DISTINCT),
  /** Arrives as itself. */
  TREE_SET("TreeSet", "TreeSet", Elements.SORTED),
  /** Arrives as itself. */
  ENUM_SET("EnumSet", "EnumSet", Elements.CONSTANTS),
  /** Arrives in the order that it had. */
  MAP("Map", "LinkedHashMap", Elements.DISTINCT),
  /** Arrives as a {@code TreeMap}. */
  SORTED_MAP("SortedMap", "TreeMap", Elements.SORTED),
  /** Arrives as a {@code TreeMap}. */
  NAVIGABLE_MAP("NavigableMap", "TreeMap", Elements.SORTED),
  /** Arrives as itself. */
  HASH_MAP("HashMap", "HashMap", Elements.DISTINCT),
  /** Arrives as itself. */
  LINKED_HASH_MAP("LinkedHashMap", "LinkedHashMap", Elements.DISTINCT),
  /** Arrives as itself. */
  TREE_MAP("TreeMap", "TreeMap", Elements.SORTED),
  /** Arrives as itself. */
  ENUM_MAP("EnumMap", "EnumMap", Elements.CONSTANTS);

  private final String simpleName;
  private final String implementation;
  private final Elements elements;

  Container(String simpleName, String implementation, Elements elements) {
    this.simpleName = simpleName;
    this.implementation = implementation;
    this.elements = elements;
  }

  /** The container with a qualified name; none if it does not travel. */
  public static Optional<Container> of(String qualifiedName) {
    return Stream.of(values())
        .filter(container -> qualifiedName.equals("java.util." + container.simpleName))
        .findFirst();
  }

  /** Its name in {@code java.util}. */
  public String simpleName() {
    return simpleName;
  }

  /** The name in {@code java.util} of the class that arrives. */
  public String implementation() {
    return implementation;
  }

  /** What its elements or keys must be like. */
  public Elements elements() {
    return elements;
  }

  /** What elements or keys must be like. */
  public enum Elements {
    /** Anything goes. */
    ANY,
    /** Not null. */
    NON_NULL,
    /** Not equal to each other. */
    DISTINCT,
    /** Not equal to each other, and in natural order. */
    SORTED,
    /** Not equal to each other, and constants of one enum. */
    CONSTANTS;

    /** Whether each may occur only once. */
    public boolean areDistinct() {
      return this == DISTINCT || this == SORTED || this == CONSTANTS;
    }

    /** Whether the container itself refuses some. */
    public boolean areRefused() {
      return this == NON_NULL || this == SORTED || this == CONSTANTS;
    }
  }
}
