package dev.brood.example.rangecount;

import dev.brood.Pool;
import java.io.PrintStream;
import java.util.Random;

/**
 * How many digits of each row lie within 4 and 8? A matrix of 200,000 rows and 5 columns is counted
 * in every way there is, the times stand side by side, and all results must be equal, row by row.
 *
 * <p>The lesson has two halves. Which form to choose: {@code map} for many inputs, a blocking call
 * for one, tasks where something else can be done meanwhile. And when to choose none: counting five
 * digits takes nanoseconds, sending them to another process takes longer, so here the plain loop
 * wins. The program says how long a call must work for a pool to pay on this machine; what else a
 * process of its own gives (crashes contained, memory apart, calls that can be killed) has to be
 * worth the rest.
 *
 * <p>Takes the number of rows as its argument.
 */
public final class RangeCount {
  private static final int ROWS = 200_000;
  private static final int COLUMNS = 5;
  private static final long SEED = 100;

  private RangeCount() {}

  /**
   * Runs the program.
   *
   * @param arguments the number of rows, or nothing for 200,000
   */
  public static void main(String... arguments) {
    int[][] rows = randomDigits(arguments.length == 0 ? ROWS : Integer.parseInt(arguments[0]));
    int workers = Runtime.getRuntime().availableProcessors();
    long start = System.nanoTime();
    try (Pool pool = Pool.start(workers)) {
      System.out.printf(
          "Pool of %d workers, started in %.0f ms%n", workers, (System.nanoTime() - start) / 1e6);
      run(pool, workers, rows, System.out);
    }
  }

  static int[][] randomDigits(int rows) {
    Random random = new Random(SEED);
    int[][] matrix = new int[rows][COLUMNS];
    for (int[] row : matrix) {
      for (int column = 0; column < COLUMNS; column++) {
        row[column] = random.nextInt(10);
      }
    }
    return matrix;
  }

  static void run(Pool pool, int workers, int[][] rows, PrintStream out) {
    out.printf("%,d rows of %d digits%n", rows.length, COLUMNS);
    out.println("Nothing is warmed up: the first run includes the JIT compiler's work, here and");
    out.println("in the workers. Beside it stands the best of up to three runs.");
    out.println();
    Comparison comparison = new Comparison(out);
    comparison.printHead();
    long serial = comparison.run("serial", () -> Ways.serial(rows));
    comparison.run("parallel stream", () -> Ways.parallelStream(rows));
    long blocking =
        comparison.run("blocking calls one by one", () -> Ways.blockingCalls(pool, rows));
    long map = comparison.run("map", () -> Ways.map(pool, rows));
    comparison.run("map with bound arguments", () -> Ways.mapWithBoundArguments(pool, rows));
    comparison.run("outcomes", () -> Ways.outcomes(pool, rows));
    comparison.run("stream", () -> Ways.stream(pool, rows));
    comparison.run("mapAsync", () -> Ways.mapAsync(pool, rows));
    comparison.run("asynchronous, futures", () -> Ways.futures(pool, rows));
    comparison.run("asynchronous, callbacks", () -> Ways.callbacks(pool, rows));
    if (!comparison.wrong().isEmpty()) {
      throw new IllegalStateException("counts differ from the serial run: " + comparison.wrong());
    }
    new Advice(workers, rows.length, serial, map, blocking).print(out);
  }
}
