package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A program whose workers are busy in many ways when it ends. */
public final class EndingMain {
  private EndingMain() {}

  /**
   * Starts as many workers as there are ways to be busy, and one more, which is idle. Each of the
   * others shows itself at a gate. Then prints {@code ready} and the workers' process ids, and
   * halts when there is a byte to be read.
   *
   * @param args the gate's port
   */
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    Pool pool = Pool.start(7);
    List.of(
            WorkParallel.passAndSpin(port, 1),
            WorkParallel.passAndCount(port, 2),
            WorkParallel.passStubbornly(port, 3), // in native code
            WorkParallel.pass(port, 4),
            WorkParallel.startProgram(port),
            WorkParallel.leaveProgram(port))
        .forEach(pool::submit);
    String pids =
        Processes.workers(ProcessHandle.current()).stream()
            .map(worker -> Long.toString(worker.pid()))
            .collect(Collectors.joining(" "));
    System.out.println("ready " + pids);
    if (System.in.read() >= 0) {
      Runtime.getRuntime().halt(7);
    }
  }
}
