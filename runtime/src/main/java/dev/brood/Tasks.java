package dev.brood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Waiting for several tasks, or any other {@link CompletableFuture}s, together. None of these
 * methods changes, completes or cancels a task.
 */
public final class Tasks {
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private Tasks() {}

  /** When a wait for several tasks ends. */
  public enum Until {
    /** When all have completed, however. */
    ALL_COMPLETED,
    /** When one has completed, however. */
    FIRST_COMPLETED,
    /** When one has failed or was cancelled; when all have completed if none does. */
    FIRST_FAILED
  }

  /**
   * Which tasks had completed when a wait ended, each list in the order of the tasks given.
   *
   * @param done those that had completed, however
   * @param pending the others
   */
  public record Waited<F extends CompletableFuture<?>>(List<F> done, List<F> pending) {}

  /**
   * Waits for as long as it takes.
   *
   * @param tasks read once; if empty, the wait ends at once
   * @param until what ends the wait
   */
  public static <F extends CompletableFuture<?>> Waited<F> await(
      Collection<? extends F> tasks, Until until) throws InterruptedException {
    return await(tasks, until, FOREVER);
  }

  /**
   * Waits, but not longer than that.
   *
   * @param tasks read once; if empty, the wait ends at once
   * @param until what ends the wait
   * @param limit how long at most; then the result tells how far things are. If it is not positive,
   *     this only looks
   */
  public static <F extends CompletableFuture<?>> Waited<F> await(
      Collection<? extends F> tasks, Until until, Duration limit) throws InterruptedException {
    List<F> all = List.copyOf(tasks);
    Objects.requireNonNull(until, "until");
    long nanos = nanos(limit);
    try (Completions<F> completions = new Completions<>(all)) {
      completions.await(until, nanos);
    }
    List<F> done = new ArrayList<>();
    List<F> pending = new ArrayList<>();
    all.forEach(task -> (task.isDone() ? done : pending).add(task));
    return new Waited<>(Collections.unmodifiableList(done), Collections.unmodifiableList(pending));
  }

  private static long nanos(Duration limit) {
    return limit.compareTo(FOREVER) < 0 ? limit.toNanos() : Long.MAX_VALUE;
  }

  /**
   * Gives tasks in the order in which they complete, however they do. Those that have completed
   * already come first, as they were given. Close the stream if it may not be consumed to its end.
   *
   * @param tasks read once; one that stands there twice comes twice
   * @return a sequential stream. Consuming it waits, and throws {@link CallInterruptedException} if
   *     the thread is interrupted; the tasks go on then
   */
  public static <F extends CompletableFuture<?>> Stream<F> asCompleted(
      Collection<? extends F> tasks) {
    return asCompleted(tasks, FOREVER);
  }

  /**
   * Gives tasks in the order in which they complete, as far as they do within a limit. As {@link
   * #asCompleted(Collection)}.
   *
   * @param tasks read once
   * @param limit from now on, for all together; consuming the stream beyond it throws a {@link
   *     java.util.concurrent.CompletionException} whose cause is a {@link TimeoutException}
   */
  public static <F extends CompletableFuture<?>> Stream<F> asCompleted(
      Collection<? extends F> tasks, Duration limit) {
    Completions<F> completions = new Completions<>(List.copyOf(tasks));
    return completions.stream(nanos(limit));
  }
}
