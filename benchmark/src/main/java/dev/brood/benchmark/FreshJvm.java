package dev.brood.benchmark;

import dev.brood.Pool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What is measured in a JVM of its own, started by the command that prints the goals. */
final class FreshJvm {
  /** Starts a pool, and prints how long the first result took since main began. */
  static final String START = "start";

  /**
   * Prints what tiny and blocking calls cost; followed by a count and two times in milliseconds.
   */
  static final String CALLS = "calls";

  /** Does nothing until its standard input ends. */
  static final String IDLE = "idle";

  private FreshJvm() {}

  /** Does what it is told. */
  public static void main(String... arguments) throws Exception {
    long begin = System.nanoTime();
    switch (arguments[0]) {
      case START -> System.out.println(nanosToFirstResult(begin));
      case CALLS ->
          calls(
              Integer.parseInt(arguments[1]),
              Duration.ofMillis(Long.parseLong(arguments[2])),
              Duration.ofMillis(Long.parseLong(arguments[3])));
      case IDLE -> idle();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  static long nanosToFirstResult(long begin) {
    try (Pool pool = Pool.start(Plan.WORKERS)) {
      int nine = WorkParallel.blocking(pool).square(3);
      long nanos = System.nanoTime() - begin;
      if (nine != 9) {
        throw new IllegalStateException("wrong result");
      }
      return nanos;
    }
  }

  private static void calls(int count, Duration warmUp, Duration turn) throws Exception {
    List<Integer> expected = Squares.serial(Inputs.numbers(count));
    try (Pool pool = Pool.start(Plan.WORKERS)) {
      WorkParallel.Blocking workers = WorkParallel.blocking(pool);
      Turn tiny = Turn.together(count, expected, () -> Squares.mapRange(pool, count));
      Turn blocking = Turn.each(() -> workers.square(3));
      tiny.take(warmUp);
      double tinyNanos = tiny.take(turn).each();
      blocking.take(warmUp);
      System.out.println(tinyNanos + " " + blocking.take(turn).each());
    }
  }

  private static void idle() throws IOException {
    System.in.readAllBytes();
  }
}
