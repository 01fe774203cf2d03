package dev.brood.example.bounds;

import dev.brood.Parallel;
import java.util.ArrayList;
import java.util.List;

/**
 * The largest value of 3x + 2y on the ellipse x² / 4 + y² ≤ 1, enclosed from both sides.
 *
 * <p>From outside, a polygon around the ellipse: its best corner is worth at least as much as any
 * point within, and each round cuts that corner off along a tangent. From inside, points of the
 * ellipse: each round takes the one that lies between the centre and the polygon's best corner. The
 * corners close in on the ellipse, and both bounds on the answer.
 *
 * <p>The answer is √40, as the tests know and the methods do not.
 */
final class Bounds {
  private static final double HALF_WIDTH = 2;
  private static final double HALF_HEIGHT = 1;
  private static final int BISECTIONS = 50;

  private Bounds() {}

  static double value(double x, double y) {
    return 3 * x + 2 * y;
  }

  /** At most 1 within the ellipse, larger outside. */
  static double reach(double x, double y) {
    return x * x / (HALF_WIDTH * HALF_WIDTH) + y * y / (HALF_HEIGHT * HALF_HEIGHT);
  }

  /** The rectangle around the ellipse. */
  static Outer firstOuter() {
    return outer(
        List.of(
            List.of(-HALF_WIDTH, -HALF_HEIGHT),
            List.of(HALF_WIDTH, -HALF_HEIGHT),
            List.of(HALF_WIDTH, HALF_HEIGHT),
            List.of(-HALF_WIDTH, HALF_HEIGHT)));
  }

  /** The centre. */
  static Inner firstInner() {
    return new Inner(value(0, 0), List.of(List.of(0.0, 0.0)), new double[] {0, 0});
  }

  /** Cuts the best corner off the polygon, along the tangent that faces it. */
  @Parallel
  static Outer tightenOuter(Outer outer) {
    double x = outer.corner()[0];
    double y = outer.corner()[1];
    // The tangent at the point of the ellipse that lies between the centre and the corner.
    double normalX = x / (HALF_WIDTH * HALF_WIDTH);
    double normalY = y / (HALF_HEIGHT * HALF_HEIGHT);
    return outer(Polygons.cut(outer.polygon(), normalX, normalY, Math.sqrt(reach(x, y))));
  }

  /** Goes from the centre towards the best corner of the polygon as far as the ellipse allows. */
  @Parallel
  static Inner tightenInner(Inner inner, double[] corner) {
    double inside = 0;
    double outside = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (inside + outside) / 2;
      if (reach(middle * corner[0], middle * corner[1]) <= 1) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    double x = inside * corner[0];
    double y = inside * corner[1];
    List<List<Double>> points = new ArrayList<>(inner.points());
    points.add(List.of(x, y));
    return value(x, y) > inner.bound()
        ? new Inner(value(x, y), points, new double[] {x, y})
        : new Inner(inner.bound(), points, inner.best());
  }

  private static Outer outer(List<List<Double>> polygon) {
    List<Double> best = polygon.get(0);
    for (List<Double> corner : polygon) {
      if (value(corner.get(0), corner.get(1)) > value(best.get(0), best.get(1))) {
        best = corner;
      }
    }
    double[] corner = {best.get(0), best.get(1)};
    return new Outer(value(corner[0], corner[1]), polygon, corner);
  }
}
