package dev.brood.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Measures how fast Brood is, beside plain Java in one process and Python's process pools, and
 * prints what came out beside what is wanted, as Markdown. All ways to do the same work take turns
 * in one run, several times. Take the ratios: times are those of one machine at one moment.
 *
 * <p>With {@code --quick} everything runs once, on less data and without warm-up: it shows that the
 * benchmark works, and nothing about speed.
 */
public final class Goals {
  static final List<Row> ROWS =
      List.of(
          new BlockingCall(),
          new ManyCallers(),
          new TinyCalls(),
          new SeedWorkload(),
          new LargeValues(),
          new Start(),
          new CpuBound(),
          new Idle(),
          new StreamMemory(),
          new Scaling(),
          new CompileTime(),
          new OneCpu(),
          new Crossover());

  private Goals() {}

  /**
   * Measures and prints. Ends with exit code 1 if a row could not be measured although the machine
   * has what it needs, and with 2 if the arguments are wrong. How fast anything was does not
   * matter.
   *
   * @param arguments {@code --help} lists what they may be
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.usage(ROWS));
      return;
    }
    Options options;
    try {
      options = Options.parse(ROWS, arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.usage(ROWS));
      System.exit(2);
      return;
    }
    // Whatever the locale says: this is to be pasted into a file.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (!run(options, new Report(out)).isEmpty()) {
      System.exit(1);
    }
  }

  /** Runs all rows, and returns the names of those that have failed. */
  static List<String> run(Options options, Report report) throws IOException, InterruptedException {
    Plan plan = options.plan();
    String machine =
        Machine.describe() + "; " + Pythons.version(plan) + ".\n" + plan.describe() + ".";
    report.text(machine);
    for (Row row : options.rows()) {
      report.begin(row);
      long begin = System.nanoTime();
      try {
        row.measure(plan, report);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        report.failed(e);
      }
      report.text("Took " + Units.duration((double) (System.nanoTime() - begin)) + ".");
    }
    report.summary(machine);
    return report.failedRows();
  }
}
