package dev.brood.benchmark;

import dev.brood.Pool;

/** One caller that waits for one call after the other. */
final class BlockingCall implements Row {
  private static final String BROOD = "Brood, blocking call";
  private static final String THREADS = "Java, ThreadPoolExecutor.submit().get()";
  private static final String APPLY = "Python, Pool.apply";

  @Override
  public String name() {
    return "blocking-call";
  }

  @Override
  public String title() {
    return "one blocking call, warm, one caller";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    try (Pool pool = Pool.start(Plan.WORKERS);
        Pool inline = Pool.inline();
        InProcess inProcess = new InProcess();
        Pythons python = new Pythons(plan)) {
      WorkParallel.Blocking workers = WorkParallel.blocking(pool);
      WorkParallel.Blocking here = WorkParallel.blocking(inline);
      Contest contest = new Contest(plan);
      contest.way(BROOD, Turn.each(() -> workers.square(3)));
      contest.way("Brood, inline: the codecs alone", Turn.each(() -> here.square(3)));
      contest.way("A word handed to a spinning thread and back", new BareHandOver());
      contest.way(THREADS, Turn.each(() -> inProcess.threads().submit(() -> Work.square(3)).get()));
      python.enter(contest, APPLY, "apply");
      python.enter(contest, "Python, ProcessPoolExecutor.submit().result()", "submit");
      report(contest.run(), report);
    }
  }

  private static void report(Results results, Report report) {
    report.table(results.callsOneByOne());
    report.goal(
        Goal.atMost("median", results.time(BROOD, Sample::typical), 1_000, Units::duration));
    report.goal(
        Goal.none("99th percentile", results.time(BROOD, Sample::p99).inWords(Units::duration)));
    // "Far below" a hand-over, says the goal; an order of magnitude is far.
    report.goal(
        Goal.atLeast(THREADS + ", beside it", results.ratio(THREADS, BROOD), 10, Units::factor));
    report.goal(
        Goal.atLeast(
            APPLY + ", beside it",
            results.ratioOfFastest(results.beginning(APPLY), BROOD),
            500,
            Units::factor));
  }
}
