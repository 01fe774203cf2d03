package bad;

import dev.brood.Parallel;

final class InnerClassValue {
  final class Inner {}

  @Parallel
  static void take(Inner inner) {}
  //                     ^ BROOD-203: inner: bad.InnerClassValue.Inner cannot travel: it is an inner class, which holds the instance around it. Make it a record.
}
