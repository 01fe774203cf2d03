package dev.brood.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brood.Pool;
import dev.brood.WorkerStartException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.CompletionException;

/** A program that starts a pool, or uses the one that it has, whenever it is told to. */
public final class CrampedMain {
  private CrampedMain() {}

  /** For each line that it reads, such as {@code start}, it prints what came of it. */
  public static void main(String[] args) throws IOException {
    try (Pool pool = Pool.start(2)) {
      System.out.println(attempt("submit", pool)); // all classes are there, whatever comes later
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      String line;
      while ((line = in.readLine()) != null) {
        System.out.println(attempt(line, pool));
      }
    }
  }

  /** What came of it, in a line. */
  static String attempt(String what, Pool pool) {
    try {
      return "answer "
          + switch (what) {
            case "start" -> fromAnother();
            case "submit" -> pool.submit(WorkParallel.square(3)).join();
            default -> pool.call(WorkParallel.square(3));
          };
    } catch (RuntimeException | Error e) {
      Throwable reason = e instanceof CompletionException ? e.getCause() : e;
      return reason instanceof WorkerStartException
          ? "failed " + reason.getMessage().lines().findFirst().orElse("")
          : "unclear " + reason;
    }
  }

  private static int fromAnother() {
    try (Pool pool = Pool.start(2)) {
      return pool.call(WorkParallel.square(3));
    }
  }
}
