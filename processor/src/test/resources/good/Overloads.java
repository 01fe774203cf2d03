package demo;

import dev.brood.Parallel;
import java.util.List;

/** Methods with the same name, with names that differ in case only, and with varargs. */
final class Overloads {
  private Overloads() {}

  @Parallel
  static int sum(int... values) {
    return values.length;
  }

  @Parallel
  static long sum(long a, Long b) {
    return a + b;
  }

  @Parallel
  static double sum(double a) {
    return a;
  }

  @Parallel
  static int Sum(int a) {
    return a;
  }

  @Parallel
  static int sum2(int a) {
    return a;
  }

  @Parallel
  @SafeVarargs
  static int total(String prefix, List<Integer>... lists) {
    return lists.length;
  }
}
