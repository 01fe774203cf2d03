package dev.brood.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;

/**
 * Several threads that call the same, each one call after the other.
 *
 * @param count how many
 */
record Callers(int count, Callable<?> call) implements Turn {

  @Override
  public Sample take(Duration atLeast) throws Exception {
    CyclicBarrier start = new CyclicBarrier(count + 1);
    List<FutureTask<Latencies>> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FutureTask<Latencies> caller = new FutureTask<>(() -> callRepeatedly(start, atLeast));
      callers.add(caller);
      Thread thread = new Thread(caller, "caller-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    start.await();
    long begin = System.nanoTime();
    List<Latencies> latencies = new ArrayList<>();
    for (FutureTask<Latencies> caller : callers) {
      latencies.add(caller.get());
    }
    double nanos = System.nanoTime() - begin;
    return Latencies.sample(
        latencies, nanos / latencies.stream().mapToLong(Latencies::count).sum());
  }

  private Latencies callRepeatedly(CyclicBarrier start, Duration atLeast) throws Exception {
    Latencies latencies = new Latencies();
    int least = Math.max(1, Turn.LEAST_CALLS / count);
    start.await();
    long begin = System.nanoTime();
    long now = begin;
    while (now - begin < atLeast.toNanos() || latencies.count() < least) {
      call.call();
      long after = System.nanoTime();
      latencies.add(after - now);
      now = after;
    }
    return latencies;
  }
}
