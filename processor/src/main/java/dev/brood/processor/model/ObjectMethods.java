package dev.brood.processor.model;

import java.util.Set;

/** What every object has from {@link Object}. An interface may declare some of them static. */
public final class ObjectMethods {
  private static final Set<String> SIGNATURES =
      Set.of(
          "clone()",
          "equals(java.lang.Object)",
          "finalize()",
          "getClass()",
          "hashCode()",
          "notify()",
          "notifyAll()",
          "toString()",
          "wait()",
          "wait(long)",
          "wait(long,int)");

  private ObjectMethods() {}

  /** Whether a method is one of them, such as {@code equals(java.lang.Object)}. */
  public static boolean contains(String signature) {
    return SIGNATURES.contains(signature);
  }
}
