package dev.brood.internal.call;

import dev.brood.WireException;

/** Where in a worker a call has failed. Its code travels as the first byte of an outcome. */
enum Station {
  /** Nowhere: the method has returned, and its result follows. */
  RETURNED(0, ""),
  /** The method itself threw; the exception follows. */
  THREW(1, ""),
  /** The table of entry points could not be used; the reason follows. */
  LOOKUP(2, "the worker cannot run it"),
  /** The arguments could not be read; the reason follows. */
  ARGUMENTS(3, "its arguments could not be decoded in the worker"),
  /** The method returned, but what it returned could not be written; the reason follows. */
  RESULT(4, "its result could not be encoded in the worker"),
  /** The method belongs to a service whose object could not be built; the reason follows. */
  CONSTRUCTOR(5, "its service could not be built in the worker");

  private static final Station[] ALL = values();

  private final byte code;
  private final String words;

  Station(int code, String words) {
    this.code = (byte) code;
    this.words = words;
  }

  /** What went wrong here, as the second half of a sentence. */
  String words() {
    return words;
  }

  byte code() {
    return code;
  }

  static Station of(byte code) {
    for (Station station : ALL) {
      if (station.code == code) {
        return station;
      }
    }
    throw new WireException("malformed: no outcome has the code " + code);
  }
}
