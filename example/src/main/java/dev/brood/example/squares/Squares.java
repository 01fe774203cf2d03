package dev.brood.example.squares;

import dev.brood.Pool;
import dev.brood.Task;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The first steps, on a pool of four workers.
 *
 * <p>The lesson: for the class {@code Maths} there is a generated {@code MathsParallel}. Its static
 * methods have the same names and parameters as those of {@code Maths}, but run nothing: each
 * returns a {@code Call} that a pool can run.
 *
 * <ul>
 *   <li>{@code pool.submit(call)} hands one call over and returns a {@link Task}, which is a {@code
 *       CompletableFuture}. The work goes on while the program does something else.
 *   <li>Several tasks run at once. Submit them all, and only then wait for the first.
 *   <li>{@code pool.map} runs a call for each element of anything that can be iterated over, of an
 *       array, a stream or a range of numbers, and returns the results in the elements' order. It
 *       is the form for many calls: it creates no task for each. Where a method has one parameter,
 *       a method reference names the call.
 * </ul>
 */
public final class Squares {
  private static final int WORKERS = 4;

  private Squares() {}

  /** Runs the program. */
  public static void main(String... arguments) {
    try (Pool pool = Pool.start(WORKERS)) {
      run(pool, System.out);
    }
  }

  static void run(Pool pool, PrintStream out) {
    out.println("submit: the square of 12 is " + squareOf(pool, 12));
    out.println("several tasks: the cubes of 1 to 8 are " + cubesUpTo(pool, 8));

    Deque<Integer> numbers = new ArrayDeque<>();
    IntStream.rangeClosed(0, Maths.LARGEST_FACTORIAL).forEach(numbers::add);
    List<Long> squares = squaresUpTo(pool, Maths.LARGEST_FACTORIAL);
    List<Long> factorials = factorialsOf(pool, numbers);
    out.println("map:");
    out.printf("%8s %8s %20s%n", "number", "square", "factorial");
    for (int number : numbers) {
      out.printf("%8d %8d %20d%n", number, squares.get(number), factorials.get(number));
    }
  }

  /** One call: its arguments are encoded at once; its result is waited for where it is needed. */
  static long squareOf(Pool pool, long number) {
    Task<Long> square = pool.submit(MathsParallel.square(number));
    return square.join();
  }

  /** Several calls: the proxy reads like the class itself, with tasks for results. */
  static List<Long> cubesUpTo(Pool pool, int last) {
    MathsParallel.Async maths = MathsParallel.on(pool);
    List<Task<Long>> cubes = new ArrayList<>();
    for (int number = 1; number <= last; number++) {
      cubes.add(maths.cube(number));
    }
    return cubes.stream().map(Task::join).toList();
  }

  /** Many calls, one for each number of a range. */
  static List<Long> squaresUpTo(Pool pool, long last) {
    return pool.map(LongStream.rangeClosed(0, last), MathsParallel::square);
  }

  /** Many calls, one for each element of a collection. */
  static List<Long> factorialsOf(Pool pool, Iterable<Integer> numbers) {
    return pool.map(numbers, MathsParallel::factorial);
  }
}
