package dev.brood.testkit;

import dev.brood.Pool;
import dev.brood.Task;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A program with a pool, for tests of what becomes of workers when it ends. */
public final class ParentMain {
  private ParentMain() {}

  /**
   * Starts a pool of two workers, has it do what the test wants, and then what the test wants.
   *
   * @param args {@code idle} or {@code spin}, and then {@code wait} for the test, {@code return},
   *     {@code exit} or {@code throw}; then options for the workers
   */
  public static void main(String[] args) throws InterruptedException {
    String[] options = Arrays.copyOfRange(args, 2, args.length);
    Pool pool = Pool.builder().workers(2).jvmArguments(options).start();
    if (args[0].equals("spin")) {
      Task<Integer> one = pool.submit(ChoresParallel.spin());
      Task<Integer> other = pool.submit(ChoresParallel.spin());
      if (one.isDone() || other.isDone()) {
        throw new IllegalStateException("an endless loop has ended");
      }
    } else {
      pool.call(ChoresParallel.square(2));
    }
    String pids =
        ProcessHandle.current()
            .children()
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
}
