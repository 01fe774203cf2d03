package dev.brood.example.rangecount;

import dev.brood.Parallel;

/** Counts the values of a row that lie within a range. */
final class Ranges {
  static final int MINIMUM = 4;
  static final int MAXIMUM = 8;

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

  /** With a single parameter, as a method reference for {@code map} has it. */
  @Parallel
  static int howManyFrom4To8(int[] row) {
    return howManyWithinRange(row, MINIMUM, MAXIMUM);
  }
}
