package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.contract.kit.Kind;
import java.util.stream.IntStream;

/** A program whose main method returns while its pool is open and has work. */
public final class OpenPoolMain {
  private OpenPoolMain() {}

  /** Leaves calls behind that print what came of them. */
  public static void main(String[] args) {
    Pool pool = Kind.valueOf(args[0]).start(2);
    pool.forEachAsync(
        dev.brood.Calls.of(IntStream.range(0, 5), i -> WorkParallel.append(args[1], "line " + i)));
    IntStream.range(0, 20)
        .forEach(
            i ->
                pool.submit(WorkParallel.square(i))
                    .thenAccept(square -> System.out.println("square " + square)));
  }
}
