package dev.brood.example.readme;

import dev.brood.Parallel;

/** Calls for the snippets about many of them. */
final class Primes {
  private Primes() {}

  @Parallel
  static boolean isPrime(int number) {
    if (number < 2) {
      throw new IllegalArgumentException(number + " is too small");
    }
    for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  @Parallel
  static long square(int number) {
    return (long) number * number;
  }

  @Parallel
  static long sum(long some, long others) {
    return some + others;
  }

  @Parallel
  static void check(int number) {
    boolean unused = isPrime(number);
  }
}
