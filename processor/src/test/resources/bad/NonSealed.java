package bad;

import dev.brood.Parallel;

final class NonSealed {
  sealed interface Shape permits Circle, Other {}

  record Circle(int radius) implements Shape {}

  non-sealed interface Other extends Shape {}

  @Parallel
  static void take(Shape shape) {}
  //                     ^ BROOD-217: shape(Other): bad.NonSealed.Other cannot travel: it is non-sealed, so anything might arrive. Make it final, a record or an enum, or sealed itself; or write a codec, and name it with @WireCodec.
}
