package dev.brood.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one turn of a way has shown, in nanoseconds.
 *
 * @param typical what a call takes, in the median
 * @param p99 what 99 of 100 calls do not exceed; NaN where calls are not timed one by one
 * @param each the time of the turn, divided by its calls: what counts for throughput
 */
record Sample(double typical, double p99, double each) {

  /** Of many calls at once, which were not timed one by one. */
  static Sample of(double nanosPerCall) {
    return new Sample(nanosPerCall, Double.NaN, nanosPerCall);
  }

  /** The median of each of the figures. */
  static Sample median(List<Sample> samples) {
    return new Sample(
        median(samples, Sample::typical),
        median(samples, Sample::p99),
        median(samples, Sample::each));
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return median(samples.stream().mapToDouble(figure).toArray());
  }

  /** The middle one; of an even number the mean of both in the middle. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int upper = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
  }
}
