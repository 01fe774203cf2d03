package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.testkit.Gate;
import java.io.IOException;
import java.time.Duration;

/** A program with a call that lasts and a service that is to be closed. */
public final class OrderlyMain {
  private OrderlyMain() {}

  /**
   * Prints {@code ready} when one worker is running the call and the other one has the service, and
   * exits with 3 when there is a byte to be read.
   *
   * @param args the file where both write down how they fare
   */
  public static void main(String[] args) throws IOException {
    Gate gate = new Gate();
    Duration patience = Duration.ofMinutes(1); // nobody is killed, however busy this machine is
    Pool pool = Pool.builder().workers(2).gracePeriod(patience).start();
    Task<Integer> lasting = pool.submit(WorkParallel.passAndLast(gate.port(), args[0]));
    gate.awaitVisitor().release();
    var diary = DiaryParallel.blocking(pool, new DiaryParallel.Instance(args[0]));
    diary.entry("one");
    System.out.println("ready");
    if (System.in.read() >= 0) {
      System.exit(3);
    }
    System.out.println("never " + lasting.join() + diary.entry("two"));
  }
}
