package dev.brood.testkit;

import dev.brood.Pool;
import dev.brood.Task;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program with a pool, for tests of what becomes of workers when it ends. */
public final class ParentMain {
  private ParentMain() {}

  /**
   * Starts a pool of two workers, has it do what the test wants, and then what the test wants.
   *
   * @param args {@code idle}, {@code spin} or {@code crash}, and then {@code wait} for the test,
   *     {@code return}, {@code exit} or {@code throw}
   */
  public static void main(String[] args) throws InterruptedException {
    Pool pool = Pool.start(2);
    switch (args[0]) {
      case "spin" -> {
        Task<Integer> one = pool.submit(ChoresParallel.spin());
        Task<Integer> other = pool.submit(ChoresParallel.spin());
        if (one.isDone() || other.isDone()) {
          throw new IllegalStateException("an endless loop has ended");
        }
      }
      case "crash" -> crashInParallel(pool);
      default -> pool.call(ChoresParallel.square(2));
    }
    String pids =
        NoLeaks.workers().stream()
            .map(ProcessHandle::pid)
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    System.out.println("workers " + pids);
    switch (args[1]) {
      case "return" -> {}
      case "exit" -> System.exit(3);
      case "throw" -> throw new IllegalStateException("the main thread ends");
      default -> Thread.currentThread().join(); // with itself: for ever
    }
  }

  /** Blocks every thread of the common pool with a call that crashes its worker. */
  private static void crashInParallel(Pool pool) {
    long crashes =
        IntStream.range(0, 8)
            .parallel()
            .filter(
                i -> {
                  try {
                    pool.call(ChoresParallel.halt(i));
                    return false;
                  } catch (CompletionException e) {
                    return true;
                  }
                })
            .count();
    if (crashes != 8) {
      throw new IllegalStateException("only " + crashes + " crashes");
    }
  }
}
