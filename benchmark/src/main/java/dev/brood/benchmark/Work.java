package dev.brood.benchmark;

import dev.brood.Parallel;
import java.util.List;

/** What the benchmarks have done in workers: next to nothing, so that only the way there counts. */
final class Work {
  static final int MINIMUM = 4;
  static final int MAXIMUM = 8;

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
}
