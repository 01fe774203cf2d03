package dev.brood.example.rangecount;

import static dev.brood.example.rangecount.Ranges.MAXIMUM;
import static dev.brood.example.rangecount.Ranges.MINIMUM;

import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Every way to count all rows. Each returns the counts in the order of the rows. */
final class Ways {
  private Ways() {}

  /** A loop: what everything else has to beat. */
  static List<Integer> serial(int[][] rows) {
    List<Integer> counts = new ArrayList<>();
    for (int[] row : rows) {
      counts.add(Ranges.howManyWithinRange(row, MINIMUM, MAXIMUM));
    }
    return counts;
  }

  /** Threads of this JVM: nothing has to be copied. */
  static List<Integer> parallelStream(int[][] rows) {
    return Arrays.stream(rows)
        .parallel()
        .map(row -> Ranges.howManyWithinRange(row, MINIMUM, MAXIMUM))
        .toList();
  }

  /** Calls that wait: each has to travel there and back before the next one starts. */
  static List<Integer> blockingCalls(Pool pool, int[][] rows) {
    RangesParallel.Blocking ranges = RangesParallel.blocking(pool);
    List<Integer> counts = new ArrayList<>();
    for (int[] row : rows) {
      counts.add(ranges.howManyWithinRange(row, MINIMUM, MAXIMUM));
    }
    return counts;
  }

  /** One parameter: the method itself names the call. */
  static List<Integer> map(Pool pool, int[][] rows) {
    return pool.map(rows, RangesParallel::howManyFrom4To8);
  }

  /**
   * Several parameters: a lambda binds the others. It runs here and only describes the call, so it
   * may use anything in reach.
   */
  static List<Integer> mapWithBoundArguments(Pool pool, int[][] rows) {
    return pool.map(rows, row -> RangesParallel.howManyWithinRange(row, MINIMUM, MAXIMUM));
  }

  /** As map, but one failure would not end the others: each call has an outcome of its own. */
  static List<Integer> outcomes(Pool pool, int[][] rows) {
    return pool.outcomes(Calls.of(rows, RangesParallel::howManyFrom4To8)).stream()
        .map(Outcome::get)
        .toList();
  }

  /** Results as they are wanted, in order: of any number of rows only a few are under way. */
  static List<Integer> stream(Pool pool, int[][] rows) {
    return pool.stream(rows, RangesParallel::howManyFrom4To8).toList();
  }

  /** One future for all results. */
  static List<Integer> mapAsync(Pool pool, int[][] rows) {
    return pool.mapAsync(Calls.of(rows, RangesParallel::howManyFrom4To8)).join();
  }

  /** All calls first, then all results. Each call costs a future that somebody has to complete. */
  static List<Integer> futures(Pool pool, int[][] rows) {
    RangesParallel.Async ranges = RangesParallel.on(pool);
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int[] row : rows) {
      tasks.add(ranges.howManyWithinRange(row, MINIMUM, MAXIMUM));
    }
    List<Integer> counts = new ArrayList<>();
    for (Task<Integer> task : tasks) {
      counts.add(task.join());
    }
    return counts;
  }

  /**
   * Results are taken as they come, in any order and on several threads; each has a place of its
   * own, so that the order of the rows is kept.
   */
  static List<Integer> callbacks(Pool pool, int[][] rows) {
    RangesParallel.Async ranges = RangesParallel.on(pool);
    Integer[] counts = new Integer[rows.length];
    CompletableFuture<?>[] stored = new CompletableFuture<?>[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int place = i;
      stored[i] =
          ranges
              .howManyWithinRange(rows[i], MINIMUM, MAXIMUM)
              .thenAccept(count -> counts[place] = count);
    }
    CompletableFuture.allOf(stored).join();
    return Arrays.asList(counts);
  }
}
