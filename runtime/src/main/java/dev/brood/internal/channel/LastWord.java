package dev.brood.internal.channel;

/** What a worker says when it is about to end; it stands in its segment and outlives it. */
public enum LastWord {
  /** Nothing. */
  NONE(0),

  /** Its JVM is ending in order, by {@link System#exit} or after a signal. */
  EXITING(1),

  /** There is no memory left to go on. */
  OUT_OF_MEMORY(2);

  private static final LastWord[] ALL = values();

  private final long code;

  LastWord(long code) {
    this.code = code;
  }

  /** The one with that code; of any other, nothing. */
  static LastWord of(long code) {
    for (LastWord word : ALL) {
      if (word.code == code) {
        return word;
      }
    }
    return NONE;
  }

  long code() {
    return code;
  }
}
