package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.List;

/** Single values of many bytes, one way or the other. */
final class LargeValues implements Row {
  private static final List<String> BROOD =
      List.of(
          "Brood, byte[] as argument",
          "Brood, byte[] as result",
          "Brood, double[] as argument",
          "Brood, double[] as result");

  @Override
  public String name() {
    return "large-values";
  }

  @Override
  public String title() {
    return "large arrays, warm";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    int size = plan.bytes();
    int length = size / Double.BYTES;
    byte[] bytes = Work.bytes(size);
    double[] doubles = Work.doubles(length);
    byte[] copy = new byte[size];
    try (Pool pool = Pool.start(Plan.WORKERS);
        Pythons python = new Pythons(plan)) {
      WorkParallel.Blocking workers = WorkParallel.blocking(pool);
      Contest contest = new Contest(plan);
      contest.way(BROOD.get(0), Turn.together(1, size, () -> workers.lengthOf(bytes)));
      contest.way(BROOD.get(1), Turn.together(1, size, () -> workers.bytes(size).length));
      contest.way(BROOD.get(2), Turn.together(1, length, () -> workers.lengthOf(doubles)));
      contest.way(BROOD.get(3), Turn.together(1, length, () -> workers.doubles(length).length));
      contest.way(
          "Java, one copy of a byte[] within memory",
          Turn.together(
              1,
              size,
              () -> {
                System.arraycopy(bytes, 0, copy, 0, size);
                return copy.length;
              }));
      python.enter(contest, "Python, bytes as argument", "bytes_argument", size);
      python.enter(contest, "Python, bytes as result", "bytes_result", size);
      python.enter(contest, "Python, array('d') as argument", "doubles_argument", size);
      python.enter(contest, "Python, array('d') as result", "doubles_result", size);
      report(size, contest.run(), report);
    }
  }

  private static void report(int size, Results results, Report report) {
    report.text(Units.mebibytes(size) + " each.\n");
    report.table(
        results.times(
            new Results.Column(
                "throughput",
                way -> throughput(results, size, way).inWords(Units::gigabytesPerSecond))));
    for (String way : BROOD) {
      report.goal(
          Goal.atLeast(way, throughput(results, size, way), 4e9, Units::gigabytesPerSecond));
    }
  }

  private static Figure throughput(Results results, int size, String way) {
    return results.rate(way).map(perSecond -> perSecond * size);
  }
}
