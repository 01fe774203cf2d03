package demo;

import dev.brood.Parallel;
import java.util.List;

/** A public class some of whose methods are not for everybody. */
public class Mixed {
  protected Mixed() {}

  record Hidden(int x) {}

  @Parallel
  public static int forEverybody(int x) {
    return x;
  }

  @Parallel
  static int forThePackage(int x) {
    return x;
  }

  @Parallel
  protected static int forHeirs(int x) {
    return x;
  }

  @Parallel
  public static int withAHiddenType(List<Hidden> hidden) {
    return hidden.size();
  }
}
