package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.CallInterruptedException;
import dev.brood.testkit.Await;
import dev.brood.testkit.Probe;
import dev.brood.testkit.Threads;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A map over an engine that answers when the test says so. */
class MapRunTest {
  private static final int LOOK_AHEAD = 4096;
  private static final int LOOK_AHEAD_BYTES = 16 << 20;

  private final HoldingEngine engine = new HoldingEngine();
  private final AtomicInteger pulled = new AtomicInteger();

  @AfterEach
  void stop() {
    engine.close();
  }

  /** A call that gives its argument, and fails if it is negative. */
  private static WireCall<Integer> identity(int x) {
    return identity(x, 0);
  }

  private static WireCall<Integer> identity(int x, int ballast) {
    return Probe.call(
        out -> {
          out.writeInt(x);
          out.writeByteArray(new byte[ballast]);
        },
        invocation -> {
          int value = invocation.arguments().readInt();
          invocation.arguments().readByteArray();
          invocation.begin();
          if (value < 0) {
            throw new IllegalArgumentException("negative");
          }
          invocation.result().writeInt(value);
        },
        WireReader::readInt);
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
    return new MapRun<Integer, Integer>(engine, inputs, MapRunTest::identity).run();
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
                new MapRun<Integer, Integer>(
                        engine,
                        counted(IntStream.iterate(0, x -> x + 1)),
                        x -> identity(x, ballast))
                    .run());
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
                new MapRun<Integer, Integer>(
                        engine,
                        counted(IntStream.range(0, 3)),
                        x -> identity(x, LOOK_AHEAD_BYTES + 1))
                    .run());
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
                new MapRun<Integer, Integer>(
                        engine,
                        inputs.get(),
                        x -> {
                          if (x < 0) {
                            throw new IllegalStateException("function");
                          }
                          return identity(x);
                        })
                    .run())
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
    engine.close();
    assertThatThrownBy(() -> map(counted(IntStream.range(0, 1000))))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(pulled.get()).isLessThan(LOOK_AHEAD);
  }
}
