package dev.brood.benchmark;

import dev.brood.Pool;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whether a call costs the same however many workers, or other calls, there are. */
final class Scaling implements Row {
  /** The dearest may cost so many times as much as the cheapest. */
  private static final double FLAT = 2;

  private static final int CALLS_FOR_EACH_SIZE = 100_000;
  private static final long BYTES_OF_A_WORKER = 100L << 20;

  @Override
  public String name() {
    return "scaling";
  }

  @Override
  public String title() {
    return "the cost of a call, by workers and by calls";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    report(byWorkers(plan), "the size of the pool", Collections.max(plan.workers()), report);
    report(byCalls(plan), "the number of calls", Collections.max(plan.calls()), report);
  }

  /** Each turn has a pool of its own: all of them at once would need the memory of all. */
  private static Results byWorkers(Plan plan) throws Exception {
    int calls = Math.min(plan.numbers(), CALLS_FOR_EACH_SIZE);
    Contest contest = new Contest(plan);
    for (int workers : plan.workers()) {
      String name = "Brood, a pool of " + workers;
      if (hasRoomFor(workers)) {
        contest.way(
            name,
            atLeast -> {
              try (Pool pool = Pool.builder().workers(workers).minWorkers(workers).start()) {
                Turn turn = Turn.together(calls, sum(calls), stream(pool, calls));
                turn.take(plan.warmUp());
                return turn.take(atLeast);
              }
            });
      } else {
        contest.without(name, "not enough memory");
      }
    }
    return contest.runCold();
  }

  private static boolean hasRoomFor(int workers) throws IOException {
    return !Proc.reason().isEmpty() || Proc.availableBytes() > workers * BYTES_OF_A_WORKER;
  }

  private static Results byCalls(Plan plan) throws Exception {
    try (Pool pool = Pool.start(Plan.WORKERS)) {
      Contest contest = new Contest(plan);
      for (int calls : plan.calls()) {
        contest.way(
            "Brood, " + Units.count(calls) + " calls",
            Turn.together(calls, sum(calls), stream(pool, calls)));
      }
      return contest.run();
    }
  }

  /** Any number of calls: their results are not kept. */
  private static Callable<Long> stream(Pool pool, int calls) {
    return () -> {
      try (Stream<Integer> squares = pool.stream(IntStream.range(0, calls), WorkParallel::square)) {
        return squares.mapToLong(Integer::longValue).sum();
      }
    };
  }

  private static long sum(int calls) {
    return LongStream.range(0, calls).map(i -> Work.square((int) i)).sum();
  }

  private static void report(Results results, String what, int largest, Report report) {
    report.table(results.callsTogether());
    List<String> ran = results.names().stream().filter(results::has).toList();
    double least = costs(results, ran).min().orElseThrow();
    double most = costs(results, ran).max().orElseThrow();
    report.goal(
        Goal.atMost(
            "the dearest call beside the cheapest, by " + what + " up to " + Units.count(largest),
            Figure.of(most / least),
            FLAT,
            Units::factor));
  }

  private static DoubleStream costs(Results results, List<String> ways) {
    return ways.stream().mapToDouble(way -> results.of(way).each());
  }
}
