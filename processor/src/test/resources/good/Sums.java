package demo;

import dev.brood.Parallel;
import java.util.List;

/** Methods that may be run twice, and methods that make one value of two. */
final class Sums {
  private Sums() {}

  record Total(long sum, int count) {
    @Parallel(idempotent = true)
    Total plus(Total other) {
      return new Total(sum + other.sum, count + other.count);
    }
  }

  @Parallel(idempotent = true)
  static Total total(List<Integer> numbers) {
    long sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return new Total(sum, numbers.size());
  }

  @Parallel
  static Total both(Total left, Total right) {
    return left.plus(right);
  }

  @Parallel
  static int add(int left, int right) {
    return left + right;
  }

  @Parallel(idempotent = true)
  static void warmUp() {}
}
