package dev.brood.benchmark;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** Threads of this JVM to do the same work: as many as a pool has workers. */
final class InProcess implements AutoCloseable {
  private final ExecutorService threads = Executors.newFixedThreadPool(Plan.WORKERS);
  private final ForkJoinPool streams = new ForkJoinPool(Plan.WORKERS);

  ExecutorService threads() {
    return threads;
  }

  /** Work with a parallel stream, which takes the pool of the thread that it is begun on. */
  <T> Callable<T> streaming(Callable<T> work) {
    return () -> streams.submit(work).get();
  }

  @Override
  public void close() {
    threads.shutdown();
    streams.shutdown();
  }
}
