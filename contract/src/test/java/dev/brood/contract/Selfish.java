package dev.brood.contract;

import dev.brood.Parallel;
import dev.brood.Pool;

/** A class that starts a pool by being initialised, which would go on in each worker for ever. */
final class Selfish {
  static final Pool POOL = Pool.start(1);

  private Selfish() {}

  @Parallel
  static int use(int x) {
    return POOL.call(WorkParallel.square(x));
  }
}
