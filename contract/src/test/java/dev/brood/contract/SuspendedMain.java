package dev.brood.contract;

import dev.brood.BroodException;
import dev.brood.CallOptions;
import dev.brood.Pool;
import java.time.Duration;

/** A program with a call that has a limit of time. */
public final class SuspendedMain {
  private SuspendedMain() {}

  /**
   * Prints what came of the call, which goes through a gate.
   *
   * @param args the gate's port
   */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    try (Pool pool = Pool.start(1)) {
      System.out.println(
          "answer "
              + pool.call(
                  WorkParallel.pass(port, 5)
                      .with(CallOptions.none().timeout(Duration.ofSeconds(2)))));
    } catch (BroodException e) {
      System.out.println("failed " + e.getMessage());
    }
  }
}
