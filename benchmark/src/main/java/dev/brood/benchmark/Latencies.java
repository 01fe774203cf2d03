package dev.brood.benchmark;

import java.util.Arrays;
import java.util.List;

/** The times of single calls: of any number the latest are kept, so that memory is bounded. */
final class Latencies {
  private static final int KEPT = 1 << 16;

  private final long[] nanos = new long[KEPT];
  private int count;
  private long total;

  void add(long nanosOfOneCall) {
    nanos[count % KEPT] = nanosOfOneCall;
    total += nanosOfOneCall;
    count++;
  }

  int count() {
    return count;
  }

  /** Those of all callers together. */
  static Sample sample(Iterable<Latencies> callers, double each) {
    long[] all = {};
    for (Latencies caller : callers) {
      int kept = Math.min(caller.count, KEPT);
      int before = all.length;
      all = Arrays.copyOf(all, before + kept);
      System.arraycopy(caller.nanos, 0, all, before, kept);
    }
    Arrays.sort(all);
    return new Sample(all[all.length / 2], all[(int) (all.length * 0.99)], each);
  }

  /** Those of a caller that did nothing but call. */
  Sample sample() {
    return sample(List.of(this), (double) total / count);
  }
}
