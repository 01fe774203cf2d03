package dev.brood.junit;

import dev.brood.Parallel;

/** What the test classes have their pools do. */
final class Deeds {
  private Deeds() {}

  @Parallel
  static int add(int one, int other) {
    return one + other;
  }

  @Parallel
  static long pid() {
    return ProcessHandle.current().pid();
  }

  @Parallel
  static String thread() {
    return Thread.currentThread().getName();
  }

  /** Lasts until it is interrupted. */
  @Parallel
  static void last() throws InterruptedException {
    Thread.currentThread().join(); // with itself: for ever
  }
}
