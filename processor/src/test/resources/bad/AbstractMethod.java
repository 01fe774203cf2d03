package bad;

import dev.brood.Parallel;

interface AbstractMethod {
  @Parallel
  int square(int x);
  //  ^ BROOD-103: square(int) has no body that a worker could run. Put @Parallel on a static method that has one.
}
