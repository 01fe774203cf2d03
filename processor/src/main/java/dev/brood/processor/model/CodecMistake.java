package dev.brood.processor.model;

/**
 * Something that is wrong with a codec where it is named.
 *
 * @param origin where it is named, or where the class stands that suffers from it
 * @param codec the codec's name
 * @param detail the type that is to blame, if there is one; may be empty
 */
public record CodecMistake(Kind kind, Origin origin, String codec, String detail) {
  /** What is wrong. */
  public enum Kind {
    /** The class does not exist, or does not yet. */
    UNRESOLVED,
    /** It does not say for which type it is. */
    OPEN,
    /** It cannot be instantiated. */
    NOT_BUILDABLE,
    /** It cannot be named. */
    INACCESSIBLE,
    /** It stands on a type, and is for another one. */
    OTHER_TYPE,
    /** The type that it is for does not occur where it stands. */
    UNUSED,
    /** Another one stands there that is for the same type. */
    TWICE
  }
}
