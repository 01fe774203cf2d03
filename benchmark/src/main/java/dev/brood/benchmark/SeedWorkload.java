package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.List;

/** The work that Brood began with: how many of five digits lie in a range, for very many rows. */
final class SeedWorkload implements Row {
  private static final String BROOD = "Brood, map";
  private static final String SERIAL = "Java, serial";
  private static final String MAP = "Python, Pool.map";
  private static final String STARMAP = "Python, Pool.starmap";

  @Override
  public String name() {
    return "seed-workload";
  }

  @Override
  public String title() {
    return "the digits within a range, row by row";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    int count = plan.rows();
    int[][] rows = Inputs.digits(count);
    List<Integer> expected = RangeCounts.serial(rows);
    try (Pool pool = Pool.start(Plan.WORKERS);
        InProcess inProcess = new InProcess();
        Pythons python = new Pythons(plan)) {
      Contest contest = new Contest(plan);
      contest.way(BROOD, Turn.together(count, expected, () -> RangeCounts.map(pool, rows)));
      contest.way(
          "Brood, map with bound arguments",
          Turn.together(count, expected, () -> RangeCounts.mapWithBoundArguments(pool, rows)));
      contest.way(SERIAL, Turn.together(count, expected, () -> RangeCounts.serial(rows)));
      contest.way(
          "Java, parallel stream",
          Turn.together(
              count, expected, inProcess.streaming(() -> RangeCounts.parallelStream(rows))));
      contest.way(
          "Java, ThreadPoolExecutor.submit() of each",
          Turn.together(count, expected, () -> RangeCounts.submit(inProcess.threads(), rows)));
      python.enterOnce(contest, "Python, serial", "count", count);
      python.enter(contest, MAP, "map_count", count);
      python.enter(contest, STARMAP, "starmap_count", count);
      report(count, contest.run(), report);
    }
  }

  private static void report(int count, Results results, Report report) {
    report.text(Units.count(count) + " rows of five digits; each is a call.\n");
    report.table(results.callsTogether());
    report.goal(
        Goal.none(
            "all rows, by map",
            results
                .time(BROOD, Sample::each)
                .map(nanos -> nanos * count)
                .inWords(Units::duration)));
    report.goal(
        Goal.atLeast(
            MAP + ", beside it",
            results.ratioOfFastest(results.beginning(MAP), BROOD),
            10,
            Units::factor));
    report.goal(
        Goal.atLeast(
            STARMAP + ", beside it",
            results.ratioOfFastest(results.beginning(STARMAP), BROOD),
            20,
            Units::factor));
    report.goal(
        Goal.atMost("map, beside serial Java", results.ratio(BROOD, SERIAL), 2, Units::factor));
  }
}
