package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.contract.kit.Kind;

/** A program that closes its pool when the JVM ends. */
public final class ClosingHookMain {
  private ClosingHookMain() {}

  /** Prints {@code closed} at the end. */
  public static void main(String[] args) {
    Pool pool = Kind.valueOf(args[0]).start(2);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  pool.close();
                  System.out.println("closed");
                }));
    pool.call(WorkParallel.square(3));
    System.exit(0);
  }
}
