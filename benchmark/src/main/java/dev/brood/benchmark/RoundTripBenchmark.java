package dev.brood.benchmark;

import dev.brood.Pool;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One call, there and back: in a worker, inline, and handed to a thread. Sampled, so that the
 * median shows.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RoundTripBenchmark {

  /** A pool of two workers. */
  @State(Scope.Benchmark)
  public static class Workers {
    private final Pool pool = Pool.start(2);
    private final WorkParallel.Blocking work = WorkParallel.blocking(pool);

    /** Ends the workers. */
    @TearDown
    public void close() {
      pool.close();
    }
  }

  /** A pool without processes. */
  @State(Scope.Benchmark)
  public static class Inline {
    private final Pool pool = Pool.inline();
    private final WorkParallel.Blocking work = WorkParallel.blocking(pool);

    /** Closes the pool. */
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

  /** A call of the blocking proxy. */
  @Benchmark
  public int blockingCall(Workers workers) {
    return workers.work.square(3);
  }

  /** The same through the codecs only. */
  @Benchmark
  public int inlineCall(Inline inline) {
    return inline.work.square(3);
  }

  /** The same on a thread of this JVM. */
  @Benchmark
  public int threadPool(Threads threads) throws ExecutionException, InterruptedException {
    return threads.executor.submit(() -> Work.square(3)).get();
  }
}
