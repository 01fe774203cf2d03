package dev.brood.contract.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * How much memory this process has, looked at now and then. What it shares with workers, and the
 * pages of the book, do not count: the operating system takes them back.
 */
final class Memory implements Closeable {
  private static final Path STATUS = Path.of("/proc/self/status");

  /**
   * At one moment, in bytes.
   *
   * @param heap what lives on the heap
   * @param resident what belongs to this process alone; 0 where the system does not tell
   */
  record Sample(long heap, long resident) {
    private static Sample now() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return new Sample(runtime.totalMemory() - runtime.freeMemory(), ownPages());
    }

    private static long ownPages() {
      if (Files.notExists(STATUS)) {
        return 0;
      }
      try (Stream<String> lines = Files.lines(STATUS)) {
        return lines
            .filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .sum();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final List<Sample> samples = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private final Duration pause;
  private final Thread thread = new Thread(this::run, "memory");

  private Memory(Duration pause) {
    this.pause = pause;
  }

  /** Begins to look. */
  static Memory watch(Duration pause) {
    Memory memory = new Memory(pause);
    memory.thread.setDaemon(true);
    memory.thread.start();
    return memory;
  }

  private void run() {
    try {
      while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        samples.add(Sample.now());
      }
    } catch (InterruptedException e) {
      // By nobody but the end of the JVM.
    }
  }

  /** The most that was seen so far. */
  long peak(ToLongFunction<Sample> what) {
    return List.copyOf(samples).stream().mapToLong(what).max().orElse(0);
  }

  /** The mean of the first third. To be asked at the end, as the next. */
  long early(ToLongFunction<Sample> what) {
    return mean(samples.subList(0, (samples.size() + 2) / 3), what);
  }

  /** The mean of the last third. */
  long late(ToLongFunction<Sample> what) {
    return mean(samples.subList(samples.size() - (samples.size() + 2) / 3, samples.size()), what);
  }

  private static long mean(List<Sample> samples, ToLongFunction<Sample> what) {
    return (long) samples.stream().mapToLong(what).average().orElse(0);
  }

  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
