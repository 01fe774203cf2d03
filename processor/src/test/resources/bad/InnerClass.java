package bad;

import dev.brood.Parallel;

final class InnerClass {
  final class Inner {
  //    ^ BROOD-106: InnerClass.Inner is an inner class, bound to an instance of the class around it. Make it static.
    @Parallel
    static int square(int x) {
      return x * x;
    }
  }
}
