package dev.brood.contract;

import dev.brood.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Code that leaks. */
final class Hoard {
  private static final List<byte[]> KEPT = new ArrayList<>();

  private Hoard() {}

  /** Keeps so many megabytes more, and tells how many there are. */
  @Parallel
  static int keep(int megabytes) {
    for (int i = 0; i < megabytes; i++) {
      byte[] bytes = new byte[1 << 20];
      Arrays.fill(bytes, (byte) 1); // so that they are really there
      KEPT.add(bytes);
    }
    return KEPT.size();
  }
}
