package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.CallInterruptedException;
import dev.brood.CallOptions;
import dev.brood.Calls;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.fixtures.Desk;
import dev.brood.fixtures.TextsParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Results are combined in the workers, in order, and only the last one is decoded here. */
class MapReduceTest {
  private final HoldingEngine engine = new HoldingEngine();
  private final Bulk bulk = new Bulk(engine, new CallbackExecutor("test", new Timer("test")));
  private final AtomicInteger pulled = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void stop() {
    engine.shutdown();
  }

  private <R> Calls<R> calls(IntStream inputs, IntFunction<? extends Call<? extends R>> function) {
    return Calls.of(
        inputs.peek(x -> pulled.incrementAndGet()).onClose(closed::incrementAndGet), function);
  }

  private Optional<String> texts(IntStream inputs) {
    return bulk.mapReduce(calls(inputs, TextsParallel::text), TextsParallel::join);
  }

  private Optional<Integer> sum(IntStream inputs) {
    return bulk.mapReduce(calls(inputs, TextsParallel::number), TextsParallel::sum);
  }

  private static String expected(int end) {
    return IntStream.range(0, end).mapToObj(x -> "<" + x + ">").collect(Collectors.joining());
  }

  @RepeatedTest(10)
  void theOrderIsKept() {
    engine.answerOnThreads(3);
    for (int count : new int[] {1, 2, 3, 4, 5, 7, 100, 5000}) {
      assertThat(texts(IntStream.range(0, count))).contains(expected(count));
    }
  }

  @Test
  void nothingGivesNothing() {
    assertThat(texts(IntStream.empty())).isEmpty();
    assertThat(closed).hasValue(1);
  }

  @Test
  void theOnlyResultNeedsNoCombination() {
    engine.answerOnThreads(1);
    BiFunction<String, String, Call<String>> never =
        (left, right) -> {
          throw new AssertionError("nothing to combine");
        };
    assertThat(bulk.mapReduce(calls(IntStream.of(4), TextsParallel::text), never)).contains("<4>");
  }

  @Test
  void callsTravelTogetherWhenTheyAreQuick() {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    Future<Optional<Integer>> sum = Threads.run(() -> sum(IntStream.range(0, 100_000)));
    while (!sum.isDone()) {
      for (Job job : engine.takeAll()) {
        sizes.add(job.folded().size());
        engine.answer(job);
      }
    }
    assertThat(Await.value(sum)).contains(IntStream.range(0, 100_000).sum());
    assertThat(sizes).hasSizeLessThan(50_000);
    assertThat(Collections.max(sizes)).isBetween(2, 1024);
  }

  /** On a pool that is busy with others' calls, say. */
  @Test
  void howLongTheyWaitForTheirTurnDoesNotMakeThemSlow() {
    int largest = 0;
    Threads.Running<Optional<Integer>> sum = Threads.start(() -> sum(IntStream.range(0, 10_000)));
    while (largest < 2 && !sum.result().isDone()) {
      List<Job> jobs = engine.takeAll();
      long taken = System.nanoTime();
      Await.until(() -> System.nanoTime() - taken > TimeUnit.MILLISECONDS.toNanos(12));
      for (Job job : jobs) {
        largest = Math.max(largest, job.folded().size());
        job.begun();
        engine.answer(job);
      }
    }
    assertThat(largest).isGreaterThan(1);
    sum.thread().interrupt();
    assertThat(Await.failure(sum.result())).isInstanceOf(CallInterruptedException.class);
  }

  @Test
  void aSlowCallKeepsNoOthersWaiting() {
    Future<Optional<String>> texts = Threads.run(() -> texts(IntStream.range(0, 3000)));
    Job slow = engine.take(1).get(0);
    engine.answerOnThreads(2);
    Await.until(() -> pulled.get() == 3000);
    assertThat(texts).isNotDone();
    engine.answer(slow);
    assertThat(Await.value(texts)).contains(expected(3000));
  }

  @Test
  void theLookAheadIsBounded() {
    Threads.Running<Optional<Integer>> sum =
        Threads.start(() -> sum(IntStream.iterate(0, x -> x + 1)));
    engine.take(4); // two for each of two workers
    Await.parked(sum.thread());
    assertThat(pulled.get()).isLessThanOrEqualTo(5);
    sum.thread().interrupt();
    assertThat(Await.failure(sum.result())).isInstanceOf(CallInterruptedException.class);
    assertThat(engine.cancelled).hasSize(4).allMatch(Job::isSettled);
    assertThat(closed).hasValue(1);
  }

  @Test
  void whatIsKeptIsBoundedHoweverSlowOneCallIs() {
    Future<Optional<Integer>> sum = Threads.run(() -> sum(IntStream.range(0, 1_000_000)));
    Job slow = engine.take(1).get(0);
    engine.answerOnThreads(2);
    Await.until(() -> pulled.get() == 1_000_000);
    engine.answer(slow);
    assertThat(Await.value(sum)).contains(IntStream.range(0, 1_000_000).sum());
  }

  @Test
  void theFirstFailureEndsIt() {
    engine.answerOnThreads(2);
    assertThatThrownBy(() -> sum(IntStream.iterate(0, x -> x + 1).map(x -> x == 3000 ? -1 : x)))
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("failed");
    assertThat(engine.cancelled).allMatch(Job::isSettled);
    assertThat(closed).hasValue(1);
  }

  @Test
  void aDeclaredExceptionArrivesAsItself() {
    engine.answerOnThreads(2);
    assertThatThrownBy(() -> sum(IntStream.range(0, 5000).map(x -> x == 4000 ? -2 : x)))
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(IOException.class);
  }

  @Test
  void aFailureOfASingleCallIsToldByItsPlace() {
    Future<Optional<Integer>> sum = Threads.run(() -> sum(IntStream.of(5, -1, 6)));
    engine.answerOnThreads(1);
    assertThat(Await.failure(sum)).hasMessageContaining("the call for input 1 failed");
  }

  @Test
  void aCombinationThatFailsEndsIt() {
    engine.answerOnThreads(2);
    assertThatThrownBy(() -> sum(IntStream.of(1, 2, Integer.MAX_VALUE, 3)))
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatTheInputsThrowEndsIt() {
    engine.answerOnThreads(1);
    assertThatThrownBy(
            () ->
                sum(
                    IntStream.range(0, 100)
                        .peek(
                            x -> {
                              if (x == 50) {
                                throw new IllegalStateException("item 50");
                              }
                            })))
        .hasMessage("item 50");
    assertThatThrownBy(
            () ->
                bulk.mapReduce(
                    calls(IntStream.range(0, 100), x -> x == 7 ? null : TextsParallel.number(x)),
                    TextsParallel::sum))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessageContaining("input 7");
  }

  @Test
  void aCombinationOfAnotherTypeIsRefused() {
    engine.answerOnThreads(1);
    BiFunction<Integer, Integer, Call<Integer>> length =
        (left, right) -> TextsParallel.length("" + left, "" + right);
    assertThatThrownBy(
            () -> bulk.mapReduce(calls(IntStream.range(0, 10), TextsParallel::number), length))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("Texts.number(int)", "Texts.length(String,String)", "type");
    BiFunction<Integer, Integer, Call<Integer>> square =
        (left, right) -> ChoresParallel.square(left + right);
    assertThatThrownBy(
            () -> bulk.mapReduce(calls(IntStream.range(0, 10), TextsParallel::number), square))
        .isExactlyInstanceOf(IllegalArgumentException.class);
    Desk.Instance desk = new Desk.Instance(1);
    assertThatThrownBy(
            () ->
                bulk.mapReduce(
                    calls(IntStream.range(0, 10), TextsParallel::number),
                    (left, right) -> Desk.next(desk)))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("static");
  }

  @Test
  void everyMethodThatIsMappedMustFit() {
    engine.answerOnThreads(1);
    assertThatThrownBy(
            () ->
                bulk.<Integer>mapReduce(
                    calls(
                        IntStream.range(0, 100),
                        x -> x == 90 ? ChoresParallel.square(x) : TextsParallel.number(x)),
                    TextsParallel::sum))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Chores.square(int)");
    assertThat(
            bulk.<Integer>mapReduce(
                calls(
                    IntStream.range(0, 1000),
                    x -> x % 3 == 0 ? TextsParallel.sum(x, 1) : TextsParallel.number(x)),
                TextsParallel::sum))
        .contains(IntStream.range(0, 1000).sum() + 334);
  }

  @Test
  void largeArgumentsTravelAlone() {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    Future<Optional<Integer>> sum =
        Threads.run(
            () ->
                bulk.mapReduce(
                    calls(IntStream.range(0, 40), x -> TextsParallel.number(x, 2 << 20)),
                    TextsParallel::sum));
    while (!sum.isDone()) {
      for (Job job : engine.takeAll()) {
        sizes.add(job.folded().size());
        engine.answer(job);
      }
    }
    assertThat(Await.value(sum)).contains(780);
    assertThat(sizes).containsOnly(0);
  }

  @Test
  void jobsHaveThePrecedenceOfTheFirstCall() {
    engine.answerOnThreads(1);
    List<Integer> priorities = Collections.synchronizedList(new ArrayList<>());
    CallOptions urgent = CallOptions.none().priority(7).timeout(Duration.ofDays(1));
    engine.onSubmit = job -> priorities.add(job.options().priority());
    bulk.<Integer>mapReduce(
        calls(IntStream.range(0, 100), x -> TextsParallel.number(x).with(urgent)),
        TextsParallel::sum);
    assertThat(priorities).isNotEmpty().containsOnly(7);
  }

  @Test
  void anEngineThatIsShutDownRefuses() {
    engine.shutdown();
    assertThatThrownBy(() -> sum(IntStream.empty())).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void anEngineThatIsShutDownMeanwhileEndsIt() {
    Future<Optional<Integer>> sum = Threads.run(() -> sum(IntStream.iterate(0, x -> x + 1)));
    List<Job> jobs = engine.take(4);
    engine.shutdown();
    jobs.forEach(engine::answer);
    assertThat(Await.failure(sum)).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void callsMayRunInline() {
    Bulk inline =
        new Bulk(
            new InlineEngine(new Timer("inline")),
            new CallbackExecutor("inline", new Timer("inline")));
    assertThat(
            inline.mapReduce(
                calls(IntStream.range(0, 100), TextsParallel::text), TextsParallel::join))
        .contains(expected(100));
  }
}
