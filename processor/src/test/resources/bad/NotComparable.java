package bad;

import dev.brood.Parallel;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;

final class NotComparable {
  record Point(int x, int y) {}

  @Parallel
  static NavigableMap<List<Integer>, String> take(SortedSet<Point> points) {
  //                                         ^ BROOD-216: result[key]: java.util.List<java.lang.Integer> cannot travel in a sorted collection: it is not Comparable, and an order that is code is never sent. Implement Comparable, or declare a Set, Map or List.
  //                                                               ^ BROOD-216: points[]: bad.NotComparable.Point cannot travel in a sorted collection: it is not Comparable, and an order that is code is never sent. Implement Comparable, or declare a Set, Map or List.
    return null;
  }
}
