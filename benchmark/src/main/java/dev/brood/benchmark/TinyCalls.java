package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.List;

/** Very many calls that do next to nothing. */
final class TinyCalls implements Row {
  private static final String BROOD = "Brood, map of numbers";
  private static final String SUBMIT = "Java, ThreadPoolExecutor.submit() of each";
  private static final String MAP = "Python, Pool.map, chunks of its choice";
  private static final int CHUNK = 1_000;

  /** Single calls to Python's processes would take minutes; so many tell as well. */
  private static final int FEWER = 50;

  @Override
  public String name() {
    return "tiny-calls";
  }

  @Override
  public String title() {
    return "many tiny calls: squares";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    int count = plan.numbers();
    List<Integer> numbers = Inputs.numbers(count);
    List<Integer> expected = Squares.serial(numbers);
    try (Pool pool = Pool.start(Plan.WORKERS);
        InProcess inProcess = new InProcess();
        Pythons python = new Pythons(plan)) {
      Contest contest = new Contest(plan);
      contest.way(BROOD, Turn.together(count, expected, () -> Squares.mapRange(pool, count)));
      contest.way(
          "Brood, map of a list", Turn.together(count, expected, () -> Squares.map(pool, numbers)));
      contest.way("Java, serial", Turn.together(count, expected, () -> Squares.serial(numbers)));
      contest.way(
          "Java, parallel stream",
          Turn.together(
              count, expected, inProcess.streaming(() -> Squares.parallelStream(numbers))));
      contest.way(
          SUBMIT,
          Turn.together(count, expected, () -> Squares.submit(inProcess.threads(), numbers)));
      python.enterOnce(contest, "Python, serial", "squares", count);
      python.enter(contest, MAP, "map_squares", count, 0);
      python.enter(contest, "Python, Pool.map, chunksize=1", "map_squares", count / FEWER, 1);
      python.enter(
          contest,
          "Python, ProcessPoolExecutor.map, chunksize=" + CHUNK,
          "executor_squares",
          count,
          CHUNK);
      report(count, contest.run(), report);
    }
  }

  private static void report(int count, Results results, Report report) {
    report.text(Units.count(count) + " calls in one map.\n");
    report.table(results.callsTogether());
    report.goal(Goal.atLeast("calls", results.rate(BROOD), 10e6, Units::rate));
    report.goal(
        Goal.atLeast(
            MAP + ", beside it",
            results.ratioOfFastest(results.beginning(MAP), BROOD),
            3,
            Units::factor));
    report.goal(
        Goal.atLeast(SUBMIT + ", beside it", results.ratio(SUBMIT, BROOD), 3, Units::factor));
  }
}
