package bad;

import dev.brood.Parallel;

final class NameShared {
  static final class Inner {
  //           ^ BROOD-109: NameShared_InnerParallel would have to be generated for each of NameShared.Inner, NameShared_Inner. Rename all but one of them.
    @Parallel
    static int square(int x) {
      return x * x;
    }
  }
}

final class NameShared_Inner {
  //  ^ BROOD-109: NameShared_InnerParallel would have to be generated for each of NameShared.Inner, NameShared_Inner. Rename all but one of them.
  @Parallel
  static int cube(int x) {
    return x * x * x;
  }
}
