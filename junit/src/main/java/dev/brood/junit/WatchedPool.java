package dev.brood.junit;

import dev.brood.Call;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pool that can tell what has not ended. */
final class WatchedPool implements Pool {
  private final Pool pool;
  private final AtomicLong count = new AtomicLong();
  private final Map<Long, String> unfinished = new ConcurrentHashMap<>();

  WatchedPool(Pool pool) {
    this.pool = pool;
  }

  /** What is under way, oldest first. */
  List<String> unfinished() {
    return unfinished.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private <F extends CompletableFuture<?>> F watch(String what, F future) {
    if (!future.isDone()) {
      long number = count.incrementAndGet();
      unfinished.put(number, what);
      CompletableFuture<?> removed = future.whenComplete((r, e) -> unfinished.remove(number));
      assert removed != null;
    }
    return future;
  }

  private <T extends @Nullable Object> T during(String what, Supplier<T> work) {
    long number = count.incrementAndGet();
    unfinished.put(number, what);
    try {
      return work.get();
    } finally {
      unfinished.remove(number);
    }
  }

  @Override
  public <R extends @Nullable Object> R call(Call<R> call) {
    return during(call.method(), () -> pool.call(call));
  }

  @Override
  public <R extends @Nullable Object> Task<R> submit(Call<R> call) {
    return watch(call.method(), pool.submit(call));
  }

  @Override
  public <R extends @Nullable Object> List<R> map(Calls<R> calls) {
    return during("map", () -> pool.map(calls));
  }

  @Override
  public <R extends @Nullable Object> List<Outcome<R>> outcomes(Calls<R> calls) {
    return during("outcomes", () -> pool.outcomes(calls));
  }

  @Override
  public void forEach(Calls<Void> calls) {
    during(
        "forEach",
        () -> {
          pool.forEach(calls);
          return true;
        });
  }

  @Override
  public <R extends @Nullable Object> Stream<R> stream(Calls<R> calls) {
    return pool.stream(calls);
  }

  @Override
  public <R extends @Nullable Object> Stream<R> streamAsCompleted(Calls<R> calls) {
    return pool.streamAsCompleted(calls);
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<List<R>> mapAsync(Calls<R> calls) {
    return watch("mapAsync", pool.mapAsync(calls));
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<List<Outcome<R>>> outcomesAsync(
      Calls<R> calls) {
    return watch("outcomesAsync", pool.outcomesAsync(calls));
  }

  @Override
  public CompletableFuture<Void> forEachAsync(Calls<Void> calls) {
    return watch("forEachAsync", pool.forEachAsync(calls));
  }

  @Override
  public <R extends @Nullable Object> Flow.Publisher<R> publisher(Calls<R> calls) {
    return pool.publisher(calls);
  }

  @Override
  public <R> Optional<R> mapReduce(
      Calls<R> calls, BiFunction<? super R, ? super R, ? extends Call<R>> combine) {
    return during("mapReduce", () -> pool.mapReduce(calls, combine));
  }

  @Override
  public int size() {
    return pool.size();
  }

  @Override
  public void resize(int workers) {
    pool.resize(workers);
  }

  @Override
  public void shutdown() {
    pool.shutdown();
  }

  @Override
  public List<Call<?>> shutdownNow() {
    return pool.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return pool.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return pool.isTerminated();
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    return pool.awaitTermination(time, unit);
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return pool.toString();
  }
}
