package dev.brood.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured, and how often.
 *
 * @param rounds how often it is each way's turn; medians are of the rounds
 * @param warmUp how long each way runs before its times count
 * @param turn how long a turn is at least
 * @param rows rows of the seed workload
 * @param numbers numbers to be squared
 * @param bytes the size of a large value
 * @param busy for how long the calls of one run keep one processor busy, if they take their time
 * @param idle for how long an idle pool is watched
 * @param streamed calls of one stream
 * @param workers the sizes of pools of which one cost of a call is expected
 * @param calls the numbers of calls of which the same is expected
 * @param classes classes to be compiled, of ten annotated methods each
 * @param python the program that runs Python
 */
record Plan(
    int rounds,
    Duration warmUp,
    Duration turn,
    int rows,
    int numbers,
    int bytes,
    Duration busy,
    Duration idle,
    int streamed,
    List<Integer> workers,
    List<Integer> calls,
    int classes,
    String python) {
  static final int WORKERS = 2;

  private static final int MEBIBYTE = 1 << 20;

  /** Some ten minutes. */
  static final Plan USUAL =
      new Plan(
          5,
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          200_000,
          1_000_000,
          64 * MEBIBYTE,
          Duration.ofMillis(500),
          Duration.ofSeconds(60),
          10_000_000,
          List.of(1, 2, 4, 8, 16, 32, 64),
          List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000),
          100,
          "python3");

  /** Whatever the goals name, up to a hundred million calls in a row. */
  static final Plan FULL =
      new Plan(
          7,
          Duration.ofSeconds(3),
          Duration.ofSeconds(1),
          200_000,
          1_000_000,
          64 * MEBIBYTE,
          Duration.ofSeconds(2),
          Duration.ofSeconds(60),
          100_000_000,
          List.of(1, 2, 4, 8, 16, 32, 64),
          List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000),
          100,
          "python3");

  /** Shows that the benchmark works, and nothing about speed. */
  static final Plan QUICK =
      new Plan(
          1,
          Duration.ZERO,
          Duration.ZERO,
          5_000,
          5_000,
          MEBIBYTE,
          Duration.ofMillis(20),
          Duration.ofSeconds(2),
          20_000,
          List.of(1, 4),
          List.of(1_000, 5_000),
          2,
          "python3");

  Plan withRounds(int number) {
    return new Plan(
        number, warmUp, turn, rows, numbers, bytes, busy, idle, streamed, workers, calls, classes,
        python);
  }

  Plan withPython(String program) {
    return new Plan(
        rounds, warmUp, turn, rows, numbers, bytes, busy, idle, streamed, workers, calls, classes,
        program);
  }

  /** How often, in words. */
  String describe() {
    return String.format(
        "%d workers or threads where nothing else is said; medians of %d round%s, in which all ways"
            + " take turns of at least %d ms, after %d ms each to warm up",
        WORKERS, rounds, rounds == 1 ? "" : "s", turn.toMillis(), warmUp.toMillis());
  }
}
