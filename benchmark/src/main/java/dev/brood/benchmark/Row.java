package dev.brood.benchmark;

/** One row of the goal table. */
interface Row {
  /** What it is called on the command line. */
  String name();

  /** What is measured, in words. */
  String title();

  /** Measures, and reports goals and whatever lies behind them. */
  void measure(Plan plan, Report report) throws Exception;
}
