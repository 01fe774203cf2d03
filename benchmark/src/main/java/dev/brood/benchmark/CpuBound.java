package dev.brood.benchmark;

import dev.brood.Pool;
import java.time.Duration;

/** Calls that take their time, where the way to a worker should not matter any more. */
final class CpuBound implements Row {
  private static final Duration CALL = Duration.ofMillis(10);

  @Override
  public String name() {
    return "cpu-bound";
  }

  @Override
  public String title() {
    return "calls that keep a processor busy for " + CALL.toMillis() + " ms";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    try (Pool pool = Pool.start(Plan.WORKERS);
        InProcess inProcess = new InProcess();
        Pythons python = new Pythons(plan)) {
      Results results = BusyCalls.lasting(CALL, plan).contest(plan, pool, inProcess, python).run();
      report.table(results.callsTogether());
      report.goal(
          Goal.atLeast(
              "calls/s, of those of a parallel stream",
              results.ratio(BusyCalls.STREAM, BusyCalls.BROOD),
              0.97,
              Units::percent));
    }
  }
}
