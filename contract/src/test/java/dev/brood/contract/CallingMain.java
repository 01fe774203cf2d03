package dev.brood.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brood.Pool;
import dev.brood.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** A program that makes calls as it is told to, while another one lasts. */
public final class CallingMain {
  private CallingMain() {}

  /**
   * Prints the square of each number that it reads, and at the end 1000, from a worker that has
   * been at a gate meanwhile.
   *
   * @param args the gate's port
   */
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (Pool pool = Pool.start(2)) {
      Task<Integer> lasting = pool.submit(WorkParallel.pass(Integer.parseInt(args[0]), 1000));
      String line;
      while ((line = in.readLine()) != null) {
        System.out.println(pool.call(WorkParallel.square(Integer.parseInt(line))));
      }
      System.out.println(lasting.join());
    }
  }
}
