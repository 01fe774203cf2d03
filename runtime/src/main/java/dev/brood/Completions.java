package dev.brood;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in the order in which they complete. Closing it takes back what it has left with tasks that
 * have not: a task that lives long may be waited for any number of times.
 */
final class Completions<F extends CompletableFuture<?>> implements AutoCloseable {
  private final BlockingQueue<F> completed = new LinkedBlockingQueue<>();
  private final List<CompletableFuture<@Nullable Object>> ends = new ArrayList<>();
  private int left;
  private volatile boolean closed;

  Completions(List<F> tasks) {
    left = tasks.size();
    for (F task : tasks) {
      if (task.isDone()) {
        completed.add(task);
      } else {
        watch(task);
      }
    }
  }

  /**
   * A future cannot forget a dependent, but for those of "any of several": when one of these has
   * completed, it is removed from the others. So the other one is what ends the watch.
   */
  private void watch(F task) {
    CompletableFuture<@Nullable Object> end = new CompletableFuture<>();
    ends.add(end);
    CompletableFuture<Object> unused =
        CompletableFuture.anyOf(task, end)
            .whenComplete(
                (value, failure) -> {
                  if (!end.isDone()) {
                    completed.add(task);
                  }
                });
  }

  /** Waits until as many have completed as are wanted, but not longer than that. */
  void await(Tasks.Until until, long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long began = System.nanoTime();
    while (left > 0) {
      F task = next(nanos - (System.nanoTime() - began));
      if (task == null
          || until == Tasks.Until.FIRST_COMPLETED
          || (until == Tasks.Until.FIRST_FAILED && task.isCompletedExceptionally())) {
        return;
      }
    }
  }

  private @Nullable F next(long nanos) throws InterruptedException {
    F task = completed.poll();
    if (task == null && nanos > 0) {
      task = completed.poll(nanos, TimeUnit.NANOSECONDS);
    }
    if (task != null) {
      left--;
    }
    return task;
  }

  /** Gives all, each when it has completed, within the limit. */
  Stream<F> stream(long nanos) {
    long began = System.nanoTime();
    Spliterator<F> each =
        new Spliterators.AbstractSpliterator<>(left, Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super F> action) {
            if (left == 0) {
              return false;
            }
            action.accept(take(nanos - (System.nanoTime() - began)));
            return true;
          }

          @Override
          public @Nullable Spliterator<F> trySplit() {
            return null; // or a parallel stream would wait for many before it goes on with the
            // first
          }
        };
    return StreamSupport.stream(each, false).onClose(this::close);
  }

  private F take(long nanos) {
    if (closed) {
      throw new IllegalStateException("the stream has been closed, or has failed");
    }
    F task;
    try {
      task = next(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new CallInterruptedException("interrupted while waiting for tasks; they go on", e);
    }
    if (task == null) {
      close();
      throw new CompletionException(
          new TimeoutException("tasks that have not completed within the limit: " + left));
    }
    return task;
  }

  @Override
  public void close() {
    closed = true;
    ends.forEach(end -> end.complete(null));
  }
}
