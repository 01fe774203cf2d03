package demo;

import dev.brood.Parallel;

/** Static methods wherever they may stand. */
public interface Outer {
  @Parallel
  static int inInterface(int x) {
    return x;
  }

  record Inner(int x) {
    @Parallel
    public static Inner inRecord(Inner inner) {
      return inner;
    }
  }

  enum Color {
    RED;

    @Parallel
    static Color inEnum(Color color) {
      return color;
    }
  }

  class Generic<T> {
    @Parallel
    public static int inGeneric(int x) {
      return x;
    }
  }
}
