package dev.brood.benchmark;

import static dev.brood.benchmark.Work.MAXIMUM;
import static dev.brood.benchmark.Work.MINIMUM;

import dev.brood.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** How many digits of each row lie within a range, in each way. */
final class RangeCounts {
  private RangeCounts() {}

  static List<Integer> map(Pool pool, int[][] rows) {
    return pool.map(rows, WorkParallel::howManyFrom4To8);
  }

  static List<Integer> mapWithBoundArguments(Pool pool, int[][] rows) {
    return pool.map(rows, row -> WorkParallel.howManyWithinRange(row, MINIMUM, MAXIMUM));
  }

  static List<Integer> serial(int[][] rows) {
    List<Integer> counts = new ArrayList<>();
    for (int[] row : rows) {
      counts.add(Work.howManyWithinRange(row, MINIMUM, MAXIMUM));
    }
    return counts;
  }

  static List<Integer> parallelStream(int[][] rows) {
    return Arrays.stream(rows)
        .parallel()
        .map(row -> Work.howManyWithinRange(row, MINIMUM, MAXIMUM))
        .toList();
  }

  static List<Integer> submit(ExecutorService executor, int[][] rows)
      throws ExecutionException, InterruptedException {
    List<Future<Integer>> futures = new ArrayList<>();
    for (int[] row : rows) {
      futures.add(executor.submit(() -> Work.howManyWithinRange(row, MINIMUM, MAXIMUM)));
    }
    List<Integer> counts = new ArrayList<>();
    for (Future<Integer> future : futures) {
      counts.add(future.get());
    }
    return counts;
  }
}
