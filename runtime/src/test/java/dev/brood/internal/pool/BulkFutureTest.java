package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.CallContext;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.fixtures.Probe;
import dev.brood.fixtures.TextsParallel;
import dev.brood.internal.call.CurrentCall;
import dev.brood.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many calls that nobody waits for. */
class BulkFutureTest {
  private final HoldingEngine engine = new HoldingEngine();
  private final CallbackExecutor callbacks = new CallbackExecutor("test", new Timer("test"));
  private final Bulk bulk = new Bulk(engine, callbacks);
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void stop() {
    engine.shutdown();
    callbacks.awaitIdle();
  }

  private Calls<Integer> numbers(IntStream inputs) {
    return Calls.of(inputs.onClose(closed::incrementAndGet), TextsParallel::number);
  }

  private static IntStream endless() {
    return IntStream.iterate(0, x -> x + 1);
  }

  @RepeatedTest(10)
  void resultsComeInOrder() {
    engine.answerOnThreads(3);
    List<CompletableFuture<List<Integer>>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(bulk.mapAsync(numbers(IntStream.range(0, 3000))));
    }
    List<Integer> expected = IntStream.range(0, 3000).boxed().toList();
    all.forEach(one -> assertThat(Await.value(one)).isEqualTo(expected));
    assertThat(closed).hasValue(10);
  }

  @RepeatedTest(100)
  void theLastAnswerIsNotMissed() {
    engine.answerOnThreads(1);
    assertThat(Await.value(bulk.mapAsync(numbers(IntStream.range(0, 3))))).hasSize(3);
    assertThat(Await.value(bulk.mapAsync(numbers(IntStream.empty())))).isEmpty();
  }

  @Test
  void outcomesAreGathered() {
    engine.answerOnThreads(2);
    List<Outcome<Integer>> outcomes =
        Await.value(bulk.outcomesAsync(numbers(IntStream.of(4, -1, 5))));
    assertThat(outcomes.get(0).get()).isEqualTo(4);
    assertThat(outcomes.get(1).failure()).isInstanceOf(IllegalArgumentException.class);
    assertThat(outcomes.get(2).get()).isEqualTo(5);
  }

  @Test
  void callsWithoutResultsAreWaitedFor() {
    Calls<Void> calls =
        Calls.of(
            IntStream.range(0, 5),
            x ->
                Probe.call(
                    out -> {},
                    invocation -> {
                      invocation.begin();
                      invocation.result();
                    },
                    in -> null));
    CompletableFuture<Void> all = bulk.forEachAsync(calls);
    List<Job> jobs = engine.take(2);
    assertThat(all).isNotDone();
    engine.answerOnThreads(1);
    jobs.forEach(engine::answer);
    assertThat(Await.value(all)).isNull();
  }

  @Test
  void aFailureIsTheMethodsOwnException() {
    engine.answerOnThreads(1);
    CompletableFuture<List<Integer>> future = bulk.mapAsync(numbers(IntStream.of(1, -1, 2)));
    assertThatThrownBy(future::join)
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(future::get)
        .isExactlyInstanceOf(ExecutionException.class)
        .hasCauseExactlyInstanceOf(IllegalArgumentException.class);
    List<Throwable> seen = new ArrayList<>();
    CompletableFuture<List<Integer>> unused = future.whenComplete((r, e) -> seen.add(e));
    assertThat(seen.get(0)).isExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(closed).hasValue(1);
  }

  @Test
  void whatTheInputsThrowIsTheFailure() {
    CompletionException own = new CompletionException("own", new IllegalStateException());
    CompletableFuture<List<Integer>> future =
        bulk.mapAsync(
            Calls.of(
                endless(),
                x -> {
                  if (x == 3) {
                    throw own;
                  }
                  return TextsParallel.number(x);
                }));
    assertThatThrownBy(() -> future.get(Await.SECONDS, TimeUnit.SECONDS)).hasCause(own.getCause());
    assertThat(engine.cancelled).hasSize(3);
  }

  @Test
  void anEngineThatIsShutDownRefuses() {
    engine.shutdown();
    assertThat(Await.failure(bulk.mapAsync(numbers(IntStream.empty()))))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(closed).hasValue(1);
  }

  private void expectEnd(Consumer<CompletableFuture<List<Integer>>> completion) {
    int before = closed.get();
    CompletableFuture<List<Integer>> future = bulk.mapAsync(numbers(endless()));
    engine.take(LookAhead.LIMIT);
    completion.accept(future);
    Await.until(future::isDone);
    Await.until(() -> engine.cancelled.size() >= LookAhead.LIMIT);
    Await.until(() -> closed.get() == before + 1);
    assertThat(engine.takeAll()).allMatch(Job::isSettled);
    engine.cancelled.clear();
  }

  @Test
  void everyCompletionFromOutsideEndsTheCalls() {
    expectEnd(future -> assertThat(future.cancel(true)).isTrue());
    expectEnd(future -> assertThat(future.complete(List.of())).isTrue());
    expectEnd(future -> future.completeExceptionally(new IllegalStateException()));
    expectEnd(
        future ->
            assertThat(Await.failure(future.orTimeout(1, TimeUnit.MILLISECONDS)))
                .isInstanceOf(TimeoutException.class));
    expectEnd(future -> future.completeOnTimeout(List.of(7), 1, TimeUnit.MILLISECONDS));
    expectEnd(future -> future.completeAsync(() -> List.of(8)));
    expectEnd(
        future ->
            future.completeAsync(
                () -> {
                  throw new IllegalStateException();
                }));
  }

  @RepeatedTest(100)
  void aCompletionFromOutsideIsNeverMixedWithResults() {
    engine.answerOnThreads(2);
    CompletableFuture<List<Integer>> future = bulk.mapAsync(numbers(IntStream.range(0, 500)));
    Thread.yield();
    boolean cancelled = future.cancel(false);
    try {
      assertThat(future.join()).hasSize(500);
      assertThat(cancelled).isFalse();
    } catch (CancellationException e) {
      assertThat(cancelled).isTrue();
    }
  }

  @Test
  void cancellingEndsTheCallsAlthoughTheNextInputIsStillToCome() {
    CountDownLatch next = new CountDownLatch(1);
    CompletableFuture<List<Integer>> future =
        bulk.mapAsync(
            numbers(
                endless()
                    .peek(
                        x -> {
                          if (x == 2) {
                            Await.latch(next);
                          }
                        })));
    List<Job> jobs = engine.take(2);
    future.cancel(true);
    assertThat(engine.cancelled).containsSubsequence(jobs).hasSameElementsAs(jobs);
    next.countDown();
    Await.until(() -> closed.get() == 1);
    assertThat(engine.takeAll()).isEmpty();
  }

  @Test
  void dependentsRunOnCallbackThreads() {
    engine.answerOnThreads(1);
    CompletableFuture<List<Integer>> future = bulk.mapAsync(numbers(IntStream.range(0, 3)));
    assertThat(future.defaultExecutor()).isSameAs(callbacks);
    CompletableFuture<String> dependent =
        future.thenApply(r -> r).thenApplyAsync(r -> Thread.currentThread().getName());
    assertThat(Await.value(dependent)).contains("callback");
  }

  @Test
  void manyAtATimeNeedFewThreads() {
    Bulk many = new Bulk(engine, new CallbackExecutor("many", new Timer("many")));
    List<CompletableFuture<List<Integer>>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(many.mapAsync(numbers(IntStream.range(0, 2))));
    }
    List<Job> jobs = engine.take(400);
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("brood many callback")))
        .hasSizeLessThan(100);
    jobs.forEach(engine::answer);
    all.forEach(one -> assertThat(Await.value(one)).containsExactly(0, 1));
  }

  /** A call with a deadline, which makes other calls. */
  private static final class Caller implements CallContext {
    @Override
    public Pool pool() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String method() {
      return "method";
    }

    @Override
    public String worker() {
      return "worker";
    }

    @Override
    public int depth() {
      return 0;
    }

    @Override
    public Optional<Duration> remaining() {
      return Optional.of(Duration.ofHours(1));
    }
  }

  @Test
  void callsMadeByACallHaveItsDeadlineWhicheverThreadPullsThem() {
    CallContext before = CurrentCall.set(new Caller());
    CompletableFuture<List<Integer>> future;
    try {
      future = bulk.mapAsync(numbers(IntStream.range(0, 100)));
    } finally {
      CurrentCall.set(before);
    }
    for (int i = 0; i < 100; i++) {
      Job job = engine.take(1).get(0);
      Limits limits = job.limits();
      assertThat(limits).isNotNull();
      assertThat(limits.deadline()).isEqualTo(Duration.ofHours(1));
      engine.answer(job);
    }
    assertThat(Await.value(future)).hasSize(100);
    assertThat(Await.value(CompletableFuture.supplyAsync(CurrentCall::get, callbacks))).isEmpty();
  }
}
