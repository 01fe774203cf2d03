package bad;

import bad.other.Outside;
import dev.brood.Parallel;
import java.util.List;

final class Inaccessible {
  private enum Color {
    RED
  }

  private record Point(int x, Thread thread) {}

  record Line(Point start, Point end) {}
  //                ^ BROOD-215: Line.start: bad.Inaccessible.Point cannot travel: generated code in the package bad cannot name it. Make it, and every type around it, package-private or wider; public if it stands in another package.
  //                             ^ BROOD-215: Line.end: bad.Inaccessible.Point cannot travel: generated code in the package bad cannot name it. Make it, and every type around it, package-private or wider; public if it stands in another package.

  @Parallel
  static void take(Color color, Line line, List<Point> points) {}
  //                     ^ BROOD-215: color: bad.Inaccessible.Color cannot travel: generated code in the package bad cannot name it. Make it, and every type around it, package-private or wider; public if it stands in another package.
  //                                                   ^ BROOD-215: points[]: bad.Inaccessible.Point cannot travel: generated code in the package bad cannot name it. Make it, and every type around it, package-private or wider; public if it stands in another package.

  @Parallel
  static void foreign(Outside outside) {}
}
