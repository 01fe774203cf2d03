package dev.brood.testkit;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for events that surely come, but not for ever: a hang becomes a failure. */
public final class Await {
  /** So long takes nothing but a hang. */
  public static final long SECONDS = 60;

  private Await() {}

  /** The value of a future that is about to be completed. */
  public static <T extends @Nullable Object> T value(Future<T> future) {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("failed instead of giving a value: " + e.getCause(), e.getCause());
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
  }

  /** The exception of a future that is about to fail, with those that only wrap it taken off. */
  public static Throwable failure(Future<?> future) {
    try {
      Object value = future.get(SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("gave " + value + " instead of failing");
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause());
    } catch (CancellationException e) {
      // JDK 23 and later wrap it in one of the caller's own.
      return e.getCause() instanceof CancellationException original ? original : e;
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
  }

  /** The moment when a latch is open. */
  public static void latch(CountDownLatch latch) {
    try {
      if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("a hang");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
  }

  /** The next element of a queue that is about to get one. */
  public static <T> T next(BlockingQueue<T> queue) {
    try {
      T next = queue.poll(SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("a hang");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
  }

  /** The end of a thread that is about to end. */
  public static void end(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
    if (thread.isAlive()) {
      throw new AssertionError("a hang: " + thread.getName() + " does not end");
    }
  }

  /** The moment when a thread waits for something that is up to others. */
  public static void parked(Thread thread) {
    until(
        () -> {
          Thread.State state = thread.getState();
          return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        });
  }

  /** The moment when a condition holds that nobody announces. */
  public static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("a hang");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** A value that is about to be there, which nobody announces. */
  public static <T> T present(Supplier<Optional<T>> supplier) {
    AtomicReference<Optional<T>> last = new AtomicReference<>(Optional.empty());
    until(
        () -> {
          last.set(supplier.get());
          return last.get().isPresent();
        });
    return last.get().orElseThrow();
  }

  /** The moment when a condition holds that follows from the collection of garbage. */
  public static void collected(BooleanSupplier condition) {
    until(
        () -> {
          System.gc();
          return condition.getAsBoolean();
        });
  }
}
