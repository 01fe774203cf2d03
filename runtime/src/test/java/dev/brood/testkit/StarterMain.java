package dev.brood.testkit;

import dev.brood.Pool;

/** A program that starts a pool, for tests that end it while it does so. */
public final class StarterMain {
  private StarterMain() {}

  /** Prints {@code starting}, starts a pool of two workers, prints {@code started}, and stays. */
  public static void main(String[] args) throws InterruptedException {
    System.out.println("starting");
    try (Pool pool = Pool.start(2)) {
      System.out.println("started " + pool);
      Thread.currentThread().join(); // with itself: for ever
    }
  }
}
