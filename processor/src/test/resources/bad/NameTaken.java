package bad;

import dev.brood.Parallel;

final class NameTaken {
  //  ^ BROOD-108: NameTakenParallel, which has to be generated for NameTaken, exists already. Rename the class, or the one that has the name.
  @Parallel
  static int square(int x) {
    return x * x;
  }
}

final class NameTakenParallel {}
