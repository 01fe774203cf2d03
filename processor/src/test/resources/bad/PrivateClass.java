package bad;

import dev.brood.Parallel;

final class PrivateClass {
  private static final class Hidden {
    static final class Deeper {
  //             ^ BROOD-105: PrivateClass.Hidden is private, so PrivateClass_Hidden_DeeperParallel cannot reach the method. Make it package-private, or wider.
      @Parallel
      static int square(int x) {
        return x * x;
      }
    }
  }
}
