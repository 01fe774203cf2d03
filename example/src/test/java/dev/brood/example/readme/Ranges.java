package dev.brood.example.readme;

import dev.brood.Parallel;

// region define
final class Ranges {
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
// endregion
