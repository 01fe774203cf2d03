package dev.brood.internal.channel;

/** What a worker says when it is about to end; it stands in its segment and outlives it. */
public enum LastWord {
  /** Nothing. */
  NONE,

  /** Its JVM is ending in order, by {@link System#exit} or after a signal. */
  EXITING,

  /** There is no memory left to go on. */
  OUT_OF_MEMORY;

  private static final LastWord[] ALL = values();

  /** The one with that code; of any other, nothing. */
  static LastWord of(long code) {
    return code > 0 && code < ALL.length ? ALL[(int) code] : NONE;
  }

  long code() {
    return ordinal();
  }
}
