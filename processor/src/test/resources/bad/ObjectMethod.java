package bad;

import dev.brood.Parallel;

interface ObjectMethod {
  @Parallel
  static void finalize() {}
  //          ^ BROOD-107: finalize() looks like a method of java.lang.Object, so the generated proxies cannot declare it. Rename it.

  @Parallel
  static int clone() {
  //         ^ BROOD-107: clone() looks like a method of java.lang.Object, so the generated proxies cannot declare it. Rename it.
    return 1;
  }

  @Parallel
  static int clone(int times) {
    return times;
  }
}
