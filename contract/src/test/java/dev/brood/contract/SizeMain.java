package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.testkit.Processes;

/** A program that leaves it to its pool how many workers there are. */
public final class SizeMain {
  private SizeMain() {}

  /** Prints how many there are. */
  public static void main(String[] args) {
    try (Pool pool = Pool.start()) {
      pool.call(WorkParallel.square(3));
      System.out.println(Processes.workers(ProcessHandle.current()).size() + " workers");
    }
  }
}
