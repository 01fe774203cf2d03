package demo;

import dev.brood.Parallel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every kind of type, each in one place at least. */
public final class Values {
  private Values() {}

  public enum HTTPStatusCode {
    OK,
    NOT_FOUND
  }

  @Parallel
  public static boolean primitives(
      boolean a, byte b, short c, char d, int e, long f, float g, double h) {
    return a;
  }

  @Parallel
  public static Character boxes(
      Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g, Double h, String i) {
    return d;
  }

  @Parallel
  public static byte[] arrays(
      boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f, float[] g, double[] h) {
    return b;
  }

  @Parallel
  public static HTTPStatusCode enums(HTTPStatusCode code) {
    return code;
  }

  @Parallel
  public static String[] references(
      int[][] a, Integer[][][] b, List<String>[] c, HTTPStatusCode[] d) {
    return new String[0];
  }

  @Parallel
  public static Map<String, List<Integer>> collections(
      List<Set<String>> a, Map<HTTPStatusCode, int[]> b, Optional<List<String>> c) {
    return Map.of();
  }

  @Parallel
  public static void nothing() {}
}
