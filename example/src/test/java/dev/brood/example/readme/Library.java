package dev.brood.example.readme;

import dev.brood.Parallel;

/** Stands for native code: it fails, and for one input it takes its process along. */
final class Library {
  static final int DEADLY = 13;

  private Library() {}

  @Parallel
  static int divide(int dividend, int divisor) {
    if (divisor == DEADLY) {
      Runtime.getRuntime().halt(99);
    }
    return dividend / divisor;
  }
}
