package dev.brood.benchmark;

import dev.brood.Pool;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Prints one table: the same work by Brood, by plain Java in one process and by Python's process
 * pools, one after the other in one run. Take the ratios: the times are those of one machine at one
 * moment.
 *
 * <p>With {@code --quick} everything runs once, on less data and without warm-up: it shows that the
 * benchmark works, and nothing about speed.
 */
public final class Compare {
  private final Plan plan;
  private final Python python;
  private final Table table;
  private final int[][] rows;
  private final List<Integer> numbers;

  private Compare(Plan plan, Python python, PrintStream out) {
    this.plan = plan;
    this.python = python;
    this.table = new Table(out);
    this.rows = Inputs.digits(plan.rows());
    this.numbers = Inputs.numbers(plan.numbers());
  }

  /**
   * Measures and prints.
   *
   * @param arguments {@code --quick} or nothing
   */
  public static void main(String... arguments) throws Exception {
    boolean quick = List.of(arguments).equals(List.of("--quick"));
    if (arguments.length > 0 && !quick) {
      System.err.println(
          "Usage: java -cp benchmarks.jar " + Compare.class.getName() + " [--quick]");
      System.exit(2);
    }
    Plan plan = quick ? Plan.QUICK : Plan.FULL;
    PrintStream out = System.out;
    out.println("Measuring Python ...");
    Python python = Python.measure(plan);
    out.println(Machine.describe());
    out.println(python.reason().isEmpty() ? python.version() : "Python: " + python.reason());
    out.printf(
        "%d workers or threads; %s; \"x first\": times as long as the group's first line%n",
        Plan.WORKERS, plan.describe());
    new Compare(plan, python, out).run();
  }

  private void run() throws Exception {
    start();
    ExecutorService threads = Executors.newFixedThreadPool(Plan.WORKERS);
    try (Pool pool = Pool.start(Plan.WORKERS);
        Pool inline = Pool.inline()) {
      roundTrip(pool, inline, threads);
      rangeCount(pool, threads);
      squares(pool, threads);
    } finally {
      threads.shutdown();
    }
  }

  private void start() throws Exception {
    table.group("Starting a pool, up to its first result, without warm-up", 1);
    table.line(
        "Brood, Pool.start",
        plan.medianNanosCold(
            () -> {
              try (Pool pool = Pool.start(Plan.WORKERS)) {
                return WorkParallel.blocking(pool).square(3);
              }
            }));
    python.line(table, "Python, Pool, fork", "start fork");
    python.line(table, "Python, Pool, spawn", "start spawn");
  }

  private void roundTrip(Pool pool, Pool inline, ExecutorService threads) throws Exception {
    WorkParallel.Blocking workers = WorkParallel.blocking(pool);
    WorkParallel.Blocking here = WorkParallel.blocking(inline);
    table.group("One call, there and back (mean of " + plan.calls() + " in a run)", 1);
    roundTrip("Brood, blocking call", () -> workers.square(3));
    roundTrip("Brood, blocking call, inline", () -> here.square(3));
    roundTrip("Java, ThreadPoolExecutor.submit().get()", () -> threads.submit(() -> 9).get());
    python.line(table, "Python, Pool.apply", "apply");
    python.line(table, "Python, ProcessPoolExecutor.submit().result()", "executor submit");
  }

  private void roundTrip(String way, Callable<Integer> call) throws Exception {
    double nanos =
        plan.medianNanos(
            () -> {
              int sum = 0;
              for (int i = 0; i < plan.calls(); i++) {
                sum += call.call();
              }
              check(way, sum == 9 * plan.calls());
              return sum;
            });
    table.line(way, nanos / plan.calls());
  }

  private void rangeCount(Pool pool, ExecutorService threads) throws Exception {
    List<Integer> expected = RangeCounts.serial(rows);
    table.group(String.format("Counting the digits of %,d rows", rows.length), rows.length);
    many("Brood, map", expected, () -> RangeCounts.map(pool, rows));
    many(
        "Brood, map with bound arguments",
        expected,
        () -> RangeCounts.mapWithBoundArguments(pool, rows));
    many("Java, serial", expected, () -> RangeCounts.serial(rows));
    many("Java, parallel stream", expected, () -> RangeCounts.parallelStream(rows));
    many("Java, submit each", expected, () -> RangeCounts.submit(threads, rows));
    python.line(table, "Python, serial", "count serial");
    python.line(table, "Python, Pool.map", "count map");
    python.line(table, "Python, Pool.starmap", "count starmap");
  }

  private void squares(Pool pool, ExecutorService threads) throws Exception {
    List<Integer> expected = Squares.serial(numbers);
    table.group(String.format("Squaring %,d numbers", numbers.size()), numbers.size());
    many("Brood, map", expected, () -> Squares.map(pool, numbers));
    many("Java, serial", expected, () -> Squares.serial(numbers));
    many("Java, parallel stream", expected, () -> Squares.parallelStream(numbers));
    many("Java, submit each", expected, () -> Squares.submit(threads, numbers));
    python.line(table, "Python, serial", "squares serial");
    python.line(table, "Python, Pool.map", "squares map");
  }

  private void many(String way, List<Integer> expected, Callable<List<Integer>> work)
      throws Exception {
    check(way, work.call().equals(expected));
    table.line(way, plan.medianNanos(work));
  }

  private static void check(String way, boolean right) {
    if (!right) {
      throw new IllegalStateException(way + ": wrong results");
    }
  }
}
