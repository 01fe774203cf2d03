package dev.brood.internal.pool;

import dev.brood.Call;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.internal.call.Outcome;
import dev.brood.wire.WireCall;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every pool: the same operations above whichever engine runs the calls. */
final class CallPool implements Pool {
  private final String name;
  private final Engine engine;
  private final Timer timer;
  private final CallbackExecutor callbacks;

  CallPool(String name, Engine engine, Timer timer) {
    this.timer = timer;
    this.name = name;
    this.engine = engine;
    this.callbacks = new CallbackExecutor(name);
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
    Outcome<R> outcome = job.await(engine);
    if (outcome.failure() != null) {
      throw new CompletionException(
          call.method() + " failed: " + outcome.failure(), outcome.failure());
    }
    return outcome.value();
  }

  @Override
  public <R extends @Nullable Object> Task<R> submit(Call<R> call) {
    return PoolTask.submit(generated(call), engine, callbacks, timer);
  }

  @Override
  public <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return new MapRun<T, R>(engine, inputs.iterator(), function).run();
  }

  @Override
  public <T extends @Nullable Object> void forEach(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<Void>> function) {
    new MapRun<T, Void>(engine, inputs.iterator(), function).run((place, nothing) -> {});
  }

  @Override
  public void close() {
    engine.close();
    callbacks.awaitIdle();
  }

  @Override
  public String toString() {
    return name;
  }
}
