package dev.brood.contract;

import dev.brood.Calls;
import dev.brood.Pool;
import dev.brood.contract.kit.Kind;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A program with a small heap and a great many calls. */
public final class LongStreamMain {
  private LongStreamMain() {}

  /** Prints the sum of the squares of that many numbers, which overflows just as it should. */
  public static void main(String[] args) {
    int count = Integer.parseInt(args[1]);
    try (Pool pool = Kind.valueOf(args[0]).start(2);
        Stream<Integer> squares =
            pool.stream(Calls.of(IntStream.range(0, count), WorkParallel::square))) {
      System.out.println(squares.mapToLong(Integer::longValue).sum());
    }
  }
}
