package dev.brood.example.squares;

import dev.brood.Parallel;

/** What the workers can do. The annotation is all that makes a method callable in a worker. */
final class Maths {
  /** 21! does not fit a long. */
  static final int LARGEST_FACTORIAL = 20;

  private Maths() {}

  @Parallel
  static long square(long number) {
    return Math.multiplyExact(number, number);
  }

  @Parallel
  static long cube(long number) {
    return Math.multiplyExact(square(number), number);
  }

  @Parallel
  static long factorial(int number) {
    if (number < 0 || number > LARGEST_FACTORIAL) {
      throw new IllegalArgumentException(
          "a number from 0 to " + LARGEST_FACTORIAL + " is needed, not " + number);
    }
    long product = 1;
    for (int factor = 2; factor <= number; factor++) {
      product *= factor;
    }
    return product;
  }
}
