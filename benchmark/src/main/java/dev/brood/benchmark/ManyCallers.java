package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.List;

/** More callers and workers than processors, all of which want to run at once. */
final class ManyCallers implements Row {
  private static final List<Integer> CALLERS = List.of(2, 8, 64);

  @Override
  public String name() {
    return "many-callers";
  }

  @Override
  public String title() {
    return "blocking calls of several callers at once";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    try (Pool pool = Pool.start(Plan.WORKERS);
        InProcess inProcess = new InProcess()) {
      WorkParallel.Blocking workers = WorkParallel.blocking(pool);
      Contest contest = new Contest(plan);
      for (int callers : CALLERS) {
        contest.way(brood(callers), new Callers(callers, () -> workers.square(3)));
      }
      for (int callers : CALLERS) {
        contest.way(
            "Java, ThreadPoolExecutor, " + callers + " callers",
            new Callers(callers, () -> inProcess.threads().submit(() -> Work.square(3)).get()));
      }
      report(contest.run(), report);
    }
  }

  private static String brood(int callers) {
    return "Brood, " + callers + " callers";
  }

  private static void report(Results results, Report report) {
    report.table(results.callsOneByOne());
    report.goal(
        Goal.atMost(
            "2 callers, median of a call",
            results.time(brood(2), Sample::typical),
            15_000,
            Units::duration));
    for (int callers : CALLERS) {
      report.goal(
          Goal.atMost(
              callers + " callers, time for each call",
              results.time(brood(callers), Sample::each),
              15_000,
              Units::duration));
    }
    double rate = results.rate(brood(2)).value();
    report.goal(
        Goal.atLeast(
            "calls/s of 64 callers, of those of 2",
            results.rate(brood(64)).map(of64 -> of64 / rate),
            0.5,
            Units::factor));
  }
}
