package dev.brood.benchmark;

import dev.brood.Pool;

/** How soon a pool answers that has just been started. */
final class Start implements Row {
  private static final String WARM = "Brood, Pool.start";
  private static final String COLD = "Brood, from main of a fresh JVM";
  private static final String PYTHON_WARM = "Python, Pool";
  private static final String PYTHON_COLD = "Python, from the script's first line";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String title() {
    return "a pool of " + Plan.WORKERS + ", from its start to its first result";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    try (Pythons python = new Pythons(plan)) {
      Contest contest = new Contest(plan);
      contest.way(
          WARM, atLeast -> Sample.of((double) FreshJvm.nanosToFirstResult(System.nanoTime())));
      python.enter(contest, PYTHON_WARM, "start");
      contest.way(COLD, Launch.asItTells(Launch.java(FreshJvm.class, FreshJvm.START)));
      contest.way(
          "Brood, from the launch of that JVM",
          Launch.upToItsLine(Launch.java(FreshJvm.class, FreshJvm.START)));
      python.enterCold(contest, PYTHON_COLD, "Python, from the launch of its interpreter");
      report(contest, report);
    }
  }

  private static void report(Contest contest, Report report) throws Exception {
    // The classes of this side are loaded by a start that does not count.
    try (Pool pool = Pool.start(Plan.WORKERS)) {
      WorkParallel.blocking(pool).square(3);
    }
    Results results = contest.runCold();
    report.table(results.times());
    report.goal(
        Goal.atMost(
            "from a warm parent, beside Python, spawn",
            results.ratio(WARM, PYTHON_WARM + " (spawn)"),
            1,
            Units::factor));
    report.goal(
        Goal.atMost(
            "from a cold parent, beside Python, spawn",
            results.ratio(COLD, PYTHON_COLD + " (spawn)"),
            2,
            Units::factor));
  }
}
