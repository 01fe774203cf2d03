package dev.brood.processor.model;

/** Whether something is deprecated. */
public enum Deprecation {
  /** Not at all. */
  NONE,
  /** Deprecated, but here to stay. */
  ORDINARY,
  /** To be removed. */
  FOR_REMOVAL;

  /** The graver of the two. */
  public Deprecation or(Deprecation other) {
    return compareTo(other) > 0 ? this : other;
  }
}
