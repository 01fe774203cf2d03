package dev.brood.processor.model;

/** Why a type cannot travel. */
public enum Obstacle {
  /** A class of the program that is being compiled. */
  PLAIN_CLASS,
  /** A class of a library or of the JDK. */
  LIBRARY_CLASS,
  /** A class with an outer instance. */
  INNER_CLASS,
  /** An interface that is no collection. */
  INTERFACE,
  /** A functional interface. */
  FUNCTION,
  /** A future or completion stage. */
  FUTURE,
  /** {@link Object} itself. */
  OBJECT,
  /** A type argument with a question mark. */
  WILDCARD,
  /** A generic type without its arguments. */
  RAW,
  /** A stream or iterator. */
  STREAM,
  /** Something to be closed. */
  RESOURCE,
  /** What says where and how calls run. */
  CALLERS_OWN,
  /** A thread, an executor or a lock. */
  THREAD,
  /** A collection that is none of those in {@link Container}. */
  COLLECTION,
  /** A generic record that contains ever larger versions of itself. */
  ENDLESS,
  /** An element of something sorted that has no natural order. */
  NOT_COMPARABLE,
  /** A permitted subclass that others may extend. */
  NON_SEALED,
  /** A permitted subclass with a type variable that its supertype does not fix. */
  OPEN_LEAF,
  /** A class with several creators. */
  CREATOR_SEVERAL,
  /** A creator that generated code cannot call. */
  CREATOR_INACCESSIBLE,
  /** A creator that is the constructor of an abstract class. */
  CREATOR_ABSTRACT,
  /** A creator that is an instance method. */
  CREATOR_INSTANCE,
  /** A creator that is a method with another result. */
  CREATOR_RESULT,
  /** A creator that throws checked exceptions. */
  CREATOR_THROWS,
  /** A creator with a parameter that no accessor gives. */
  CREATOR_ACCESSOR,
  /** A creator of which the class file does not tell the parameters' names. */
  CREATOR_NAMES,
  /** A type variable of a generic method. */
  TYPE_VARIABLE,
  /** A type that does not exist, or does not yet. */
  UNRESOLVED
}
