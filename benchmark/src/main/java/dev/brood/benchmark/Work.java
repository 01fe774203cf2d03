package dev.brood.benchmark;

import dev.brood.Parallel;
import java.util.Arrays;
import java.util.List;

/** What the benchmarks have done in workers: next to nothing, so that only the way there counts. */
final class Work {
  static final int MINIMUM = 4;
  static final int MAXIMUM = 8;

  private static byte[] bytes = {};
  private static double[] doubles = {};

  private Work() {}

  /** A record of mixed components. */
  record Reading(int station, long millis, double celsius, String unit) {}

  @Parallel
  static int square(int number) {
    return number * number;
  }

  @Parallel
  static int howManyWithinRange(int[] row, int minimum, int maximum) {
    int count = 0;
    for (int value : row) {
      if (minimum <= value && value <= maximum) {
        count++;
      }
    }
    return count;
  }

  @Parallel
  static int howManyFrom4To8(int[] row) {
    return howManyWithinRange(row, MINIMUM, MAXIMUM);
  }

  @Parallel
  static int[] echoInts(int[] values) {
    return values;
  }

  @Parallel
  static Reading echoReading(Reading reading) {
    return reading;
  }

  @Parallel
  static List<Integer> echoList(List<Integer> values) {
    return values;
  }

  @Parallel
  static byte[] echoBytes(byte[] bytes) {
    return bytes;
  }

  @Parallel
  static int lengthOf(byte[] bytes) {
    return bytes.length;
  }

  @Parallel
  static int lengthOf(double[] doubles) {
    return doubles.length;
  }

  /** An array that exists already: to make one is not to be measured. */
  @Parallel
  static byte[] bytes(int size) {
    if (bytes.length != size) {
      bytes = new byte[size];
      Arrays.fill(bytes, (byte) 7);
    }
    return bytes;
  }

  /** An array that exists already. */
  @Parallel
  static double[] doubles(int length) {
    if (doubles.length != length) {
      doubles = new double[length];
      Arrays.fill(doubles, 0.7);
    }
    return doubles;
  }

  /** Keeps a processor busy. Each round needs the one before, so nothing can be left out. */
  @Parallel
  static long churn(int rounds) {
    long value = rounds;
    for (int i = 0; i < rounds; i++) {
      value = value * 6364136223846793005L + 1442695040888963407L;
      value ^= value >>> 29;
    }
    return value;
  }
}
