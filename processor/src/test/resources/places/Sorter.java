package places;

import dev.brood.Parallel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Type variables that a subtype or a bound fixes. */
public interface Sorter<T> {
  List<T> sort(List<T> values);

  default T first(List<T> values) {
    return sort(values).get(0);
  }

  /** For numbers. */
  @Parallel
  final class OfIntegers implements Sorter<Integer> {
    @Override
    public List<Integer> sort(List<Integer> values) {
      return values.stream().sorted().toList();
    }
  }

  /** What a bound is. */
  record Point(int x, int y) {}

  @Parallel
  static <P extends Point> P highest(List<P> points) {
    return points.stream().max(Comparator.comparingInt(Point::y)).orElseThrow();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  @Parallel
  static <P extends Point, S extends String> Map<S, List<P>> group(S key, P... points) {
    return Map.of(key, List.of(points));
  }
}
