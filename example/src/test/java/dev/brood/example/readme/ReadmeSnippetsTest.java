package dev.brood.example.readme;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs what the README shows. {@link ReadmeTest} sees to it that the README shows the same. */
class ReadmeSnippetsTest {
  private final int[] row = {1, 4, 8, 9};
  private final List<int[]> rows = List.of(row, new int[] {5, 5, 5, 0}, new int[0]);
  private final List<String> reports = new ArrayList<>();

  @AfterEach
  void noWorkerIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void calls() throws Exception {
    // region calls
    try (Pool pool = Pool.start()) { // child JVMs, one for each CPU

      // one call: a typed proxy, the same names and parameters, a future back
      RangesParallel.Async ranges = RangesParallel.on(pool);
      Task<Integer> task = ranges.howManyWithinRange(row, 4, 8);
      int count = task.get(10, SECONDS);

      // many calls: the lambda runs here and describes the call for one input
      List<Integer> counts = pool.map(rows, each -> RangesParallel.howManyWithinRange(each, 4, 8));

      // the method's own signature, running elsewhere
      int again = RangesParallel.blocking(pool).howManyWithinRange(row, 4, 8);
      assertThat(count).isEqualTo(2); // not shown
      assertThat(counts).containsExactly(2, 3, 0); // not shown
      assertThat(again).isEqualTo(2); // not shown
    }
    // endregion
  }

  @Test
  void errors() {
    try (Pool pool = Pool.start(1)) {
      divide(pool, 42, 2);
      divide(pool, 42, 0);
      divide(pool, 42, Library.DEADLY);
      divide(pool, 42, 3);
    }
    assertThat(reports).containsExactly("21", "/ by zero", "HALT, exit code 99", "14");
  }

  private void divide(Pool pool, int dividend, int divisor) {
    // region errors
    LibraryParallel.Blocking library = LibraryParallel.blocking(pool);
    try {
      report(library.divide(dividend, divisor));
    } catch (ArithmeticException e) { // what the method threw, with the worker's stack
      report(e.getMessage());
    } catch (WorkerCrashedException e) { // its process died: this call is lost, the pool goes on
      report(e.end().kind() + ", exit code " + e.exitCode().orElse(-1));
    }
    // endregion
  }

  private void report(Object what) {
    reports.add(what.toString());
  }

  @Test
  void records() {
    try (Pool pool = Pool.start(1)) {
      assertThat(
              WeatherParallel.blocking(pool)
                  .extremes(new Weather.Readings("Zugspitze", List.of(-3.5, 1.0, -12.25))))
          .isEqualTo(new Weather.Extremes("Zugspitze", -12.25, 1.0));
    }
  }

  @Test
  void services() {
    try (Pool pool = Pool.start(2)) {
      // region services
      DictionaryParallel.Instance service = new DictionaryParallel.Instance("jqxz", 8);

      Words words = DictionaryParallel.blocking(pool, service); // callers see no difference
      int score = words.score("jazz");

      List<Integer> scores =
          pool.map(List.of("quiz", "tree"), word -> DictionaryParallel.score(service, word));
      // endregion
      assertThat(score).isEqualTo(25);
      assertThat(scores).containsExactly(18, 4);
    }
  }

  // region inline
  @Test
  void countsWithinRange() {
    try (Pool pool = Pool.inline()) { // no processes, the same codecs
      RangesParallel.Blocking ranges = RangesParallel.blocking(pool);

      assertThat(ranges.howManyWithinRange(new int[] {3, 4, 8, 9}, 4, 8)).isEqualTo(2);
    }
  }
  // endregion
}
