package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a stream of calls holds in memory while it goes on and on. */
final class StreamMemory implements Row {
  private static final int LOOKS = 10;

  /** What the JVM itself may need meanwhile, for code that it compiles and the like. */
  private static final int FLAT = 2 << 20;

  @Override
  public String name() {
    return "stream-memory";
  }

  @Override
  public String title() {
    return "the heap during one stream of calls, each time after a collection";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    int count = plan.streamed();
    int step = Math.max(1, count / LOOKS);
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("calls answered", "heap"));
    List<Long> heaps = new ArrayList<>();
    try (Pool pool = Pool.start(Plan.WORKERS);
        Stream<Integer> squares = pool.stream(IntStream.range(0, count), WorkParallel::square)) {
      int answered = 0;
      for (int square : (Iterable<Integer>) squares::iterator) {
        if (square != Work.square(answered)) {
          throw new IllegalStateException("wrong result");
        }
        answered++;
        if (answered % step == 0) {
          heaps.add(heapAfterCollection());
          lines.add(
              List.of(
                  Units.count(answered), Units.mebibytes((double) heaps.get(heaps.size() - 1))));
        }
      }
    }
    report.table(lines);
    report.goal(
        Goal.atMost(
            "growth of the heap from " + Units.count(step) + " to " + Units.count(count) + " calls",
            Figure.of((double) (heaps.get(heaps.size() - 1) - heaps.get(0))),
            FLAT,
            Units::mebibytes));
  }

  private static long heapAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
