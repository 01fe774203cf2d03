package bad;

import dev.brood.Parallel;
import java.util.List;

final class EndlessType {
  record Nest<T>(T value, Nest<List<T>> next) {}

  @Parallel
  static void take(Nest<Integer> nest) {}
  //                             ^ BROOD-214: Nest<Integer>.next.next.next.next.next.next.next.n….next.next.next.next.next.next.next.next.next.next: bad.EndlessType.Nest cannot travel: the record contains itself with ever longer type arguments. Break the chain with a concrete type.
}
