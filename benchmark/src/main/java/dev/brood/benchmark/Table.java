package dev.brood.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the results. Times are compared with that of the first line of their group. */
final class Table {
  private static final String LINE = "  %-44s %12s %14s %10s%n";

  private final PrintStream out;
  private int calls;
  private double baselineNanos;

  Table(PrintStream out) {
    this.out = out;
  }

  /** Begins a group of lines about the same work, and names what each is compared with. */
  void group(String title, int calls) {
    this.calls = calls;
    baselineNanos = 0;
    out.println();
    out.println(title);
    out.printf(LINE, "", "median", "calls/s", "x first");
  }

  /** A line: the time of all the group's calls together. */
  void line(String way, double nanos) {
    if (baselineNanos == 0) {
      baselineNanos = nanos;
    }
    out.printf(
        LINE,
        way,
        duration(nanos),
        String.format(Locale.ROOT, "%,.0f", calls * 1e9 / nanos),
        String.format(Locale.ROOT, "%.3f", nanos / baselineNanos));
  }

  /** A line without a time. */
  void notMeasured(String way, String reason) {
    out.printf("  %-44s not measured: %s%n", way, reason);
  }

  private static String duration(double nanos) {
    if (nanos < 1e6) {
      return String.format(Locale.ROOT, "%.2f us", nanos / 1e3);
    }
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
