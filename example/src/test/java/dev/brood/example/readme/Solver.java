package dev.brood.example.readme;

import dev.brood.Parallel;

/** Stands for work that takes too long, and for work that takes its process along. */
final class Solver {
  static final int ENDLESS = 42;

  private Solver() {}

  // region idempotent
  @Parallel(idempotent = true) // to run it twice is as good as once
  static int solve(int problem) {
    // endregion
    while (problem == ENDLESS) {
      Thread.onSpinWait();
    }
    return problem + 1;
  }

  @Parallel
  static void sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
  }
}
