package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.Task;

/** A program whose arguments and results are as large as an array can nearly be. */
final class LargeMain {
  private static final int GIBIBYTE = 1 << 30;

  private LargeMain() {}

  public static void main(String[] arguments) {
    try (Pool pool = Pool.builder().workers(2).jvmArguments("-Xmx4g").start()) {
      byte[] large = Data.large(GIBIBYTE);
      long sum = Data.checksum(large);
      check(pool.call(DataParallel.checksum(large)) == sum);
      check(Data.checksum(pool.call(DataParallel.large(GIBIBYTE))) == sum);
      Task<byte[]> result = pool.submit(DataParallel.large(GIBIBYTE));
      check(pool.call(DataParallel.checksum(large)) == sum);
      check(Data.checksum(result.join()) == sum);
    }
    System.out.println("argument, result, both");
  }

  private static void check(boolean right) {
    if (!right) {
      throw new IllegalStateException("something else has arrived");
    }
  }
}
