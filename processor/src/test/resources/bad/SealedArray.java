package bad;

import dev.brood.Parallel;
import java.util.List;

final class SealedArray {
  sealed interface Shape permits Circle, Square {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  @Parallel
  static <S extends Shape> S[] sorted(S[] shapes) {
  //                           ^ BROOD-104: sorted(S[]) has type variables (S) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.
    return shapes;
  }

  @Parallel
  static <S extends Shape, T extends S> T[] narrower(T[] shapes) {
  //                                        ^ BROOD-104: narrower(T[]) has type variables (S, T) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.
    return shapes;
  }
}
