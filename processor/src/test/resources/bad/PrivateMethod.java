package bad;

import dev.brood.Parallel;

final class PrivateMethod {
  @Parallel
  private static int square(int x) {
  //                 ^ BROOD-101: square(int) is private, so PrivateMethodParallel cannot call it. Make it package-private, or wider.
    return x * x;
  }
}
