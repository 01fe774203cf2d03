package dev.brood;

import dev.brood.internal.pool.Pools;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls: in child JVMs ({@link #start()}, {@link #builder()}) or, for debugging and tests, on
 * the caller's own thread ({@link #inline()}). Close it when it is no longer needed.
 *
 * <pre>{@code
 * try (Pool pool = Pool.start()) {
 *   List<Integer> squares = pool.map(List.of(1, 2, 3), MathsParallel::square);
 * }
 * }</pre>
 *
 * <p>Every call is answered: with the method's result, with the exception that it threw, or with a
 * {@link BroodException} that tells how it was lost. A call runs at most once. A worker that dies
 * costs only the call that it was running; it is replaced, and the calls queued behind go on
 * elsewhere.
 *
 * <p>Pools are safe for use by many threads.
 */
public interface Pool extends AutoCloseable {

  /**
   * Starts a pool of child JVMs, one for each CPU that is available to this process, and waits
   * until all of them have answered.
   *
   * @throws WorkerStartException if a worker cannot be started; none is left then
   */
  static Pool start() {
    return builder().start();
  }

  /**
   * Starts a pool of child JVMs and waits until all of them have answered.
   *
   * @param workers how many, at least 1
   * @throws WorkerStartException if a worker cannot be started; none is left then
   */
  static Pool start(int workers) {
    return builder().workers(workers).start();
  }

  /** Prepares a pool of child JVMs with settings of its own. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A pool without processes: each call runs at once, on the thread that asks for it. Arguments and
   * results travel through the codecs all the same, so an argument is never shared. What a process
   * of its own gives is missing: static state, the heap and an exit are those of the caller, and
   * nothing can end a call that is running.
   */
  static Pool inline() {
    return Pools.inline();
  }

  /**
   * Runs a call and waits for its result.
   *
   * <p>The blocking proxy ({@code XParallel.blocking(pool)}) does the same with the method's own
   * signature and exceptions.
   *
   * @return the method's result; null for a method without one
   * @throws java.util.concurrent.CompletionException if the call failed; its cause is the exception
   *     that the method threw, or the {@link BroodException} that tells how the call was lost
   * @throws WireException if an argument cannot be encoded
   * @throws CallInterruptedException if the calling thread was interrupted; the call is cancelled
   * @throws java.util.concurrent.RejectedExecutionException if the pool is closed
   */
  <R extends @Nullable Object> R call(Call<R> call);

  /**
   * Hands a call to the pool and returns at once. The arguments are encoded before this method
   * returns. What goes wrong from then on, and also while encoding, is told by the task.
   *
   * <p>The asynchronous proxy ({@code XParallel.on(pool)}) does the same with the method's own
   * parameters.
   */
  <R extends @Nullable Object> Task<R> submit(Call<R> call);

  /**
   * Runs one call for each input and returns the results in the order of the inputs.
   *
   * <p>The function runs on the calling thread and only describes calls, so it may capture
   * anything. Inputs are pulled as the work proceeds, not all at once. The first call to fail ends
   * the whole: no further input is pulled, queued calls are withdrawn and running ones cancelled.
   *
   * @param inputs read once, on the calling thread
   * @param function describes the call for an input, such as {@code MathsParallel::square}
   * @return the results, in a list that may be modified
   * @throws java.util.concurrent.CompletionException if a call failed; its cause is the exception
   *     that the method threw, or the {@link BroodException} that tells how the call was lost
   * @throws WireException if an argument cannot be encoded
   * @throws CallInterruptedException if the calling thread was interrupted
   * @throws java.util.concurrent.RejectedExecutionException if the pool is closed
   */
  <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function);

  /**
   * Runs one call for each element of an array, as {@link #map(Iterable, Function)} does.
   *
   * @param inputs not modified while the calls run
   * @param function describes the call for an element
   * @return the results, in a list that may be modified
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
      T[] inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return map(Arrays.asList(inputs), function);
  }

  /**
   * Runs one call for each element of a stream, as {@link #map(Iterable, Function)} does. The
   * stream is read sequentially, and closed at the end.
   *
   * @param inputs a stream that has not been used yet; it may be long, as it is read bit by bit
   * @param function describes the call for an element
   * @return the results, in a list that may be modified
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Stream<T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    try (inputs) {
      Iterator<T> iterator = inputs.iterator();
      return map(() -> iterator, function);
    }
  }

  /**
   * Runs one call of a method without a result for each input, and waits for all of them. Otherwise
   * as {@link #map(Iterable, Function)}, but nothing is kept for each input: any number of them
   * runs in constant memory.
   *
   * @param inputs read once, on the calling thread
   * @param function describes the call for an input
   * @throws java.util.concurrent.CompletionException if a call failed; its cause is the exception
   *     that the method threw, or the {@link BroodException} that tells how the call was lost
   * @throws WireException if an argument cannot be encoded
   * @throws CallInterruptedException if the calling thread was interrupted
   * @throws java.util.concurrent.RejectedExecutionException if the pool is closed
   */
  <T extends @Nullable Object> void forEach(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<Void>> function);

  /**
   * Runs one call for each element of an array, as {@link #forEach(Iterable, Function)} does.
   *
   * @param inputs not modified while the calls run
   * @param function describes the call for an element
   */
  default <T extends @Nullable Object> void forEach(
      T[] inputs, Function<? super T, ? extends Call<Void>> function) {
    forEach(Arrays.asList(inputs), function);
  }

  /**
   * Runs one call for each element of a stream, as {@link #forEach(Iterable, Function)} does. The
   * stream is read sequentially, and closed at the end.
   *
   * @param inputs a stream that has not been used yet; it may be long, as it is read bit by bit
   * @param function describes the call for an element
   */
  default <T extends @Nullable Object> void forEach(
      Stream<T> inputs, Function<? super T, ? extends Call<Void>> function) {
    try (inputs) {
      Iterator<T> iterator = inputs.iterator();
      forEach(() -> iterator, function);
    }
  }

  /**
   * Takes no further call, waits until every call that was taken is answered and every callback has
   * run, and ends all workers; when it returns, no worker is left. A call that never ends keeps
   * this method waiting, also if somebody has stopped waiting for it by {@code get} with a time
   * limit: cancel its task. If the waiting thread is interrupted, the calls that are still open are
   * cancelled, and the interrupt is kept. Closing twice does no harm.
   */
  @Override
  void close();

  /** Settings of a pool of child JVMs. Not thread-safe; may be used for several pools. */
  final class Builder {
    private int workers = Runtime.getRuntime().availableProcessors();
    private @Nullable String name;
    private List<String> jvmArguments = List.of();

    private Builder() {}

    /**
     * How many child JVMs there are. By default one for each CPU that is available to this process,
     * a container's limit included.
     *
     * @param workers at least 1
     */
    public Builder workers(int workers) {
      if (workers < 1) {
        throw new IllegalArgumentException("a pool needs at least one worker, not " + workers);
      }
      this.workers = workers;
      return this;
    }

    /**
     * A name for the pool, which threads, workers and messages carry. By default {@code pool-1} and
     * so on.
     *
     * @param name letters, digits, dots, hyphens and underscores, at least one
     */
    public Builder name(String name) {
      if (!name.matches("[\\w.-]+")) {
        throw new IllegalArgumentException(
            "a pool's name consists of letters, digits, dots, hyphens and underscores: " + name);
      }
      this.name = name;
      return this;
    }

    /**
     * Options for the workers' JVM, one for each argument, such as {@code -Xmx2g}; they come after
     * Brood's own and so prevail, {@code -cp} included. By default none: the parent's options are
     * not copied.
     */
    public Builder jvmArguments(String... jvmArguments) {
      this.jvmArguments = List.of(jvmArguments);
      return this;
    }

    /**
     * Starts the workers and waits until all of them have answered.
     *
     * @throws WorkerStartException if a worker cannot be started; none is left then
     */
    public Pool start() {
      return Pools.start(name, workers, jvmArguments);
    }
  }
}
