package dev.brood.contract;

import dev.brood.Pool;

/** A program whose worker does not come to an end when it is told to end. */
public final class HangingHookMain {
  private HangingHookMain() {}

  /**
   * Closes a pool with such a worker.
   *
   * @param args the port of the gate where the worker hangs as it ends
   */
  public static void main(String[] args) {
    try (Pool pool = Pool.start(1)) {
      pool.call(WorkParallel.hangAtExit(Integer.parseInt(args[0])));
    }
  }
}
