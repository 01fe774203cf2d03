package bad;

import dev.brood.Parallel;
import java.util.Collection;

final class ACollection {
  @Parallel
  static void take(
      java.util.Vector<Integer> list,
  //                            ^ BROOD-213: list: java.util.Vector<java.lang.Integer> cannot travel: it does not tell a collection that could be built again. Declare List, and copy it where more is needed.
      java.util.concurrent.ConcurrentHashMap<String, Integer> map,
  //                                                          ^ BROOD-213: map: java.util.concurrent.ConcurrentHashMap<java.lang.String, java.lang.Integer> cannot travel: it does not tell a collection that could be built again. Declare Map, and copy it where more is needed.
      java.util.concurrent.ConcurrentSkipListSet<String> set,
  //                                                     ^ BROOD-213: set: java.util.concurrent.ConcurrentSkipListSet<java.lang.String> cannot travel: it does not tell a collection that could be built again. Declare SortedSet, and copy it where more is needed.
      java.util.PriorityQueue<Long> queue,
  //                                ^ BROOD-213: queue: java.util.PriorityQueue<java.lang.Long> cannot travel: it does not tell a collection that could be built again. Declare Deque, and copy it where more is needed.
      Collection<Integer> collection,
  //                      ^ BROOD-213: collection: java.util.Collection<java.lang.Integer> cannot travel: it does not tell a collection that could be built again. Declare List, Set or Deque, and copy it where more is needed.
      Iterable<String> iterable) {}
  //                   ^ BROOD-213: iterable: java.lang.Iterable<java.lang.String> cannot travel: it does not tell a collection that could be built again. Declare List, Set or Deque, and copy it where more is needed.
}
