package dev.brood;

import dev.brood.internal.pool.Pools;
import dev.brood.internal.pool.Settings;
import dev.brood.internal.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls: in child JVMs ({@link #start()}, {@link #builder()}), on threads ({@link #threads()})
 * or on the caller's own thread ({@link #inline()}). Close it when it is no longer needed.
 *
 * <pre>{@code
 * try (Pool pool = Pool.start()) {
 *   List<Integer> squares = pool.map(List.of(1, 2, 3), MathsParallel::square);
 * }
 * }</pre>
 *
 * <p>Every call is answered: with the method's result, with the exception that it threw, or with a
 * {@link BroodException} that tells how it was lost. A call runs at most once, unless its method is
 * declared {@linkplain Parallel#idempotent idempotent}. A worker that dies costs only the call that
 * it was running; it is replaced, and the calls queued behind go on elsewhere.
 *
 * <p>Pools are safe for use by many threads.
 */
public interface Pool extends AutoCloseable {

  /**
   * Starts a pool of child JVMs, one for each CPU that is available to this process but fewer where
   * memory is scarce, or the number of processes, and waits until all of them have answered.
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
   * of its own gives is missing: static state, the heap and an exit are those of the caller, and a
   * call that is running cannot be killed. A {@linkplain CallOptions limit of time} interrupts it;
   * if it goes on all the same, the caller waits for its end, and then gets the exception of the
   * limit.
   */
  static Pool inline() {
    return Pools.inline();
  }

  /**
   * Starts a pool of threads in this JVM, one for each CPU that is available to this process but
   * fewer where memory is scarce, or the number of processes. See {@link #threads(int)}.
   *
   * @throws WorkerStartException if there is no room for its threads; none is left then
   */
  static Pool threads() {
    return builder().startThreads();
  }

  /**
   * Starts a pool of threads in this JVM instead of child JVMs: for input and output, for debugging
   * and tests. Everything else is the same: arguments and results travel through the codecs, calls
   * have limits of time, each thread has its own object of a service. What a process of its own
   * gives is missing: static state, the heap and an exit are those of this JVM, and a thread that
   * goes on although it was interrupted cannot be ended; it is left to itself and replaced.
   *
   * @param threads how many, at least 1
   * @throws WorkerStartException if there is no room for its threads; none is left then
   */
  static Pool threads(int threads) {
    return builder().workers(threads).startThreads();
  }

  /**
   * The pool that runs the call that this very code belongs to: for calls made by calls. In a child
   * JVM it stands for the pool of the parent, which schedules such calls among its workers; they
   * end at the latest with the call that made them, and inherit its deadline. A worker that waits
   * for them does not count towards the size of the pool, so they always get one. Closing this pool
   * has no effect: it belongs to whoever has started it.
   *
   * @throws IllegalStateException if this thread runs no call
   */
  static Pool current() {
    return CallContext.current()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "this thread runs no call of a pool. Pool.current() is for the code of calls;"
                        + " hand the pool itself to all other code, and to threads that a call"
                        + " starts"))
        .pool();
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
   * returns. Whatever goes wrong is told by the task, also what the blocking form throws at once: a
   * {@link WireException} if an argument cannot be encoded, and a {@link
   * java.util.concurrent.RejectedExecutionException} if the pool is shut down or {@linkplain
   * Builder#maxQueuedCalls full}.
   *
   * <p>The asynchronous proxy ({@code XParallel.on(pool)}) does the same with the method's own
   * parameters.
   */
  <R extends @Nullable Object> Task<R> submit(Call<R> call);

  // ---- many calls ----

  /**
   * Runs many calls and returns their results in order.
   *
   * <p>Calls are described and encoded as the work proceeds, not all at once. The first call to
   * fail ends the whole: no further input is pulled, queued calls are withdrawn and running ones
   * cancelled.
   *
   * @param calls pulled on the calling thread
   * @return the results, in a list that may be modified
   * @throws java.util.concurrent.CompletionException if a call failed; its cause is the exception
   *     that the method threw, or the {@link BroodException} that tells how the call was lost
   * @throws WireException if an argument cannot be encoded
   * @throws CallInterruptedException if the calling thread was interrupted
   * @throws java.util.concurrent.RejectedExecutionException if the pool is shut down
   */
  <R extends @Nullable Object> List<R> map(Calls<R> calls);

  /**
   * Runs many calls and returns what became of each, in order. A call that fails ends no other.
   *
   * @param calls pulled on the calling thread; what the source of the inputs or the function throws
   *     ends the whole
   * @return the outcomes, in a list that may be modified
   * @throws WireException if an argument cannot be encoded
   * @throws CallInterruptedException if the calling thread was interrupted
   * @throws java.util.concurrent.RejectedExecutionException if the pool is shut down
   */
  <R extends @Nullable Object> List<Outcome<R>> outcomes(Calls<R> calls);

  /**
   * Runs many calls of methods without a result and waits for all of them. As {@link #map(Calls)},
   * but nothing is kept for each input: any number of them runs in constant memory.
   *
   * @param calls pulled on the calling thread
   */
  void forEach(Calls<Void> calls);

  /**
   * Runs many calls as their results are wanted, and gives the results in order. Calls are under
   * way a bounded number ahead of what has been consumed, so endless inputs run in constant memory.
   * Nothing starts before the first result is asked for.
   *
   * <p>Failures are those of {@link #map(Calls)}, thrown by whatever consumes the stream at the
   * place of the call that failed; the results before it come first. Close the stream if it may not
   * be consumed to its end: that cancels what is under way.
   *
   * @param calls pulled on the thread that consumes the stream
   * @return a sequential, ordered stream
   */
  <R extends @Nullable Object> Stream<R> stream(Calls<R> calls);

  /**
   * As {@link #stream(Calls)}, but each result comes as soon as it is there, whatever its place.
   *
   * @param calls pulled on the thread that consumes the stream
   * @return a sequential stream without an order
   */
  <R extends @Nullable Object> Stream<R> streamAsCompleted(Calls<R> calls);

  /**
   * As {@link #map(Calls)}, without waiting.
   *
   * @param calls pulled on a thread of the pool's callbacks, after this method has returned
   * @return the results. Cancelling it, or completing it otherwise, ends the calls; it fails as the
   *     blocking form does, with the exception that the method threw
   */
  <R extends @Nullable Object> CompletableFuture<List<R>> mapAsync(Calls<R> calls);

  /**
   * As {@link #outcomes(Calls)}, without waiting.
   *
   * @param calls pulled on a thread of the pool's callbacks, after this method has returned
   * @return the outcomes. Cancelling it, or completing it otherwise, ends the calls
   */
  <R extends @Nullable Object> CompletableFuture<List<Outcome<R>>> outcomesAsync(Calls<R> calls);

  /**
   * As {@link #forEach(Calls)}, without waiting.
   *
   * @param calls pulled on a thread of the pool's callbacks, after this method has returned
   * @return completed at the end. Cancelling it, or completing it otherwise, ends the calls
   */
  CompletableFuture<Void> forEachAsync(Calls<Void> calls);

  /**
   * Publishes results in order, as they are requested. Each subscriber has the calls run anew; a
   * second one fails where the inputs can be read only once, as a stream can. Signals are given on
   * the pool's callback threads, one at a time. Cancelling the subscription ends what is under way.
   * A result that is null, which nobody may publish, is signalled as a {@link
   * NullPointerException}.
   *
   * @param calls pulled on a thread of the pool's callbacks, as far as results are requested and a
   *     bounded number ahead
   */
  <R extends @Nullable Object> Flow.Publisher<R> publisher(Calls<R> calls);

  /**
   * Runs many calls and combines their results in the workers: only combined results travel back,
   * not each single one.
   *
   * <pre>{@code
   * Optional<Map<String, Long>> words =
   *     pool.mapReduce(Calls.of(files, WordsParallel::count), WordsParallel::merge);
   * }</pre>
   *
   * <p>A worker gets several neighbouring calls together, and how many adapts to how long they
   * take. They are lost together if it crashes; after that they are run again only if all of their
   * methods, and that which combines, are idempotent. Since they travel together, their {@link
   * CallOptions} have no effect, but for the priority of the first call, which all of them have.
   *
   * @param calls pulled on the calling thread
   * @param combine describes the call that combines two neighbouring results. It must be a
   *     generated factory of a static method whose parameters and result are all of the very type
   *     that the combined methods return. It should be associative; the order of the calls is kept.
   *     It is asked once, with two results; which method it calls must not depend on them
   * @return the combination of all results; empty if there was no call
   * @throws IllegalArgumentException if the results cannot be handed to the combining method as
   *     they are; the message names both types
   * @throws java.util.concurrent.CompletionException as of {@link #map(Calls)}
   */
  <R> Optional<R> mapReduce(
      Calls<R> calls, BiFunction<? super R, ? super R, ? extends Call<R>> combine);

  /**
   * Runs calls and returns their results in order, one for each of the inputs: anything that can be
   * iterated over. As {@link #map(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return map(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns their results in order, one for each of the inputs: an array, which is
   * not modified meanwhile. As {@link #map(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
      T[] inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return map(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns their results in order, one for each of the inputs: a stream, which is
   * closed at the end. As {@link #map(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Stream<T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return map(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns their results in order, one for each of the inputs: numbers, such as
   * {@code IntStream.range(0, 1_000)}. As {@link #map(Calls)}.
   */
  default <R extends @Nullable Object> List<R> map(
      IntStream inputs, IntFunction<? extends Call<? extends R>> function) {
    return map(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns their results in order, one for each of the inputs: numbers, such as
   * {@code LongStream.range(0, 1_000)}. As {@link #map(Calls)}.
   */
  default <R extends @Nullable Object> List<R> map(
      LongStream inputs, LongFunction<? extends Call<? extends R>> function) {
    return map(Calls.of(inputs, function));
  }

  /**
   * Runs calls of a method without a result, one for each of the inputs: anything that can be
   * iterated over. As {@link #forEach(Calls)}.
   */
  default <T extends @Nullable Object> void forEach(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<Void>> function) {
    forEach(Calls.of(inputs, function));
  }

  /**
   * Runs calls of a method without a result, one for each of the inputs: an array, which is not
   * modified meanwhile. As {@link #forEach(Calls)}.
   */
  default <T extends @Nullable Object> void forEach(
      T[] inputs, Function<? super T, ? extends Call<Void>> function) {
    forEach(Calls.of(inputs, function));
  }

  /**
   * Runs calls of a method without a result, one for each of the inputs: a stream, which is closed
   * at the end. As {@link #forEach(Calls)}.
   */
  default <T extends @Nullable Object> void forEach(
      Stream<T> inputs, Function<? super T, ? extends Call<Void>> function) {
    forEach(Calls.of(inputs, function));
  }

  /**
   * Runs calls of a method without a result, one for each of the inputs: numbers, such as {@code
   * IntStream.range(0, 1_000)}. As {@link #forEach(Calls)}.
   */
  default void forEach(IntStream inputs, IntFunction<? extends Call<Void>> function) {
    forEach(Calls.of(inputs, function));
  }

  /**
   * Runs calls of a method without a result, one for each of the inputs: numbers, such as {@code
   * LongStream.range(0, 1_000)}. As {@link #forEach(Calls)}.
   */
  default void forEach(LongStream inputs, LongFunction<? extends Call<Void>> function) {
    forEach(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, in order, one for each of the inputs: anything that can
   * be iterated over. As {@link #stream(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> stream(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return stream(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, in order, one for each of the inputs: an array, which
   * is not modified meanwhile. As {@link #stream(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> stream(
      T[] inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return stream(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, in order, one for each of the inputs: a stream, which
   * is closed at the end. As {@link #stream(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> stream(
      Stream<T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return stream(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, in order, one for each of the inputs: numbers, such as
   * {@code IntStream.range(0, 1_000)}. As {@link #stream(Calls)}.
   */
  default <R extends @Nullable Object> Stream<R> stream(
      IntStream inputs, IntFunction<? extends Call<? extends R>> function) {
    return stream(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, in order, one for each of the inputs: numbers, such as
   * {@code LongStream.range(0, 1_000)}. As {@link #stream(Calls)}.
   */
  default <R extends @Nullable Object> Stream<R> stream(
      LongStream inputs, LongFunction<? extends Call<? extends R>> function) {
    return stream(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns what became of each, in order, one for each of the inputs: anything that
   * can be iterated over. As {@link #outcomes(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<Outcome<R>> outcomes(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return outcomes(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns what became of each, in order, one for each of the inputs: an array,
   * which is not modified meanwhile. As {@link #outcomes(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<Outcome<R>> outcomes(
      T[] inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return outcomes(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns what became of each, in order, one for each of the inputs: a stream,
   * which is closed at the end. As {@link #outcomes(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> List<Outcome<R>> outcomes(
      Stream<T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return outcomes(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns what became of each, in order, one for each of the inputs: numbers, such
   * as {@code IntStream.range(0, 1_000)}. As {@link #outcomes(Calls)}.
   */
  default <R extends @Nullable Object> List<Outcome<R>> outcomes(
      IntStream inputs, IntFunction<? extends Call<? extends R>> function) {
    return outcomes(Calls.of(inputs, function));
  }

  /**
   * Runs calls and returns what became of each, in order, one for each of the inputs: numbers, such
   * as {@code LongStream.range(0, 1_000)}. As {@link #outcomes(Calls)}.
   */
  default <R extends @Nullable Object> List<Outcome<R>> outcomes(
      LongStream inputs, LongFunction<? extends Call<? extends R>> function) {
    return outcomes(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, and gives each as soon as it is there, one for each of
   * the inputs: anything that can be iterated over. As {@link #streamAsCompleted(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> streamAsCompleted(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return streamAsCompleted(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, and gives each as soon as it is there, one for each of
   * the inputs: an array, which is not modified meanwhile. As {@link #streamAsCompleted(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> streamAsCompleted(
      T[] inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return streamAsCompleted(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, and gives each as soon as it is there, one for each of
   * the inputs: a stream, which is closed at the end. As {@link #streamAsCompleted(Calls)}.
   */
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> streamAsCompleted(
      Stream<T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return streamAsCompleted(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, and gives each as soon as it is there, one for each of
   * the inputs: numbers, such as {@code IntStream.range(0, 1_000)}. As {@link
   * #streamAsCompleted(Calls)}.
   */
  default <R extends @Nullable Object> Stream<R> streamAsCompleted(
      IntStream inputs, IntFunction<? extends Call<? extends R>> function) {
    return streamAsCompleted(Calls.of(inputs, function));
  }

  /**
   * Runs calls as their results are wanted, and gives each as soon as it is there, one for each of
   * the inputs: numbers, such as {@code LongStream.range(0, 1_000)}. As {@link
   * #streamAsCompleted(Calls)}.
   */
  default <R extends @Nullable Object> Stream<R> streamAsCompleted(
      LongStream inputs, LongFunction<? extends Call<? extends R>> function) {
    return streamAsCompleted(Calls.of(inputs, function));
  }

  // ---- size ----

  /**
   * How many workers run calls at the same time, at most. A pool may have more processes for a
   * while: a spare that takes the place of a worker about to end, and those that run calls made by
   * calls.
   */
  int size();

  /**
   * Changes the size. Additional workers are started when there is work for them, at once if they
   * are among the {@linkplain Builder#minWorkers least}; superfluous ones end when they have
   * nothing to do. Does not wait. Without effect in a pool that runs calls inline.
   *
   * @param workers at least 1
   */
  void resize(int workers);

  // ---- the end ----

  /**
   * Takes no further call. Those that were taken are answered, then the workers end. Does not wait;
   * to do it twice does no harm.
   */
  void shutdown();

  /**
   * Takes no further call, withdraws all that have not begun and cancels those that are running.
   * Each of them is answered by a {@link java.util.concurrent.CancellationException}. Does not
   * wait: {@link #awaitTermination} does.
   *
   * @return the calls that had not begun, in the order in which they would have
   */
  List<Call<?>> shutdownNow();

  /** Whether the pool takes no further call. */
  boolean isShutdown();

  /** Whether the pool was shut down, and every call is answered and every worker has ended. */
  boolean isTerminated();

  /**
   * Waits until the pool {@linkplain #isTerminated has terminated}.
   *
   * @param time how long at most
   * @param unit of the time
   * @return whether it has
   */
  boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException;

  /**
   * {@linkplain #shutdown Shuts down} and waits until every call that was taken is answered, every
   * callback has run and every worker has ended. A call that never ends keeps this method waiting,
   * also if somebody has stopped waiting for it by {@code get} with a time limit: cancel its task,
   * or give calls a limit. If the waiting thread is interrupted, {@link #shutdownNow} is done and
   * the interrupt is kept. Called by a callback, it does not wait for callbacks. Closing twice does
   * no harm.
   */
  @Override
  void close();

  /** Settings of a pool of child JVMs. Not thread-safe; may be used for several pools. */
  final class Builder {
    private int workers = Pools.defaultSize();
    private @Nullable String name;
    private List<String> jvmArguments = List.of();
    private @Nullable Path java;
    private final Map<String, Optional<String>> environment = new HashMap<>();
    private @Nullable Path directory;
    private List<Path> classPath = List.of();
    private boolean debugging;
    private @Nullable Integer minWorkers;
    private Duration idleTimeout = Duration.ofSeconds(30);
    private Duration gracePeriod = Duration.ofMillis(200);
    private long recycleAfterCalls = Long.MAX_VALUE;
    private @Nullable Duration recycleAfter;
    private long recycleAboveMemory = Long.MAX_VALUE;
    private int maxQueuedCalls = 1_000_000;
    private long maxQueuedBytes = Math.max(1, Runtime.getRuntime().maxMemory() / 4);
    private int maxNesting = 16;
    private WorkerOutput output = WorkerOutput.inherit();

    private Builder() {}

    /**
     * How many workers run calls at the same time, at most. By default one for each CPU that is
     * available to this process, a container's quota included, but fewer where memory is scarce:
     * for each there are to be 128 MiB, and 20 processes or threads where their number is limited.
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
     * Brood's own and so prevail, {@code -cp} included. By default none.
     *
     * <p>Of the options of this JVM, workers have by themselves what says which modules there are
     * and what code may do with them: {@code --module-path}, {@code --add-modules}, {@code
     * --add-opens}, {@code --add-exports}, {@code --add-reads}, {@code --patch-module}, {@code
     * --enable-native-access} and {@code --enable-preview}. No other option is passed on: no system
     * property, no heap size, no agent, no debugger. What stands in {@code JAVA_TOOL_OPTIONS} and
     * the like reaches them as part of the {@linkplain #environment environment}.
     */
    public Builder jvmArguments(String... jvmArguments) {
      this.jvmArguments = List.of(jvmArguments);
      return this;
    }

    /**
     * The Java launcher that runs the workers, such as {@code /usr/lib/jvm/java-25/bin/java}: of
     * another JDK, 17 or later, or where the run-time image of this process has none. By default
     * that of the JDK of this process.
     *
     * @throws IllegalArgumentException if that is no file that can be executed
     */
    public Builder java(Path java) {
      if (!Files.isRegularFile(java) || !Files.isExecutable(java)) {
        throw new IllegalArgumentException(
            java + " cannot be executed; name a launcher, such as /usr/lib/jvm/java-25/bin/java");
      }
      this.java = java.toAbsolutePath();
      return this;
    }

    /**
     * A variable of the workers' environment, which otherwise is that of this process. May be
     * called for several.
     *
     * <p>Every JVM takes options from {@code JAVA_TOOL_OPTIONS}, {@code JDK_JAVA_OPTIONS} and
     * {@code _JAVA_OPTIONS}, so workers do too. Where these are meant for this process alone, say
     * {@code environment("JAVA_TOOL_OPTIONS", null)}.
     *
     * <p>A name with other characters than letters, digits and underscores, or with a digit first,
     * here or in the environment of this process, leaves workers open to the terminal's interrupt
     * (Ctrl-C): they are then started without the shell that keeps it from them, since that might
     * lose the variable.
     *
     * @param value null if workers are not to have the variable
     * @throws IllegalArgumentException if the name is empty or has {@code =} in it, or if the name
     *     or the value has a zero character
     */
    public Builder environment(String name, @Nullable String value) {
      if (name.isEmpty() || name.indexOf('=') >= 0 || (name + value).indexOf('\0') >= 0) {
        throw new IllegalArgumentException("no variable can have such a name or value: " + name);
      }
      environment.put(name, Optional.ofNullable(value));
      return this;
    }

    /**
     * The folder in which workers run, against which they resolve relative paths. By default that
     * of this process. The class path stays the same, with relative entries too.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public Builder directory(Path directory) {
      if (!Files.isDirectory(directory)) {
        throw new IllegalArgumentException("there is no folder " + directory);
      }
      this.directory = directory.toAbsolutePath();
      return this;
    }

    /**
     * The class path of the workers: jars, folders, and {@code folder/*} for all jars of a folder.
     * It must hold all classes that the workers use but Brood's own. Those come before it, unless
     * this process has them from a jar within a jar: then name Brood's jar, too. A module path is
     * passed on all the same. By default the class path of this process, found out from the class
     * loaders where that is necessary; a pool whose workers' class path cannot be found out does
     * not start, and says so.
     */
    public Builder classPath(Path... entries) {
      this.classPath = Stream.of(entries).map(Path::toAbsolutePath).toList();
      return this;
    }

    /**
     * Has each worker listen for a debugger, on a port of its own that the system chooses and that
     * can be reached from this machine only. The worker prints it: {@code [pool-1 worker-1]
     * Listening for transport dt_socket at address: 41357}. While a debugger holds a worker, limits
     * of time go on. By default workers do not listen.
     */
    public Builder debugger() {
      this.debugging = true;
      return this;
    }

    /**
     * How many workers there are although there is nothing to do. With fewer than {@link #workers},
     * the others are started when calls are waiting, and end when they have been idle for {@link
     * #idleTimeout}; with 0 the first call starts the first worker. By default as many as there are
     * workers at most.
     *
     * @param minWorkers 0 or more
     */
    public Builder minWorkers(int minWorkers) {
      this.minWorkers = notNegative(minWorkers, "workers");
      return this;
    }

    /**
     * After how long an idle worker beyond the {@linkplain #minWorkers least} ends. By default 30
     * s.
     *
     * @param idleTimeout more than zero
     */
    public Builder idleTimeout(Duration idleTimeout) {
      this.idleTimeout = positive(idleTimeout);
      return this;
    }

    /**
     * How long a cancelled call may go on after it was interrupted, before its worker is killed. By
     * default 200 ms.
     *
     * @param gracePeriod zero or more
     */
    public Builder gracePeriod(Duration gracePeriod) {
      if (gracePeriod.isNegative()) {
        throw new IllegalArgumentException("a grace period is not negative: " + gracePeriod);
      }
      this.gracePeriod = gracePeriod;
      return this;
    }

    /**
     * Replaces a worker after so many calls; its successor is warm before it goes. By default
     * never.
     *
     * @param calls at least 1
     */
    public Builder recycleAfterCalls(long calls) {
      this.recycleAfterCalls = atLeastOne(calls, "calls");
      return this;
    }

    /**
     * Replaces a worker that is older than that as soon as it has nothing to do; its successor is
     * warm before it goes. By default never.
     *
     * @param age more than zero
     */
    public Builder recycleAfter(Duration age) {
      this.recycleAfter = positive(age);
      return this;
    }

    /**
     * Replaces a worker whose resident memory is above that after a call; its successor is warm
     * before it goes. By default never. Where the operating system does not tell, and for threads,
     * it has no effect. A limit that a fresh worker exceeds is an error at the start.
     *
     * @param bytes at least 1
     */
    public Builder recycleAboveMemory(long bytes) {
      this.recycleAboveMemory = atLeastOne(bytes, "bytes");
      return this;
    }

    /**
     * How many calls submitted by {@link Pool#submit} may be waiting, those included that calls
     * submit to {@link Pool#current}; one more fails with a {@link
     * java.util.concurrent.RejectedExecutionException}. Blocking calls and operations on many calls
     * are not counted: they limit themselves. By default 1,000,000.
     *
     * @param calls at least 1
     */
    public Builder maxQueuedCalls(int calls) {
      this.maxQueuedCalls = (int) atLeastOne(calls, "calls");
      return this;
    }

    /**
     * How many bytes the arguments of waiting calls may have together, as {@link #maxQueuedCalls}
     * counts them. By default a quarter of this JVM's largest heap.
     *
     * @param bytes at least 1
     */
    public Builder maxQueuedBytes(long bytes) {
      this.maxQueuedBytes = atLeastOne(bytes, "bytes");
      return this;
    }

    /**
     * How deep calls may be nested: a call made by a call of this process is at depth 1. Beyond it
     * they fail with a {@link java.util.concurrent.RejectedExecutionException}. By default 16.
     *
     * @param depth 0 or more
     */
    public Builder maxNesting(int depth) {
      this.maxNesting = notNegative(depth, "levels");
      return this;
    }

    /**
     * Where that goes which workers print. By default {@linkplain WorkerOutput#inherit to this
     * process's own streams}. It has no effect on threads, which print there themselves.
     */
    public Builder output(WorkerOutput output) {
      this.output = Objects.requireNonNull(output);
      return this;
    }

    private static int notNegative(int count, String what) {
      if (count < 0) {
        throw new IllegalArgumentException("there cannot be " + count + " " + what);
      }
      return count;
    }

    private static long atLeastOne(long count, String what) {
      if (count < 1) {
        throw new IllegalArgumentException("a limit of " + count + " " + what + " is too small");
      }
      return count;
    }

    private static Duration positive(Duration time) {
      if (time.isZero() || time.isNegative()) {
        throw new IllegalArgumentException("a time limit is more than zero, not " + time);
      }
      return time;
    }

    /**
     * Starts the least number of workers and waits until they have answered.
     *
     * @throws WorkerStartException if a worker cannot be started; none is left then
     */
    public Pool start() {
      return Pools.start(settings());
    }

    /**
     * As {@link #start()}, with threads of this JVM instead of child JVMs. What is said of their
     * JVMs has no effect then, nor has a limit of memory.
     *
     * @throws WorkerStartException if there is no room for its threads; none is left then
     */
    public Pool startThreads() {
      return Pools.threads(settings());
    }

    private Settings settings() {
      return new Settings(
          name,
          workers,
          Math.min(workers, minWorkers == null ? workers : minWorkers),
          launch(),
          idleTimeout,
          gracePeriod,
          recycleAfterCalls,
          Optional.ofNullable(recycleAfter),
          recycleAboveMemory,
          maxQueuedCalls,
          maxQueuedBytes,
          maxNesting,
          output);
    }

    private Launch launch() {
      return new Launch(
          Optional.ofNullable(java),
          jvmArguments,
          environment,
          Optional.ofNullable(directory),
          classPath,
          debugging,
          Thread.currentThread().getContextClassLoader());
    }
  }
}
