package dev.brood.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The same calls where a parent and its workers share a single processor: none may spin for ever.
 */
final class OneCpu implements Row {
  private static final int MANY = 2;
  private static final int TINY_CALLS = 100_000;
  private static final double TIMES_AS_MUCH = 3;

  /** So much longer than elsewhere: on one processor the compiler takes turns with the calls. */
  private static final int WARM_UPS = 5;

  @Override
  public String name() {
    return "one-cpu";
  }

  @Override
  public String title() {
    return "tiny and blocking calls on one processor and on " + MANY;
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    String reason = reason();
    if (!reason.isEmpty()) {
      report.notRun(reason);
      return;
    }
    List<Integer> cpus = Proc.allowedCpus();
    List<double[]> one = new ArrayList<>();
    List<double[]> many = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      one.add(calls(plan, cpus.subList(0, 1)));
      many.add(calls(plan, cpus.subList(0, MANY)));
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of("", "1 CPU", MANY + " CPUs", "calls/s for each CPU, of " + MANY + " beside 1"));
    report(0, "tiny calls, by map", one, many, lines, report);
    report(1, "blocking calls of one caller", one, many, lines, report);
    report.table(lines);
  }

  private static String reason() throws IOException, InterruptedException {
    if (!Proc.reason().isEmpty()) {
      return Proc.reason();
    }
    if (Proc.allowedCpus().size() < MANY) {
      return "there is only one processor";
    }
    try {
      Process taskset = new ProcessBuilder("taskset", "-V").start();
      taskset.waitFor();
      return "";
    } catch (IOException e) {
      return "no taskset";
    }
  }

  /** The nanoseconds of each kind of call, in a JVM that has these processors alone. */
  private static double[] calls(Plan plan, List<Integer> cpus) throws Exception {
    List<String> command = new ArrayList<>(List.of("taskset", "-c"));
    command.add(String.join(",", cpus.stream().map(Object::toString).toList()));
    command.addAll(
        Launch.java(
            FreshJvm.class,
            FreshJvm.CALLS,
            Math.min(plan.numbers(), TINY_CALLS),
            WARM_UPS * plan.warmUp().toMillis(),
            plan.turn().toMillis()));
    String[] figures = Launch.of(command).line().split(" ", -1);
    return new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])};
  }

  private static void report(
      int kind,
      String name,
      List<double[]> one,
      List<double[]> many,
      List<List<String>> lines,
      Report report) {
    double nanosOfOne = median(one, kind);
    double nanosOfMany = median(many, kind);
    double[] ratios = new double[one.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = one.get(round)[kind] / many.get(round)[kind] / MANY;
    }
    double ratio = Sample.median(ratios);
    lines.add(
        List.of(
            name,
            Units.duration(nanosOfOne) + ", " + Units.rate(1e9 / nanosOfOne),
            Units.duration(nanosOfMany) + ", " + Units.rate(1e9 / nanosOfMany),
            Units.factor(ratio)));
    report.goal(
        Goal.atMost(
            name + ": calls/s for each CPU, of " + MANY + " beside 1",
            Figure.of(ratio),
            TIMES_AS_MUCH,
            Units::factor));
  }

  private static double median(List<double[]> rounds, int kind) {
    return Sample.median(rounds.stream().mapToDouble(figures -> figures[kind]).toArray());
  }
}
