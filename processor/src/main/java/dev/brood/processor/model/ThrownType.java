package dev.brood.processor.model;

/**
 * An exception that a method declares.
 *
 * @param type its class
 * @param construction how the caller's side can build one
 */
public record ThrownType(NamedType type, Construction construction) {

  /** The arguments of the best constructor that generated code can call. */
  public enum Construction {
    /** A message and a cause. */
    MESSAGE_AND_CAUSE,
    /** A message. */
    MESSAGE,
    /** A cause. */
    CAUSE,
    /** No argument. */
    NOTHING,
    /** The class is abstract: what is thrown is always of another class. */
    ABSTRACT,
    /** There is no such constructor. */
    IMPOSSIBLE,
    /** The class does not exist, or does not yet. */
    UNRESOLVED
  }
}
