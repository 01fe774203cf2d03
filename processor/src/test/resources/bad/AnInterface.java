package bad;

import dev.brood.Parallel;

final class AnInterface {
  interface Shape {
    double area();

    double perimeter();
  }

  @Parallel
  static double area(Shape shape) {
  //                       ^ BROOD-204: shape: bad.AnInterface.Shape cannot travel: an interface does not tell what would arrive. Declare the record, enum or collection that is meant, or make it sealed.
    return shape.area();
  }

  @Parallel
  static void library(Comparable<Integer> comparable) {}
  //                                      ^ BROOD-204: comparable: java.lang.Comparable<java.lang.Integer> cannot travel: an interface does not tell what would arrive. Declare the record, enum or collection that is meant, or make it sealed.

  @Parallel
  static void annotation(Override override) {}
  //                              ^ BROOD-204: override: java.lang.Override cannot travel: an interface does not tell what would arrive. Declare the record, enum or collection that is meant, or make it sealed.
}
