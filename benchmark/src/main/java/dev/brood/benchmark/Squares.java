package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The squares of many numbers, in each way. */
final class Squares {
  private Squares() {}

  static List<Integer> map(Pool pool, List<Integer> numbers) {
    return pool.map(numbers, WorkParallel::square);
  }

  static List<Integer> mapRange(Pool pool, int count) {
    return pool.map(IntStream.range(0, count), WorkParallel::square);
  }

  static List<Integer> serial(List<Integer> numbers) {
    List<Integer> squares = new ArrayList<>();
    for (int number : numbers) {
      squares.add(Work.square(number));
    }
    return squares;
  }

  static List<Integer> parallelStream(List<Integer> numbers) {
    return numbers.parallelStream().map(Work::square).toList();
  }

  static List<Integer> submit(ExecutorService executor, List<Integer> numbers)
      throws ExecutionException, InterruptedException {
    List<Future<Integer>> futures = new ArrayList<>();
    for (int number : numbers) {
      futures.add(executor.submit(() -> Work.square(number)));
    }
    List<Integer> squares = new ArrayList<>();
    for (Future<Integer> future : futures) {
      squares.add(future.get());
    }
    return squares;
  }
}
