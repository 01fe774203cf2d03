package bad;

import dev.brood.Parallel;

record GenericReceiver<T>(T value) {
  @Parallel
  int score(int x) {
  //  ^ BROOD-111: score(int) is an instance method of the generic GenericReceiver, whose type arguments nobody knows at compile time. Make it static, with concrete types.
    return x;
  }
}
