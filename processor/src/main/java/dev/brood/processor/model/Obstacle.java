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
  /** A thread, an executor or a lock. */
  THREAD,
  /** A collection other than {@code List}, {@code Set} and {@code Map}. */
  COLLECTION,
  /** A generic record that contains ever larger versions of itself. */
  ENDLESS,
  /** A type variable of a generic method. */
  TYPE_VARIABLE,
  /** A type that does not exist, or does not yet. */
  UNRESOLVED
}
