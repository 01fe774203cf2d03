package dev.brood.example.rangecount;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs one way after the other, three times each, and prints a line for it. The first way is the
 * one that all others are compared with, in time and in what they return.
 */
final class Comparison {
  private static final int RUNS = 3;

  /** A way that has taken longer than this is not run again. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /** How long a way took. */
  private record Timing(long firstNanos, long bestNanos, int runs) {}

  private final PrintStream out;
  private final List<String> wrong = new ArrayList<>();
  private List<Integer> expected = List.of();
  private long baselineNanos;

  Comparison(PrintStream out) {
    this.out = out;
  }

  void printHead() {
    out.printf(
        "%-28s %10s %10s %5s %9s  %s%n", "way", "first ms", "best ms", "runs", "x serial", "equal");
  }

  /**
   * Runs a way, and prints its line.
   *
   * @return its best time in nanoseconds
   */
  long run(String name, Supplier<List<Integer>> way) {
    List<Integer> results = new ArrayList<>();
    Timing timing = time(way, results);
    if (baselineNanos == 0) {
      baselineNanos = timing.bestNanos();
      expected = results;
    }
    boolean equal = results.equals(expected);
    if (!equal) {
      wrong.add(name);
    }
    out.printf(
        "%-28s %10.1f %10.1f %5d %9.2f  %s%n",
        name,
        timing.firstNanos() / 1e6,
        timing.bestNanos() / 1e6,
        timing.runs(),
        (double) timing.bestNanos() / baselineNanos,
        equal ? "yes" : "NO");
    return timing.bestNanos();
  }

  /** The ways whose results differed from those of the first. */
  List<String> wrong() {
    return wrong;
  }

  private static Timing time(Supplier<List<Integer>> way, List<Integer> results) {
    long first = 0;
    long best = Long.MAX_VALUE;
    long sum = 0;
    int runs = 0;
    while (runs < RUNS && sum < PATIENCE_NANOS) {
      long start = System.nanoTime();
      List<Integer> counts = way.get();
      long nanos = Math.max(1, System.nanoTime() - start);
      if (runs == 0) {
        first = nanos;
        results.addAll(counts);
      }
      best = Math.min(best, nanos);
      sum += nanos;
      runs++;
    }
    return new Timing(first, best, runs);
  }
}
