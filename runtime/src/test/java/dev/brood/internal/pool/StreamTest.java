package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.CallInterruptedException;
import dev.brood.Calls;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.fixtures.TextsParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Results as a stream, over an engine that answers when the test says so. */
class StreamTest {
  private static final int LOOK_AHEAD = LookAhead.LIMIT;

  private final HoldingEngine engine = new HoldingEngine();
  private final Bulk bulk = new Bulk(engine, new CallbackExecutor("test", new Timer("test")));
  private final AtomicInteger pulled = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void stop() {
    engine.shutdown();
  }

  private Calls<Integer> numbers(IntStream inputs) {
    return Calls.of(
        inputs.peek(x -> pulled.incrementAndGet()).onClose(closed::incrementAndGet),
        TextsParallel::number);
  }

  private static IntStream endless() {
    return IntStream.iterate(0, x -> x + 1);
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  @Test
  void nothingIsPulledBeforeTheFirstResultIsAskedFor() {
    Stream<Integer> ordered = bulk.stream(numbers(endless()));
    Stream<Integer> asCompleted = bulk.streamAsCompleted(numbers(endless()));
    assertThat(ordered.isParallel()).isFalse();
    Iterator<Integer> one = ordered.iterator();
    Iterator<Integer> other = asCompleted.iterator();
    assertThat(pulled).hasValue(0);
    engine.answerOnThreads(1);
    assertThat(one.next()).isEqualTo(0);
    assertThat(other.hasNext()).isTrue();
    ordered.close();
    asCompleted.close();
  }

  @RepeatedTest(5)
  void resultsComeInOrder() {
    engine.answerOnThreads(4);
    assertThat(bulk.stream(numbers(IntStream.range(0, 30_000))).toList()).isEqualTo(upTo(30_000));
    assertThat(bulk.stream(numbers(IntStream.empty())).toList()).isEmpty();
    assertThat(closed).hasValue(2);
  }

  @RepeatedTest(5)
  void resultsComeAsTheyAreThereAndEachOnce() {
    engine.answerOnThreads(4);
    assertThat(bulk.streamAsCompleted(numbers(IntStream.range(0, 30_000))).sorted().toList())
        .isEqualTo(upTo(30_000));
    assertThat(bulk.streamAsCompleted(numbers(IntStream.empty())).toList()).isEmpty();
  }

  @RepeatedTest(50)
  void theLastResultIsNotMissed() {
    engine.answerOnThreads(2);
    assertThat(bulk.stream(numbers(IntStream.range(0, 3))).toList()).containsExactly(0, 1, 2);
    assertThat(bulk.streamAsCompleted(numbers(IntStream.range(0, 3))).toList())
        .containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void theLookAheadIsBoundedHoweverLittleIsConsumed() {
    engine.answerOnThreads(1);
    Stream<Integer> stream = bulk.stream(numbers(endless()));
    Iterator<Integer> results = stream.iterator();
    for (int i = 0; i < 10; i++) {
      assertThat(results.next()).isEqualTo(i);
      assertThat(pulled.get()).isLessThanOrEqualTo(LOOK_AHEAD + 10);
    }
    stream.close();
  }

  @Test
  void neighboursGoOnWhileTheFirstCallRuns() {
    Threads.Running<Integer> first =
        Threads.start(
            () -> {
              try (Stream<Integer> stream = bulk.stream(numbers(endless()))) {
                return stream.iterator().next();
              }
            });
    Job slow = engine.take(1).get(0);
    engine.answerOnThreads(2);
    Await.until(() -> engine.answered() == LOOK_AHEAD - 1);
    assertThat(first.result()).isNotDone();
    assertThat(pulled.get()).isLessThanOrEqualTo(LOOK_AHEAD + 1);
    engine.answer(slow);
    assertThat(Await.value(first.result())).isEqualTo(0);
  }

  @Test
  void aSlowCallAmongOthersLetsTheLookAheadGrow() {
    List<Integer> consumed = new ArrayList<>();
    Threads.Running<Integer> consumer =
        Threads.start(
            () -> {
              try (Stream<Integer> stream = bulk.stream(numbers(endless()))) {
                stream.limit(3).forEach(consumed::add);
                return consumed.size();
              }
            });
    List<Job> first = engine.take(16);
    first.subList(1, 16).forEach(engine::answer);
    engine.take(16); // instead of waiting with the first one
    assertThat(pulled.get()).isLessThanOrEqualTo(33);
    assertThat(consumed).isEmpty();
    engine.answer(first.get(0));
    assertThat(Await.value(consumer.result())).isEqualTo(3);
    assertThat(consumed).containsExactly(0, 1, 2);
  }

  @Test
  void aSlowCallWithholdsNoOthersWhereTheOrderMeansNothing() {
    BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
    Threads.Running<Long> consumer =
        Threads.start(
            () -> {
              try (Stream<Integer> stream =
                  bulk.streamAsCompleted(numbers(IntStream.range(0, 10_000)))) {
                return stream.peek(seen::add).filter(x -> x >= 0).count();
              }
            });
    Job slow = engine.take(1).get(0);
    engine.answerOnThreads(2);
    for (int i = 1; i < 10_000; i++) {
      assertThat(Await.next(seen)).isPositive();
    }
    assertThat(consumer.result()).isNotDone();
    engine.answer(slow);
    assertThat(Await.next(seen)).isZero();
    assertThat(Await.value(consumer.result())).isEqualTo(10_000);
  }

  @Test
  void aFailureComesInItsPlace() {
    engine.answerOnThreads(2);
    List<Integer> before = new ArrayList<>();
    assertThatThrownBy(
            () -> bulk.stream(numbers(endless().map(x -> x == 100 ? -2 : x))).forEach(before::add))
        .isExactlyInstanceOf(CompletionException.class)
        .hasMessageContaining("input 100")
        .hasCauseExactlyInstanceOf(IOException.class);
    assertThat(before).isEqualTo(upTo(100));
    assertThat(closed).hasValue(1);
    assertThat(engine.cancelled).allMatch(Job::isSettled);
  }

  @Test
  void whatTheInputsThrowComesAfterTheResultsBefore() {
    engine.answerOnThreads(2);
    for (boolean ordered : new boolean[] {true, false}) {
      Calls<Integer> calls =
          numbers(
              endless()
                  .peek(
                      x -> {
                        if (x == 3) {
                          throw new IllegalStateException("item 3");
                        }
                      }));
      List<Integer> before = new ArrayList<>();
      try (Stream<Integer> results = ordered ? bulk.stream(calls) : bulk.streamAsCompleted(calls)) {
        assertThatThrownBy(() -> results.forEach(before::add))
            .isExactlyInstanceOf(IllegalStateException.class)
            .hasMessage("item 3");
      }
      assertThat(before).containsExactlyInAnyOrder(0, 1, 2);
    }
  }

  @Test
  void aCallThatIsNullIsToldByItsPlace() {
    engine.answerOnThreads(1);
    List<Integer> before = new ArrayList<>();
    Calls<Integer> calls =
        Calls.of(IntStream.range(0, 5), x -> x == 2 ? null : TextsParallel.number(x));
    assertThatThrownBy(() -> bulk.stream(calls).forEach(before::add))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessageContaining("input 2");
    assertThat(before).containsExactly(0, 1);
  }

  @Test
  void anEngineThatIsShutDownRefuses() {
    engine.shutdown();
    assertThatThrownBy(() -> bulk.stream(numbers(IntStream.empty())).toList())
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> bulk.streamAsCompleted(numbers(endless())).toList())
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(pulled).hasValue(0);
  }

  @Test
  void anEngineThatIsShutDownMeanwhileStillGivesWhatItHasTaken() {
    Stream<Integer> stream = bulk.stream(numbers(endless()));
    Future<List<Integer>> consumed =
        Threads.run(
            () -> {
              List<Integer> results = new ArrayList<>();
              try {
                stream.forEach(results::add);
              } catch (RejectedExecutionException e) {
                return results;
              }
              throw new AssertionError("not refused");
            });
    List<Job> jobs = engine.take(16);
    engine.shutdown();
    jobs.forEach(engine::answer);
    assertThat(Await.value(consumed)).startsWith(upTo(16).toArray(new Integer[0]));
  }

  @Test
  void closingCancelsWhatIsUnderWay() {
    Threads.Running<Throwable> consumer;
    try (Stream<Integer> stream = bulk.stream(numbers(endless()))) {
      Iterator<Integer> results = stream.iterator();
      consumer =
          Threads.start(
              () -> {
                try {
                  return new AssertionError("gave " + results.next());
                } catch (IllegalStateException e) {
                  return e;
                }
              });
      engine.take(16);
      Await.parked(consumer.thread());
    }
    assertThat(Await.value(consumer.result())).hasMessageContaining("closed");
    assertThat(engine.cancelled).hasSize(16).allMatch(Job::isSettled);
    assertThat(closed).hasValue(1);
  }

  @Test
  void closingAStreamThatWasNotConsumedClosesItsInputs() {
    bulk.stream(numbers(endless())).close();
    assertThat(closed).hasValue(1);
    assertThat(pulled).hasValue(0);
    assertThat(engine.cancelled).isEmpty();
  }

  @Test
  void aConsumerThatThrowsEndsTheCalls() {
    engine.answerOnThreads(1);
    try (Stream<Integer> stream = bulk.stream(numbers(endless()))) {
      assertThatThrownBy(
              () ->
                  stream.forEach(
                      x -> {
                        throw new IllegalStateException("no more");
                      }))
          .hasMessage("no more");
      assertThat(closed).hasValue(1);
    }
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    Threads.Running<Boolean> consumer =
        Threads.start(
            () -> {
              assertThatThrownBy(() -> bulk.stream(numbers(endless())).toList())
                  .isInstanceOf(CallInterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    engine.take(16);
    consumer.thread().interrupt();
    assertThat(Await.value(consumer.result())).isTrue();
    assertThat(engine.cancelled).hasSize(16);
  }

  @Test
  void eachResultMayBeTakenByAnotherThread() {
    engine.answerOnThreads(2);
    Iterator<Integer> results = bulk.stream(numbers(IntStream.range(0, 200))).iterator();
    for (int i = 0; i < 200; i++) {
      assertThat(Await.value(Threads.run(results::next))).isEqualTo(i);
    }
    assertThatThrownBy(results::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aParallelPipelineGetsEachResultOnce() {
    engine.answerOnThreads(2);
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    List<Integer> results =
        bulk.stream(numbers(IntStream.range(0, 5000))).parallel().peek(seen::add).toList();
    assertThat(results).isEqualTo(upTo(5000));
    assertThat(seen).hasSize(5000);
    assertThat(
            bulk.streamAsCompleted(numbers(IntStream.range(0, 5000)))
                .parallel()
                .collect(Collectors.toSet()))
        .isEqualTo(seen);
  }

  @Test
  void anInlinePoolRunsEachCallWhenItIsWanted() {
    Bulk inline =
        new Bulk(
            new InlineEngine(new Timer("inline")),
            new CallbackExecutor("inline", new Timer("inline")));
    Iterator<Integer> results = inline.stream(numbers(endless())).iterator();
    for (int i = 0; i < 5; i++) {
      assertThat(results.next()).isEqualTo(i);
      assertThat(pulled).hasValue(i + 1);
    }
  }

  @Test
  void largeResultsShortenTheLookAhead() {
    engine.answerOnThreads(1);
    Calls<byte[]> large =
        Calls.of(
            endless(),
            x -> {
              pulled.incrementAndGet();
              return ChoresParallel.echo(new byte[1 << 20]);
            });
    try (Stream<byte[]> stream = bulk.stream(large)) {
      Iterator<byte[]> results = stream.iterator();
      for (int i = 1; i <= 30; i++) {
        results.next();
        assertThat(pulled.get() - i).isLessThanOrEqualTo(16);
      }
    }
  }

  /** What the first calls became can be collected while the stream goes on. */
  @Test
  void nothingIsKeptOfWhatIsDone() {
    engine.answerOnThreads(1);
    for (boolean ordered : new boolean[] {true, false}) {
      List<WeakReference<Object>> given = new ArrayList<>();
      Calls<Integer> calls =
          Calls.of(
              IntStream.range(0, 50_000),
              x -> {
                Call<Integer> call = TextsParallel.number(x);
                if (x < 100) {
                  given.add(new WeakReference<>(call));
                }
                return call;
              });
      try (Stream<Integer> stream = ordered ? bulk.stream(calls) : bulk.streamAsCompleted(calls)) {
        Iterator<Integer> results = stream.iterator();
        for (int i = 0; i < 40_000; i++) {
          results.next();
        }
        Await.until(
            () -> {
              System.gc();
              return given.stream().allMatch(call -> call.refersTo(null));
            });
        assertThat(results.hasNext()).isTrue();
      }
    }
  }
}
