package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.CallInterruptedException;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.fixtures.TextsParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A map over an engine that answers when the test says so. */
class MapRunTest {
  private static final int LOOK_AHEAD = LookAhead.LIMIT;
  private static final int LOOK_AHEAD_BYTES = 16 << 20;

  private final HoldingEngine engine = new HoldingEngine();
  private final Bulk bulk = new Bulk(engine, new CallbackExecutor("test", new Timer("test")));
  private final AtomicInteger pulled = new AtomicInteger();

  @AfterEach
  void stop() {
    engine.shutdown();
  }

  private Iterator<Integer> counted(IntStream inputs) {
    return inputs.peek(x -> pulled.incrementAndGet()).iterator();
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  private Future<List<Integer>> mapping(IntStream inputs) {
    return Threads.run(() -> map(counted(inputs)));
  }

  private List<Integer> map(Iterator<Integer> inputs) {
    return map(inputs, TextsParallel::number);
  }

  private List<Integer> map(Iterator<Integer> inputs, IntFunction<Call<Integer>> function) {
    return bulk.map(Calls.of(() -> inputs, x -> function.apply(x)));
  }

  @Test
  void resultsAreInOrderHoweverTheAnswersCome() {
    Future<List<Integer>> mapped = mapping(IntStream.range(0, 1000));
    List<Job> jobs = engine.take(1000);
    for (int i = 999; i >= 0; i--) {
      engine.answer(jobs.get(i));
    }
    assertThat(Await.value(mapped)).isEqualTo(upTo(1000));
    assertThat(engine.cancelled).isEmpty();
  }

  @RepeatedTest(20)
  void answersOfManyThreadsAllCount() {
    engine.answerOnThreads(4);
    assertThat(map(counted(IntStream.range(0, 30_000)))).isEqualTo(upTo(30_000));
  }

  @RepeatedTest(200)
  void theLastAnswerIsNotMissed() {
    engine.answerOnThreads(1);
    assertThat(map(counted(IntStream.range(0, 3)))).containsExactly(0, 1, 2);
  }

  @Test
  void theLookAheadIsBoundedInCount() {
    Threads.Running<List<Integer>> map =
        Threads.start(() -> map(counted(IntStream.iterate(0, x -> x + 1))));
    List<Job> ahead = engine.take(LOOK_AHEAD);
    Await.parked(map.thread());
    assertThat(pulled.get()).isBetween(LOOK_AHEAD, LOOK_AHEAD + 1); // hasNext may pull one
    ahead.forEach(engine::answer);
    engine.take(LOOK_AHEAD / 2); // it goes on
    map.thread().interrupt();
    assertThat(Await.failure(map.result())).isInstanceOf(CallInterruptedException.class);
  }

  @Test
  void theLookAheadIsBoundedInBytes() {
    int ballast = 1 << 20;
    Threads.Running<List<Integer>> map =
        Threads.start(
            () ->
                map(
                    counted(IntStream.iterate(0, x -> x + 1)),
                    x -> TextsParallel.number(x, ballast)));
    int expected = LOOK_AHEAD_BYTES / ballast;
    engine.take(expected);
    Await.parked(map.thread());
    assertThat(pulled.get()).isBetween(expected, expected + 1);
    map.thread().interrupt();
    assertThat(Await.failure(map.result())).isInstanceOf(CallInterruptedException.class);
  }

  @Test
  void aCallAboveTheLimitOfBytesGoesByItself() {
    Future<List<Integer>> mapped =
        Threads.run(
            () ->
                map(
                    counted(IntStream.range(0, 3)),
                    x -> TextsParallel.number(x, LOOK_AHEAD_BYTES + 1)));
    for (int i = 0; i < 3; i++) {
      engine.take(1).forEach(engine::answer);
    }
    assertThat(Await.value(mapped)).containsExactly(0, 1, 2);
  }

  @Test
  void theFirstFailureEndsItAtOnce() {
    Future<List<Integer>> mapped = mapping(IntStream.iterate(0, x -> x == 9 ? -1 : x + 1));
    List<Job> jobs = engine.take(LOOK_AHEAD);
    engine.answer(jobs.get(0));
    engine.answer(jobs.get(10));
    assertThat(Await.failure(mapped))
        .isExactlyInstanceOf(CompletionException.class)
        .hasMessageContaining("input 10")
        .hasCauseExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(pulled.get()).isBetween(LOOK_AHEAD, LOOK_AHEAD + 1);
    assertThat(engine.cancelled)
        .hasSizeBetween(LOOK_AHEAD - 2, LOOK_AHEAD - 1)
        .containsAll(jobs.subList(11, LOOK_AHEAD));
  }

  private void expectEnd(Supplier<Iterator<Integer>> inputs) {
    assertThatThrownBy(
            () ->
                map(
                    inputs.get(),
                    x -> {
                      if (x < 0) {
                        throw new IllegalStateException("function");
                      }
                      return TextsParallel.number(x);
                    }))
        .isExactlyInstanceOf(IllegalStateException.class);
    assertThat(engine.cancelled).allMatch(Job::isSettled).containsAll(engine.takeAll());
    engine.cancelled.clear();
  }

  @Test
  void whatTheInputOrTheFunctionThrowsEndsIt() {
    expectEnd(
        () ->
            IntStream.iterate(0, x -> x + 1)
                .peek(
                    x -> {
                      if (x == 600) { // two batches have been submitted
                        throw new IllegalStateException("input");
                      }
                    })
                .iterator());
    expectEnd(() -> IntStream.iterate(0, x -> x == 600 ? -1 : x + 1).iterator());
    expectEnd(() -> IntStream.iterate(-1, x -> 0).iterator());
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    Threads.Running<Boolean> map =
        Threads.start(
            () -> {
              assertThatThrownBy(() -> map(counted(IntStream.range(0, 10))))
                  .isInstanceOf(CallInterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    List<Job> jobs = engine.take(10);
    map.thread().interrupt();
    assertThat(Await.value(map.result())).isTrue();
    assertThat(engine.cancelled).isEqualTo(jobs);
  }

  @Test
  void anEngineThatRefusesEndsIt() {
    engine.shutdown();
    assertThatThrownBy(() -> map(counted(IntStream.range(0, 1000))))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(pulled.get()).isLessThan(LOOK_AHEAD);
  }

  @Test
  void nothingOfNothingIsRefusedAllTheSame() {
    engine.shutdown();
    assertThatThrownBy(() -> map(counted(IntStream.empty())))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> bulk.outcomes(Calls.of(List.<Call<Integer>>of())))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void anInputThatIsLongInComingHoldsUpNoneBeforeIt() {
    CountDownLatch next = new CountDownLatch(1);
    Future<List<Integer>> mapped =
        mapping(
            IntStream.range(0, 10)
                .peek(
                    x -> {
                      if (x == 9) {
                        Await.latch(next);
                      }
                    }));
    // Both workers have a call; the others are sent after it as soon as one has none.
    List<Job> jobs = engine.take(2);
    engine.answer(jobs.get(0));
    for (int i = 2; i < 9; i++) {
      engine.take(1).forEach(engine::answer);
    }
    next.countDown();
    engine.take(1).forEach(engine::answer);
    engine.answer(jobs.get(1));
    assertThat(Await.value(mapped)).isEqualTo(upTo(10));
  }

  @RepeatedTest(20)
  void inputsThatComeSlowlyAreAllSubmitted() {
    BlockingQueue<Integer> inputs = new LinkedBlockingQueue<>();
    Future<List<Integer>> mapped = mapping(IntStream.range(0, 100).map(x -> Await.next(inputs)));
    engine.answerOnThreads(2);
    for (int i = 0; i < 100; i++) {
      inputs.add(i);
      if (i % 3 == 0) {
        Thread.yield();
      }
    }
    assertThat(Await.value(mapped)).isEqualTo(upTo(100));
  }

  @Test
  void aCallThatIsNullIsToldByItsPlace() {
    assertThatThrownBy(
            () -> map(counted(IntStream.range(0, 9)), x -> x == 7 ? null : TextsParallel.number(x)))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessageContaining("input 7");
    assertThat(engine.cancelled).hasSize(7);
  }

  @Test
  void outcomesAreGatheredWhateverTheyAre() {
    engine.answerOnThreads(2);
    List<Outcome<Integer>> outcomes =
        bulk.outcomes(Calls.of(IntStream.of(4, -1, 5, -2), TextsParallel::number));
    assertThat(outcomes).hasSize(4);
    assertThat(outcomes.get(0).get()).isEqualTo(4);
    assertThat(outcomes.get(1).failure()).isExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(outcomes.get(1).isSuccess()).isFalse();
    assertThat(outcomes.get(2)).isEqualTo(new Outcome.Success<>(5));
    assertThat(outcomes.get(3).failure()).isExactlyInstanceOf(IOException.class);
    assertThatThrownBy(() -> outcomes.get(3).get())
        .isExactlyInstanceOf(CompletionException.class)
        .hasCause(outcomes.get(3).failure());
    outcomes.clear(); // the list may be modified
  }

  @Test
  void theSourceEndsOutcomesIfItThrows() {
    assertThatThrownBy(
            () ->
                bulk.outcomes(
                    Calls.of(
                        IntStream.range(0, 5),
                        x -> {
                          if (x == 3) {
                            throw new IllegalStateException("input 3");
                          }
                          return TextsParallel.number(x);
                        })))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("input 3");
    assertThat(engine.cancelled).hasSize(3);
  }

  @Test
  void anEngineThatIsShutDownMeanwhileEndsIt() {
    Future<List<Integer>> mapped = mapping(IntStream.iterate(0, x -> x + 1));
    List<Job> jobs = engine.take(LOOK_AHEAD);
    engine.shutdown();
    jobs.forEach(engine::answer);
    assertThat(Await.failure(mapped)).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void theStreamOfInputsIsClosed() {
    engine.answerOnThreads(1);
    AtomicInteger closed = new AtomicInteger();
    bulk.map(
        Calls.of(IntStream.range(0, 3).onClose(closed::incrementAndGet), TextsParallel::number));
    assertThat(closed).hasValue(1);
    Calls<Integer> once =
        Calls.of(IntStream.of(-1).onClose(closed::incrementAndGet), TextsParallel::number);
    assertThatThrownBy(() -> bulk.map(once)).isInstanceOf(CompletionException.class);
    assertThat(closed).hasValue(2);
    assertThatThrownBy(() -> bulk.map(once)).isInstanceOf(IllegalStateException.class);
  }
}
