package dev.brood.example.bounds;

import java.util.ArrayList;
import java.util.List;

/** Convex polygons as lists of corners. */
final class Polygons {
  private Polygons() {}

  /** Keeps that part of a polygon in which {@code x·normalX + y·normalY ≤ limit}. */
  static List<List<Double>> cut(
      List<List<Double>> polygon, double normalX, double normalY, double limit) {
    List<List<Double>> kept = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      List<Double> from = polygon.get(i);
      List<Double> to = polygon.get((i + 1) % polygon.size());
      double fromExcess = from.get(0) * normalX + from.get(1) * normalY - limit;
      double toExcess = to.get(0) * normalX + to.get(1) * normalY - limit;
      if (fromExcess <= 0) {
        kept.add(from);
      }
      if (fromExcess * toExcess < 0) {
        double share = fromExcess / (fromExcess - toExcess);
        kept.add(
            List.of(
                from.get(0) + share * (to.get(0) - from.get(0)),
                from.get(1) + share * (to.get(1) - from.get(1))));
      }
    }
    return kept;
  }
}
