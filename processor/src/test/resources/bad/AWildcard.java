package bad;

import dev.brood.Parallel;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class AWildcard {
  @Parallel
  static void take(List<? extends Number> list, Map<?, ? super Integer> map, Set<?>[] sets) {}
  //                                      ^ BROOD-208: list[]: ? extends java.lang.Number cannot travel: a wildcard does not tell what would arrive. Name the type, as in List<Integer>.
  //                                                                    ^ BROOD-208: map[key]: ? cannot travel: a wildcard does not tell what would arrive. Name the type, as in List<Integer>.
  //                                                                    ^ BROOD-208: map[value]: ? super java.lang.Integer cannot travel: a wildcard does not tell what would arrive. Name the type, as in List<Integer>.
  //                                                                                  ^ BROOD-208: sets[][]: ? cannot travel: a wildcard does not tell what would arrive. Name the type, as in List<Integer>.
}
