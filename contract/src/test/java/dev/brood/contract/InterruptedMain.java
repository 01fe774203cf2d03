package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.contract.kit.Kind;
import dev.brood.testkit.Gate;
import java.time.Duration;
import java.util.stream.Collectors;

/** A program that works until somebody presses Ctrl-C. */
public final class InterruptedMain {
  private InterruptedMain() {}

  /** Prints {@code ready} and the workers' process ids, and later that it is about to end. */
  public static void main(String[] args) {
    Gate gate = new Gate();
    Pool pool =
        Kind.valueOf(args[0])
            .start(
                Pool.builder().workers(2).gracePeriod(Duration.ofMillis(Long.parseLong(args[1]))));
    var one = pool.submit(WorkParallel.passAndSpin(gate.port(), 1));
    var other = pool.submit(WorkParallel.passAndSpin(gate.port(), 2));
    var queued = pool.submit(WorkParallel.square(3));
    gate.awaitVisitor().release();
    gate.awaitVisitor().release();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ending")));
    System.out.println(
        "ready "
            + ProcessHandle.current()
                .children()
                .map(child -> Long.toString(child.pid()))
                .collect(Collectors.joining(" ")));
    System.out.println("never " + (one.join() + other.join() + queued.join()));
  }
}
