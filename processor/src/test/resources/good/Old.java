package demo;

import dev.brood.Parallel;

/** Deprecated things cause no warning in generated code, and one where that is used. */
@SuppressWarnings({"deprecation", "removal"})
final class Old {
  private Old() {}

  @Deprecated
  record Point(int x) {}

  @Deprecated(forRemoval = true)
  enum Color {
    RED
  }

  @Deprecated
  @Parallel
  static Point shift(Point point) {
    return point;
  }

  record Line(int start, @Deprecated int end) {}

  @Parallel
  static void draw(Line line) {}

  @Deprecated(since = "1", forRemoval = true)
  @Parallel
  static Color dye(Color color) {
    return color;
  }
}
