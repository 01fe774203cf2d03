package bad;

import dev.brood.Parallel;
import java.io.Serializable;
import java.util.List;

final class GenericMethod {
  record Node<T>(T value) {}

  @Parallel
  static <T extends Comparable<T>, X extends Exception> T max(List<T> list) throws X {
  //                                                      ^ BROOD-104: max(List<T>) has type variables (T, X) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.
    return list.get(0);
  }

  @Parallel
  static <T> void unbounded(T value) {}
  //              ^ BROOD-104: unbounded(T) has type variables (T) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.

  @Parallel
  static <T extends Number & Serializable> void both(T value) {}
  //                                            ^ BROOD-104: both(T) has type variables (T) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.

  @Parallel
  static <L extends List<Integer>> L collection(L list) {
  //                                 ^ BROOD-104: collection(L) has type variables (L) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.
    return list;
  }

  @Parallel
  static <N extends Node<N>> void itself(N node) {}
  //                              ^ BROOD-104: itself(GenericMethod.Node<N>) has type variables (N) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.
}
