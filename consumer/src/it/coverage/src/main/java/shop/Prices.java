package shop;

import dev.brood.Parallel;

/** Used in a worker only. */
final class Prices {
  private Prices() {}

  @Parallel
  static int total(int[] cents) {
    int total = 0;
    for (int one : cents) {
      total += one;
    }
    return total;
  }

  static int neverUsed() {
    return 0;
  }
}
