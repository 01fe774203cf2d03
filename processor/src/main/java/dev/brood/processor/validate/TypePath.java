package dev.brood.processor.validate;

/**
 * The way from a parameter or result to a part of it, such as {@code Order.items[].price}. It
 * begins with the parameter's name, and anew at the first record on the way, which can be looked
 * up.
 */
record TypePath(String text, boolean throughRecord) {
  private static final int MAX_LENGTH = 100;

  static TypePath of(String start) {
    return new TypePath(start, false);
  }

  /** To the elements of an array or collection, or to what an optional holds. */
  TypePath elements() {
    return new TypePath(text + "[]", throughRecord);
  }

  /** To a map's keys. */
  TypePath keys() {
    return new TypePath(text + "[key]", throughRecord);
  }

  /** To a map's values. */
  TypePath values() {
    return new TypePath(text + "[value]", throughRecord);
  }

  /** To one of the classes that a sealed type permits. */
  TypePath leaf(String name) {
    return new TypePath(text + "(" + name + ")", throughRecord);
  }

  /** The path for a message: without its middle if it is very long. */
  String brief() {
    int half = MAX_LENGTH / 2;
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, half) + "…" + text.substring(text.length() - half);
  }

  /** To a component of a record. */
  TypePath component(String recordName, String name) {
    return new TypePath((throughRecord ? text : recordName) + "." + name, true);
  }
}
