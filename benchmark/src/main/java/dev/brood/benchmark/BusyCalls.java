package dev.brood.benchmark;

import dev.brood.Pool;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Calls that keep a processor busy, each for the same time.
 *
 * @param nanos for how long
 * @param rounds what has to be done for that
 * @param count how many calls
 */
record BusyCalls(long nanos, int rounds, int count) {
  static final String BROOD = "Brood, map";
  static final String SERIAL = "Java, serial";
  static final String STREAM = "Java, parallel stream";
  static final String PYTHON = "Python, Pool.map";

  /** All workers get some, however long they are. */
  private static final int LEAST = 4 * Plan.WORKERS;

  private static final int TRIALS = 50;
  private static final int ROUNDS_OF_A_TRIAL = 1_000_000;

  /** As many as fill the time of a run. */
  static BusyCalls lasting(Duration each, Plan plan) {
    long nanos = each.toNanos();
    int rounds = (int) Math.max(1, nanos / nanosPerRound());
    return new BusyCalls(nanos, rounds, (int) Math.max(LEAST, plan.busy().toNanos() / nanos));
  }

  /** The best of many trials: any other has been disturbed, or was not compiled yet. */
  private static double nanosPerRound() {
    double best = Double.MAX_VALUE;
    for (int trial = 0; trial < TRIALS; trial++) {
      long begin = System.nanoTime();
      long value = Work.churn(ROUNDS_OF_A_TRIAL);
      double nanos = System.nanoTime() - begin;
      best = value == 0 ? best : Math.min(best, nanos / ROUNDS_OF_A_TRIAL);
    }
    return best;
  }

  /** All ways to do them. Python's rounds are its own, but take the same time. */
  Contest contest(Plan plan, Pool pool, InProcess inProcess, Pythons python) {
    List<Integer> inputs = Collections.nCopies(count, rounds);
    List<Long> expected = Collections.nCopies(count, Work.churn(rounds));
    Contest contest = new Contest(plan);
    contest.way(BROOD, Turn.together(count, expected, () -> pool.map(inputs, WorkParallel::churn)));
    contest.way(
        SERIAL, Turn.together(count, expected, () -> inputs.stream().map(Work::churn).toList()));
    contest.way(
        STREAM,
        Turn.together(
            count,
            expected,
            inProcess.streaming(() -> inputs.parallelStream().map(Work::churn).toList())));
    python.enter(contest, PYTHON, "map_churn", nanos, count);
    return contest;
  }
}
