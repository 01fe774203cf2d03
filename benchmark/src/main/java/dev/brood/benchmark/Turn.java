package dev.brood.benchmark;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/** How one of the ways to do the same work is measured, whenever it is its turn. */
@FunctionalInterface
interface Turn {
  /** So many calls make a median, and a 99th percentile that is not just the slowest one. */
  int LEAST_CALLS = 200;

  /** Measures for a while, and long enough for one result however short that is. */
  Sample take(Duration atLeast) throws Exception;

  /** A call that is timed by itself, again and again. */
  static Turn each(Callable<?> call) {
    return atLeast -> {
      Latencies latencies = new Latencies();
      long begin = System.nanoTime();
      long now = begin;
      while (now - begin < atLeast.toNanos() || latencies.count() < LEAST_CALLS) {
        call.call();
        long after = System.nanoTime();
        latencies.add(after - now);
        now = after;
      }
      return latencies.sample();
    };
  }

  /**
   * Many calls at once, again and again.
   *
   * @param calls how many
   * @param expected what comes of them; compared once in a turn, when its time is over
   */
  static Turn together(long calls, Object expected, Callable<?> work) {
    return atLeast -> {
      DoubleStream.Builder nanos = DoubleStream.builder();
      Object result;
      long begin = System.nanoTime();
      long now = begin;
      do {
        result = work.call();
        long after = System.nanoTime();
        nanos.add((double) (after - now));
        now = after;
      } while (now - begin < atLeast.toNanos());
      if (!Objects.equals(expected, result)) {
        throw new IllegalStateException("wrong results");
      }
      return Sample.of(Sample.median(nanos.build().toArray()) / calls);
    };
  }
}
