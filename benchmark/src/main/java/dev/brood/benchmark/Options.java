package dev.brood.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param plan how much is to be measured
 * @param rows which rows are
 */
record Options(Plan plan, List<Row> rows) {

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it cannot be understood, with words for whoever wrote it
   */
  static Options parse(List<Row> rows, String... arguments) {
    Plan plan = Plan.USUAL;
    List<Row> chosen = rows;
    // Sizes first: what else is said changes them, whatever the order.
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    if (rest.remove("--quick")) {
      plan = Plan.QUICK;
    } else if (rest.remove("--full")) {
      plan = Plan.FULL;
    }
    for (Iterator<String> words = rest.iterator(); words.hasNext(); ) {
      String word = words.next();
      switch (word) {
        case "--only" -> chosen = choose(rows, valueOf(word, words));
        case "--rounds" -> plan = plan.withRounds(positive(word, valueOf(word, words)));
        case "--python" -> plan = plan.withPython(valueOf(word, words));
        default -> throw new IllegalArgumentException("unknown: " + word);
      }
    }
    return new Options(plan, chosen);
  }

  static String usage(List<Row> rows) {
    StringBuilder usage =
        new StringBuilder(
            """
            Usage: java -cp benchmarks.jar dev.brood.benchmark.Goals [options]
              --quick           little of everything, without warming up: shows that it works
              --full            up to a hundred million calls, and more time for everything
              --only row,...    only these rows
              --rounds n        how often each way has its turn
              --python command  another Python than python3
            Rows:
            """);
    rows.forEach(row -> usage.append(String.format("  %-16s  %s%n", row.name(), row.title())));
    return usage.toString();
  }

  private static String valueOf(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return words.next();
  }

  private static int positive(String option, String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(option + " needs a number, not " + value);
    }
    return Integer.parseInt(value);
  }

  private static List<Row> choose(List<Row> rows, String names) {
    return Arrays.stream(names.split(",", -1)).map(name -> named(name, rows)).toList();
  }

  private static Row named(String name, List<Row> rows) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row " + name));
  }
}
