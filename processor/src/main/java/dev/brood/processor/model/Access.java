package dev.brood.processor.model;

/** From where a type can be named, seen from the package of the generated type. Narrowest first. */
public enum Access {
  /** Not from that package. */
  NOWHERE,
  /** From that package, but not from everywhere. */
  PACKAGE,
  /** From everywhere. */
  EVERYWHERE;

  /** The narrower of the two. */
  public Access and(Access other) {
    return compareTo(other) < 0 ? this : other;
  }
}
