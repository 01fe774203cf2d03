package dev.brood.internal.pool;

import dev.brood.Calls;
import dev.brood.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations of a pool on many calls, as {@link dev.brood.Pool} describes them. */
final class Bulk {
  private final Engine engine;
  private final Callbacks callbacks;

  Bulk(Engine engine, Callbacks callbacks) {
    this.engine = engine;
    this.callbacks = callbacks;
  }

  <R extends @Nullable Object> List<R> map(Calls<R> calls) {
    ResultList<R> results = new ResultList<>();
    MapRun.run(engine, callbacks, calls, true, results::put);
    return results.list();
  }

  <R extends @Nullable Object> List<Outcome<R>> outcomes(Calls<R> calls) {
    ResultList<Outcome<R>> results = new ResultList<>();
    MapRun.run(engine, callbacks, calls, false, outcomes(results));
    return results.list();
  }

  void forEach(Calls<Void> calls) {
    MapRun.run(engine, callbacks, calls, true, (place, nothing) -> {});
  }

  <R extends @Nullable Object> Stream<R> stream(Calls<R> calls) {
    return ResultSpliterator.stream(
        engine, callbacks, Objects.requireNonNull(calls), LookAhead.Order.INPUTS);
  }

  <R extends @Nullable Object> Stream<R> streamAsCompleted(Calls<R> calls) {
    return ResultSpliterator.stream(
        engine, callbacks, Objects.requireNonNull(calls), LookAhead.Order.ANSWERS);
  }

  <R extends @Nullable Object> CompletableFuture<List<R>> mapAsync(Calls<R> calls) {
    ResultList<R> results = new ResultList<>();
    return BulkFuture.start(
        engine, callbacks, Objects.requireNonNull(calls), true, results::put, results::list);
  }

  <R extends @Nullable Object> CompletableFuture<List<Outcome<R>>> outcomesAsync(Calls<R> calls) {
    ResultList<Outcome<R>> results = new ResultList<>();
    return BulkFuture.start(
        engine, callbacks, Objects.requireNonNull(calls), false, outcomes(results), results::list);
  }

  @SuppressWarnings("NullAway") // Void has no other value
  CompletableFuture<Void> forEachAsync(Calls<Void> calls) {
    return BulkFuture.start(
        engine, callbacks, Objects.requireNonNull(calls), true, (place, nothing) -> {}, () -> null);
  }

  <R extends @Nullable Object> Flow.Publisher<R> publisher(Calls<R> calls) {
    return new BulkPublisher<>(engine, callbacks, Objects.requireNonNull(calls));
  }

  <R> Optional<R> mapReduce(
      Calls<R> calls, BiFunction<? super R, ? super R, ? extends dev.brood.Call<R>> combine) {
    return new MapReduce<>(engine, calls, Objects.requireNonNull(combine)).run();
  }

  private static <R extends @Nullable Object> MapRun.Results<R> outcomes(
      ResultList<Outcome<R>> list) {
    return new MapRun.Results<>() {
      @Override
      public void succeeded(long place, R value) {
        list.put(place, new Outcome.Success<>(value));
      }

      @Override
      public void failed(long place, Throwable failure) {
        list.put(place, new Outcome.Failure<>(failure));
      }
    };
  }
}
