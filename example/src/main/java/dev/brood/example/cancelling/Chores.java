package dev.brood.example.cancelling;

import static java.nio.file.StandardOpenOption.APPEND;

import dev.brood.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Work that does not end by itself. It takes notes in a file, so that others see how far it is. */
final class Chores {
  static final String BEGUN = "begun";
  static final String TIDIED_UP = "tidied up";

  private static final long HOUR_MILLIS = 3_600_000;

  private Chores() {}

  /** Heeds an interrupt, as whatever waits in Java does: it ends early, and tidies up. */
  @Parallel
  static void waitForAnHour(Path notes) throws IOException, InterruptedException {
    Files.writeString(notes, BEGUN);
    try {
      Thread.sleep(HOUR_MILLIS);
    } finally {
      Files.writeString(notes, ", " + TIDIED_UP, APPEND);
    }
  }

  /**
   * Searches for an odd number that is the sum of its divisors. Nobody has ever found one. It looks
   * at no interrupt, as native code and many a library do not.
   */
  @Parallel
  static long oddPerfectNumber(Path notes) throws IOException {
    Files.writeString(notes, BEGUN);
    long number = 3;
    while (sumOfDivisors(number) != number) {
      number += 2;
    }
    return number;
  }

  private static long sumOfDivisors(long number) {
    long sum = 0;
    for (long divisor = 1; divisor <= number / 2; divisor++) {
      sum += number % divisor == 0 ? divisor : 0;
    }
    return sum;
  }

  /** The process that runs this. */
  @Parallel
  static long process() {
    return ProcessHandle.current().pid();
  }
}
