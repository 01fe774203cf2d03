package dev.brood.benchmark;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What the calls are given. The same in every run. */
final class Inputs {
  private static final long SEED = 100;
  private static final int COLUMNS = 5;

  private Inputs() {}

  /** Rows of five random digits. */
  static int[][] digits(int rows) {
    Random random = new Random(SEED);
    int[][] matrix = new int[rows][COLUMNS];
    for (int[] row : matrix) {
      for (int column = 0; column < COLUMNS; column++) {
        row[column] = random.nextInt(10);
      }
    }
    return matrix;
  }

  /** The numbers from 0. Their squares overflow alike in every way that computes them. */
  static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
