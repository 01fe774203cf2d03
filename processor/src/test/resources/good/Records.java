package demo;

import dev.brood.Parallel;
import java.util.List;
import java.util.Optional;

/** Records: nested, empty, recursive, generic, and with components of any name. */
final class Records {
  private Records() {}

  record Empty() {}

  record Point(double x, double y) {}

  record Line(Point start, Point end, Empty empty) {}

  record Tree(String label, List<Tree> children, Optional<Tree> parent) {}

  record Pair<A, B>(A first, B second) {}

  record Linked<T>(T value, Linked<T> next) {}

  record Awkward(int in, Integer out, long value, List<String> size, int... rest) {}

  @Parallel
  static Line longest(List<Line> lines) {
    return lines.get(0);
  }

  @Parallel
  static Tree grow(Tree tree, Awkward awkward) {
    return tree;
  }

  @Parallel
  static Pair<String, Point[]> swap(Pair<Point[], String> pair, Linked<Integer> linked) {
    return new Pair<>(pair.second(), pair.first());
  }
}
