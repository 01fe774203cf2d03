package bad;

import dev.brood.Parallel;
import java.util.List;

final class GenericMethod {
  @Parallel
  static <T extends Comparable<T>, X extends Exception> T max(List<T> list) throws X {
  //                                                      ^ BROOD-104: max(List<T>) has type variables (T, X), and how a value travels is decided at compile time. Declare it with concrete types, once for each that is needed.
    return list.get(0);
  }
}
