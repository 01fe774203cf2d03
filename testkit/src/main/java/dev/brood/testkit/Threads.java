package dev.brood.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs code on a thread of its own. */
public final class Threads {
  private Threads() {}

  /** What runs, and what comes of it. */
  public record Running<T extends @Nullable Object>(Thread thread, Future<T> result) {}

  /** Starts code that gives a value. */
  public static <T extends @Nullable Object> Running<T> start(Callable<T> code) {
    FutureTask<T> result = new FutureTask<>(code);
    Thread thread = new Thread(result, "test");
    thread.setDaemon(true);
    thread.start();
    return new Running<>(thread, result);
  }

  /** The value that code gives on a thread of its own. */
  public static <T extends @Nullable Object> Future<T> run(Callable<T> code) {
    return start(code).result();
  }
}
