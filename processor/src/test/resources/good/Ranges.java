package demo;

import dev.brood.Parallel;

final class Ranges {
  private Ranges() {}

  @Parallel
  static int howManyWithinRange(int[] row, int minimum, int maximum) {
    int count = 0;
    for (int value : row) {
      if (minimum <= value && value <= maximum) {
        count++;
      }
    }
    return count;
  }
}
