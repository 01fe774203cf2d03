package dev.brood;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way: a {@link CompletableFuture} that a pool completes with the method's result,
 * with the exception that the method threw, or with a {@link BroodException} that tells how the
 * call was lost.
 *
 * <p>Dependent actions run as with any {@link CompletableFuture}: on the thread that completes the
 * task, which for an answer of the pool and for {@link #orTimeout} is one of the pool's callback
 * threads, or on the thread that adds them to a completed task. A thread that moves data never runs
 * them; if callbacks block, more threads are added, so that a slow one delays no other task.
 *
 * <p>Completing a task from outside ends the work: {@link #cancel} (whatever its argument), {@link
 * #complete}, {@link #completeExceptionally} and hence {@link #orTimeout} withdraw a queued call.
 * The thread of a call that is running is interrupted. If the call has not ended after the pool's
 * {@linkplain Pool.Builder#gracePeriod grace period}, its worker is killed with all processes that
 * it has started, and replaced. {@link #stopped} tells when the work has really ended. A short call
 * that has been sent ahead to a worker is taken back, but may begin before that reaches the worker.
 * Completing a future that depends on the task does not end the work. In an {@linkplain Pool#inline
 * inline} pool a task is complete when it is handed out.
 *
 * @param <R> the method's result; {@link Void} for a method without one
 */
public abstract class Task<R extends @Nullable Object> extends CompletableFuture<R> {
  private final Executor callbacks;

  /**
   * For pools.
   *
   * @param callbacks runs dependent actions
   */
  protected Task(Executor callbacks) {
    this.callbacks = Objects.requireNonNull(callbacks);
  }

  /** What this task runs. */
  public abstract Call<R> call();

  /**
   * Takes the call back if it has not been handed to a worker. The task is then cancelled. A call
   * that a method in a child JVM has submitted to {@link Pool#current} cannot be taken back, since
   * only the parent knows whether it is queued; {@link #cancel} ends it in any case.
   *
   * @return whether the call was still queued; if so, it has not started and never will. If not,
   *     nothing has changed, and nothing is said about whether it has started
   */
  public abstract boolean withdraw();

  /**
   * The runs of this call so far, oldest first: lost ones that were followed by another, and the
   * one that was answered or was the last. A run that was ended because the task was cancelled, or
   * completed otherwise from outside, is not among them. So the list is empty while the first run
   * is under way, for a call that never began, and for one that was cancelled during its first run.
   */
  public abstract List<Attempt> attempts();

  /**
   * Completed when no work for this task goes on anywhere any more: when the method has returned,
   * its worker has ended, or the call was withdrawn before it began. For a task that was completed
   * from outside this is later than the task itself, at most by the pool's grace period and the
   * time that a kill takes. Completing what is returned has no effect on anything else.
   *
   * <pre>{@code
   * task.cancel(true);
   * task.stopped().get(5, SECONDS); // nothing of it runs any more
   * }</pre>
   */
  public abstract CompletableFuture<Void> stopped();

  /** Runs this task's dependent actions: the pool's callback threads. */
  @Override
  public Executor defaultExecutor() {
    return callbacks;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new Dependent<>(callbacks);
  }

  /** Completes this task from outside, as {@link #complete} does, when the supplier has run. */
  @Override
  public CompletableFuture<R> completeAsync(Supplier<? extends R> supplier, Executor executor) {
    Objects.requireNonNull(supplier);
    executor.execute(
        () -> {
          if (isDone()) {
            return;
          }
          try {
            complete(supplier.get());
          } catch (Throwable e) {
            completeExceptionally(e);
          }
        });
    return this;
  }

  /**
   * Not supported: an outcome that others may have seen stays what it is.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public void obtrudeValue(R value) {
    throw new UnsupportedOperationException("the outcome of a task cannot be replaced");
  }

  /**
   * Not supported: an outcome that others may have seen stays what it is.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public void obtrudeException(Throwable exception) {
    throw new UnsupportedOperationException("the outcome of a task cannot be replaced");
  }

  /**
   * Not supported. It is a static method of {@link CompletableFuture} and has nothing to do with
   * tasks: the supplier would run in this very process.
   *
   * @deprecated for work in a worker, call a generated factory and {@link Pool#submit}; for work in
   *     this process, call {@code CompletableFuture.supplyAsync}
   * @throws UnsupportedOperationException always
   */
  @Deprecated
  public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
    return inThisProcess("supplyAsync");
  }

  /**
   * Not supported. It is a static method of {@link CompletableFuture} and has nothing to do with
   * tasks: the supplier would run in this very process.
   *
   * @deprecated for work in a worker, call a generated factory and {@link Pool#submit}; for work in
   *     this process, call {@code CompletableFuture.supplyAsync}
   * @throws UnsupportedOperationException always
   */
  @Deprecated
  public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier, Executor executor) {
    return inThisProcess("supplyAsync");
  }

  /**
   * Not supported. It is a static method of {@link CompletableFuture} and has nothing to do with
   * tasks: the action would run in this very process.
   *
   * @deprecated for work in a worker, call a generated factory and {@link Pool#submit}; for work in
   *     this process, call {@code CompletableFuture.runAsync}
   * @throws UnsupportedOperationException always
   */
  @Deprecated
  public static CompletableFuture<Void> runAsync(Runnable runnable) {
    return inThisProcess("runAsync");
  }

  /**
   * Not supported. It is a static method of {@link CompletableFuture} and has nothing to do with
   * tasks: the action would run in this very process.
   *
   * @deprecated for work in a worker, call a generated factory and {@link Pool#submit}; for work in
   *     this process, call {@code CompletableFuture.runAsync}
   * @throws UnsupportedOperationException always
   */
  @Deprecated
  public static CompletableFuture<Void> runAsync(Runnable runnable, Executor executor) {
    return inThisProcess("runAsync");
  }

  private static <U> CompletableFuture<U> inThisProcess(String name) {
    throw new UnsupportedOperationException(
        "Task."
            + name
            + " would run in this process. For work in a worker, submit a call of a @Parallel method"
            + " to a pool; for work in this process, use CompletableFuture."
            + name);
  }

  @Override
  public String toString() {
    return super.toString() + "[" + call().method() + "]";
  }

  /** A stage that depends on a task: an ordinary future with the task's executor. */
  private static final class Dependent<U> extends CompletableFuture<U> {
    private final Executor callbacks;

    Dependent(Executor callbacks) {
      this.callbacks = callbacks;
    }

    @Override
    public Executor defaultExecutor() {
      return callbacks;
    }

    @Override
    public <V> CompletableFuture<V> newIncompleteFuture() {
      return new Dependent<>(callbacks);
    }
  }
}
