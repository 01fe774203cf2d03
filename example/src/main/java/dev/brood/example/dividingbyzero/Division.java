package dev.brood.example.dividingbyzero;

import dev.brood.Parallel;

/** Three methods that can fail, each in a way of its own. */
final class Division {
  private Division() {}

  /** Fails with an exception of the JDK's. */
  @Parallel
  static int divide(int dividend, int divisor) {
    return dividend / divisor;
  }

  /** Fails with a checked exception of the program's own, which it declares. */
  @Parallel
  static int share(int sweets, int children) throws UnfairException {
    if (sweets % children != 0) {
      throw new UnfairException(
          sweets + " sweets for " + children + " children: " + sweets % children + " left over");
    }
    return sweets / children;
  }

  /** Fails with an exception of the program's own that it does not declare. */
  @Parallel
  static int average(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    try {
      return divide(sum, values.length);
    } catch (ArithmeticException e) {
      throw new NothingToAverageException("no values", e);
    }
  }
}
