package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.WorkerStartException;

/** A program that would start its first pool when it is about to end. */
public final class LateStartMain {
  private LateStartMain() {}

  /** Prints why it cannot. */
  public static void main(String[] args) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try (Pool pool = Pool.start(1)) {
                    System.out.println("started " + pool.call(WorkParallel.square(3)));
                  } catch (WorkerStartException e) {
                    System.out.println(e.getMessage());
                  }
                }));
  }
}
