package dev.brood.internal.pool;

import dev.brood.Call;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.wire.WireCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every pool: the same operations above whichever engine runs the calls. */
final class CallPool implements Pool {
  private final String name;
  private final Engine engine;
  private final CallbackExecutor callbacks;
  private final Bulk bulk;

  /** Whether the pool ends when it is closed: it does not where it is only lent to a call. */
  private final boolean own;

  private CallPool(String name, Engine engine, Timer callbackTimer, boolean own) {
    this.name = name;
    this.engine = engine;
    this.own = own;
    this.callbacks = new CallbackExecutor(name, callbackTimer);
    this.bulk = new Bulk(engine, callbacks);
  }

  /** The pool of whoever starts the engine. */
  static CallPool own(String name, Engine engine, Timer callbackTimer) {
    return new CallPool(name, engine, callbackTimer, true);
  }

  /** The pool for the calls of a call, which cannot end it. */
  static CallPool lent(String name, Engine engine) {
    return new CallPool(name, engine, callbackTimer(name), false);
  }

  /** For callbacks: they may go on when the pool has ended, and must not delay limits of time. */
  static Timer callbackTimer(String name) {
    return new Timer(name + " callback");
  }

  /** A call as it must be to be run. */
  static <R extends @Nullable Object> WireCall<R> generated(Call<R> call) {
    if (Objects.requireNonNull(call, "call") instanceof WireCall<R> generated) {
      return generated;
    }
    throw new IllegalArgumentException(
        "only calls from generated factories can be run, not a " + call.getClass().getName());
  }

  @Override
  public <R extends @Nullable Object> R call(Call<R> call) {
    BlockingJob<R> job = new BlockingJob<>(generated(call));
    engine.submit(List.of(job));
    dev.brood.internal.call.Outcome<R> outcome = job.await(engine);
    if (outcome.failure() != null) {
      throw new CompletionException(
          call.method() + " failed: " + Words.of(outcome.failure()), outcome.failure());
    }
    return outcome.value();
  }

  @Override
  public <R extends @Nullable Object> Task<R> submit(Call<R> call) {
    return PoolTask.submit(generated(call), engine, callbacks, callbacks.keeper());
  }

  @Override
  public <R extends @Nullable Object> List<R> map(Calls<R> calls) {
    return bulk.map(calls);
  }

  @Override
  public <R extends @Nullable Object> List<Outcome<R>> outcomes(Calls<R> calls) {
    return bulk.outcomes(calls);
  }

  @Override
  public void forEach(Calls<Void> calls) {
    bulk.forEach(calls);
  }

  @Override
  public <R extends @Nullable Object> Stream<R> stream(Calls<R> calls) {
    return bulk.stream(calls);
  }

  @Override
  public <R extends @Nullable Object> Stream<R> streamAsCompleted(Calls<R> calls) {
    return bulk.streamAsCompleted(calls);
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<List<R>> mapAsync(Calls<R> calls) {
    return kept(bulk.mapAsync(calls));
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<List<Outcome<R>>> outcomesAsync(
      Calls<R> calls) {
    return kept(bulk.outcomesAsync(calls));
  }

  @Override
  public CompletableFuture<Void> forEachAsync(Calls<Void> calls) {
    return kept(bulk.forEachAsync(calls));
  }

  /** Keeps this JVM alive until the future is completed. */
  private <T extends @Nullable Object> CompletableFuture<T> kept(CompletableFuture<T> future) {
    Keeper keeper = callbacks.keeper();
    keeper.taken();
    CompletableFuture<T> unused = future.whenComplete((value, failure) -> keeper.done());
    return future;
  }

  @Override
  public <R extends @Nullable Object> Flow.Publisher<R> publisher(Calls<R> calls) {
    return bulk.publisher(calls);
  }

  @Override
  public <R> Optional<R> mapReduce(
      Calls<R> calls, BiFunction<? super R, ? super R, ? extends Call<R>> combine) {
    return bulk.mapReduce(calls, combine);
  }

  @Override
  public int size() {
    return engine.size();
  }

  @Override
  public void resize(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("a pool needs at least one worker, not " + workers);
    }
    engine.resize(workers);
  }

  @Override
  public void shutdown() {
    engine.shutdown();
  }

  @Override
  public List<Call<?>> shutdownNow() {
    List<Call<?>> calls = new ArrayList<>();
    for (Job job : engine.shutdownNow()) {
      Call<?> call = job.call();
      if (call != null) {
        calls.add(call);
      }
    }
    return calls;
  }

  @Override
  public boolean isShutdown() {
    return engine.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    try {
      return engine.awaitTermination(0);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody has waited", e);
    }
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    return engine.awaitTermination(unit.toNanos(time));
  }

  @Override
  public void close() {
    if (!own) {
      return;
    }
    engine.shutdown();
    boolean interrupted = false;
    boolean terminated = false;
    while (!terminated) {
      try {
        terminated = engine.awaitTermination(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        interrupted = true;
        engine.shutdownNow();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    engine.awaitRemains();
    callbacks.awaitIdle();
  }

  @Override
  public String toString() {
    return name;
  }
}
