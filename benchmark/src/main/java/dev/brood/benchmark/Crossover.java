package dev.brood.benchmark;

import dev.brood.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long calls must be before it pays to send them to another process. */
final class Crossover implements Row {
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofNanos(1_000),
          Duration.ofNanos(10_000),
          Duration.ofNanos(100_000),
          Duration.ofMillis(1),
          Duration.ofMillis(10));

  @Override
  public String name() {
    return "crossover";
  }

  @Override
  public String title() {
    return "which way is the fastest for calls of which length";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    List<List<String>> lines = new ArrayList<>();
    try (Pool pool = Pool.start(Plan.WORKERS);
        InProcess inProcess = new InProcess();
        Pythons python = new Pythons(plan)) {
      for (Duration length : LENGTHS) {
        BusyCalls calls = BusyCalls.lasting(length, plan);
        Results results = calls.contest(plan, pool, inProcess, python).run();
        if (lines.isEmpty()) {
          lines.add(heading(results));
        }
        String name = Units.duration((double) length.toNanos());
        String fastest = fastest(results);
        lines.add(line(name, results, fastest));
        report.goal(
            Goal.none(
                "calls of " + name + ": the fastest way, and Brood beside serial Java",
                fastest
                    + "; "
                    + results.ratio(BusyCalls.BROOD, BusyCalls.SERIAL).inWords(Units::factor)));
      }
    }
    report.text("The time of each way, divided by its calls.\n");
    report.table(lines);
  }

  private static List<String> heading(Results results) {
    List<String> heading = new ArrayList<>();
    heading.add("a call of");
    heading.addAll(results.names());
    heading.add("the fastest");
    return heading;
  }

  private static List<String> line(String name, Results results, String fastest) {
    List<String> line = new ArrayList<>();
    line.add(name);
    for (String way : results.names()) {
      line.add(results.time(way, Sample::each).inWords(Units::duration));
    }
    line.add(fastest);
    return line;
  }

  private static String fastest(Results results) {
    return results.names().stream()
        .filter(results::has)
        .min(Comparator.comparingDouble(way -> results.of(way).each()))
        .orElseThrow();
  }
}
