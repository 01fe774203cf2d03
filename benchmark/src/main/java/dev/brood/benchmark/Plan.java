package dev.brood.benchmark;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/**
 * How much is measured, and how often.
 *
 * @param seconds how long each way runs before its times count, and how long they count
 * @param runs how many runs count at least; the median of all is taken
 * @param rows rows of the range count
 * @param numbers numbers to be squared
 * @param calls calls in a run where one call is measured; their mean is the run's time
 */
record Plan(int seconds, int runs, int rows, int numbers, int calls) {
  static final int WORKERS = 2;

  static final Plan FULL = new Plan(2, 5, 200_000, 1_000_000, 1_000);
  static final Plan QUICK = new Plan(0, 1, 20_000, 50_000, 500);

  /** The median time of a piece of work in nanoseconds, warm. */
  double medianNanos(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS.toNanos(seconds)) {
      work.call();
    }
    return median(SECONDS.toNanos(seconds), work);
  }

  /** The median time of a piece of work in nanoseconds, without warm-up. */
  double medianNanosCold(Callable<?> work) throws Exception {
    return median(0, work);
  }

  private double median(long atLeastNanos, Callable<?> work) throws Exception {
    LongStream.Builder times = LongStream.builder();
    int count = 0;
    long begin = System.nanoTime();
    long end = begin;
    while (count < runs || end - begin < atLeastNanos) {
      long start = System.nanoTime();
      work.call();
      end = System.nanoTime();
      times.add(end - start);
      count++;
    }
    return times.build().sorted().skip(count / 2).findFirst().orElseThrow();
  }

  /** How often, in words. */
  String describe() {
    if (seconds == 0) {
      return "one run each, without warm-up";
    }
    return String.format(
        "medians of the runs in %d s, at least %d, after %d s to warm up", seconds, runs, seconds);
  }
}
