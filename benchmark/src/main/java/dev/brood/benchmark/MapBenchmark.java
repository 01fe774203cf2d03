package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 100,000 squares, as calls per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(MapBenchmark.CALLS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MapBenchmark {
  static final int CALLS = 100_000;

  private final List<Integer> numbers = Inputs.numbers(CALLS);

  /** A pool of two workers. */
  @State(Scope.Benchmark)
  public static class Workers {
    private final Pool pool = Pool.start(2);

    /** Ends the workers. */
    @TearDown
    public void close() {
      pool.close();
    }
  }

  /** Two threads. */
  @State(Scope.Benchmark)
  public static class Threads {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    /** Ends the threads. */
    @TearDown
    public void close() {
      executor.shutdown();
    }
  }

  /** In two workers. */
  @Benchmark
  public List<Integer> map(Workers workers) {
    return Squares.map(workers.pool, numbers);
  }

  /** In a loop. */
  @Benchmark
  public List<Integer> serial() {
    return Squares.serial(numbers);
  }

  /** On the threads of the common pool, in chunks. */
  @Benchmark
  public List<Integer> parallelStream() {
    return Squares.parallelStream(numbers);
  }

  /** On two threads, one hand-over and one future for each. */
  @Benchmark
  public List<Integer> submit(Threads threads) throws Exception {
    return Squares.submit(threads.executor, numbers);
  }
}
