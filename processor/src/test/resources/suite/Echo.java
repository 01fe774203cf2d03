package suite;

import dev.brood.Parallel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Methods that return what they are given, one for each type that travels. */
public final class Echo {
  private Echo() {}

  public enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "verde";
      }
    }
  }

  public record Empty() {}

  public record Point(int x, double y) {}

  public record Everything(
      boolean a,
      byte b,
      short c,
      char d,
      int e,
      long f,
      float g,
      double h,
      Boolean i,
      Byte j,
      Short k,
      Character l,
      Integer m,
      Long n,
      Float o,
      Double p,
      String q,
      Color r,
      int[] s,
      Point[][] t,
      List<Point> u,
      Map<Color, Set<String>> v,
      Optional<Point> w,
      Empty x) {}

  public record Tree(String label, List<Tree> children) {}

  public record Pair<A, B>(A first, B second) {}

  public record Linked<T>(T value, Linked<T> next) {}

  /** A record that defends itself. */
  public record Range(int from, int to) {
    public Range {
      if (from > to) {
        throw new IllegalArgumentException("a range from " + from + " to " + to);
      }
    }
  }

  @Parallel
  public static boolean booleans(boolean value) {
    return value;
  }

  @Parallel
  public static byte bytes(byte value) {
    return value;
  }

  @Parallel
  public static short shorts(short value) {
    return value;
  }

  @Parallel
  public static char chars(char value) {
    return value;
  }

  @Parallel
  public static int ints(int value) {
    return value;
  }

  @Parallel
  public static long longs(long value) {
    return value;
  }

  @Parallel
  public static float floats(float value) {
    return value;
  }

  @Parallel
  public static double doubles(double value) {
    return value;
  }

  @Parallel
  public static Boolean boxedBooleans(Boolean value) {
    return value;
  }

  @Parallel
  public static Byte boxedBytes(Byte value) {
    return value;
  }

  @Parallel
  public static Short boxedShorts(Short value) {
    return value;
  }

  @Parallel
  public static Character boxedChars(Character value) {
    return value;
  }

  @Parallel
  public static Integer boxedInts(Integer value) {
    return value;
  }

  @Parallel
  public static Long boxedLongs(Long value) {
    return value;
  }

  @Parallel
  public static Float boxedFloats(Float value) {
    return value;
  }

  @Parallel
  public static Double boxedDoubles(Double value) {
    return value;
  }

  @Parallel
  public static String strings(String value) {
    return value;
  }

  @Parallel
  public static Color enums(Color value) {
    return value;
  }

  @Parallel
  public static TimeUnit enumsOfTheJdk(TimeUnit value) {
    return value;
  }

  @Parallel
  public static boolean[] booleanArrays(boolean[] value) {
    return value;
  }

  @Parallel
  public static byte[] byteArrays(byte[] value) {
    return value;
  }

  @Parallel
  public static short[] shortArrays(short[] value) {
    return value;
  }

  @Parallel
  public static char[] charArrays(char[] value) {
    return value;
  }

  @Parallel
  public static int[] intArrays(int[] value) {
    return value;
  }

  @Parallel
  public static long[] longArrays(long[] value) {
    return value;
  }

  @Parallel
  public static float[] floatArrays(float[] value) {
    return value;
  }

  @Parallel
  public static double[] doubleArrays(double[] value) {
    return value;
  }

  @Parallel
  public static int[][] matrices(int[][] value) {
    return value;
  }

  @Parallel
  public static Integer[][][] boxedArrays(Integer[][][] value) {
    return value;
  }

  @Parallel
  public static String[] stringArrays(String... value) {
    return value;
  }

  @Parallel
  public static List<Integer> lists(List<Integer> value) {
    return value;
  }

  @Parallel
  public static List<List<String>> listsOfLists(List<List<String>> value) {
    return value;
  }

  @Parallel
  public static List<int[]> listsOfArrays(List<int[]> value) {
    return value;
  }

  @Parallel
  public static List<String>[] arraysOfLists(List<String>[] value) {
    return value;
  }

  @Parallel
  public static Map<String, Integer>[][] arraysOfArraysOfMaps(Map<String, Integer>[][] value) {
    return value;
  }

  @Parallel
  public static Set<String> sets(Set<String> value) {
    return value;
  }

  @Parallel
  public static Set<Optional<Color>> setsOfOptionals(Set<Optional<Color>> value) {
    return value;
  }

  @Parallel
  public static Map<String, Double> maps(Map<String, Double> value) {
    return value;
  }

  @Parallel
  public static Map<Point, List<Map<Long, Color[]>>> mapsOfMaps(
      Map<Point, List<Map<Long, Color[]>>> value) {
    return value;
  }

  @Parallel
  public static Optional<String> optionals(Optional<String> value) {
    return value;
  }

  @Parallel
  public static Optional<Optional<List<Integer>>> optionalsOfOptionals(
      Optional<Optional<List<Integer>>> value) {
    return value;
  }

  @Parallel
  public static Empty empties(Empty value) {
    return value;
  }

  @Parallel
  public static Everything everythings(Everything value) {
    return value;
  }

  @Parallel
  public static Tree trees(Tree value) {
    return value;
  }

  @Parallel
  public static Pair<Integer, String> pairs(Pair<Integer, String> value) {
    return value;
  }

  @Parallel
  public static Pair<Pair<Color, int[]>, List<Pair<String, Point>>>[] pairsOfPairs(
      Pair<Pair<Color, int[]>, List<Pair<String, Point>>>[] value) {
    return value;
  }

  @Parallel
  public static Linked<Long> linked(Linked<Long> value) {
    return value;
  }

  @Parallel
  public static List<Range> ranges(List<Range> value) {
    return value;
  }
}
