package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.WireException;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that go together are answered as if each had gone alone. */
class TogetherTest {
  private static final int COUNT = 5_000;

  private static Bulk bulk(SplittingEngine engine) {
    return new Bulk(engine, new CallbackExecutor("test", new Timer("test")));
  }

  /** Of one method or in turn of others, with options or without; some have much to carry. */
  private static Call<?> call(int i) {
    return switch (i % 37) {
      case 3 -> ChoresParallel.echo(new byte[i * 20]);
      case 4, 5 -> ChoresParallel.echo(new byte[7]);
      case 16 -> ChoresParallel.square(i).with(CallOptions.none().priority(1));
      case 25 -> ChoresParallel.fail("argument", "call " + i);
      default -> ChoresParallel.square(i);
    };
  }

  private static Object expected(int i) {
    return switch (i % 37) {
      case 3 -> i * 20;
      case 4, 5 -> 7;
      case 25 -> "call " + i;
      default -> i * i;
    };
  }

  private static Object told(Outcome<Object> outcome) {
    Throwable failure = outcome.failure();
    if (failure != null) {
      return String.valueOf(failure.getMessage());
    }
    Object value = outcome.get();
    return value instanceof byte[] bytes ? bytes.length : value;
  }

  @SuppressWarnings("unchecked") // what becomes of it is looked at as an object only
  private static Calls<Object> calls(int count) {
    return Calls.of(IntStream.range(0, count), i -> (Call<Object>) call(i));
  }

  @RepeatedTest(30)
  void eachCallHasItsOwnOutcome(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    try (SplittingEngine engine = new SplittingEngine(seed, 1 + seed * seed, 0)) {
      List<Outcome<Object>> outcomes = bulk(engine).outcomes(calls(COUNT));
      assertThat(outcomes).hasSize(COUNT);
      for (int i = 0; i < COUNT; i++) {
        assertThat(told(outcomes.get(i))).as("call %s", i).isEqualTo(expected(i));
      }
    }
  }

  @RepeatedTest(30)
  void aLossIsThatOfOneCall(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    int lost = 0;
    try (SplittingEngine engine = new SplittingEngine(seed, 100, 20)) {
      List<Outcome<Object>> outcomes = bulk(engine).outcomes(calls(COUNT));
      for (int i = 0; i < COUNT; i++) {
        Object told = told(outcomes.get(i));
        if (told.equals("lost by the engine")) {
          lost++;
        } else {
          assertThat(told).as("call %s", i).isEqualTo(expected(i));
        }
      }
      assertThat(lost).isEqualTo(engine.lost());
    }
  }

  @RepeatedTest(30)
  void streamsKeepTheirOrder(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    try (SplittingEngine engine = new SplittingEngine(seed, 1 + seed * seed, 0)) {
      Calls<Integer> squares = Calls.of(IntStream.range(0, COUNT), ChoresParallel::square);
      try (Stream<Integer> stream = bulk(engine).stream(squares)) {
        assertThat(stream.toList())
            .isEqualTo(IntStream.range(0, COUNT).map(i -> i * i).boxed().toList());
      }
    }
  }

  @RepeatedTest(30)
  void streamsThatHaveNoOrderGiveEachResultOnce(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    try (SplittingEngine engine = new SplittingEngine(seed, 1 + seed * seed, 0)) {
      Calls<Integer> squares = Calls.of(IntStream.range(0, COUNT), ChoresParallel::square);
      try (Stream<Integer> stream = bulk(engine).streamAsCompleted(squares)) {
        assertThat(stream.sorted().toList())
            .isEqualTo(IntStream.range(0, COUNT).map(i -> i * i).boxed().toList());
      }
    }
  }

  @RepeatedTest(30)
  void aMapThatFailsSaysWhichCallItWas(RepetitionInfo repetition) {
    int bad = repetition.getCurrentRepetition() * 100;
    try (SplittingEngine engine = new SplittingEngine(bad, 64, 0)) {
      Calls<Integer> calls =
          Calls.of(
              IntStream.range(0, COUNT),
              i -> i == bad ? ChoresParallel.fail("argument", "no") : ChoresParallel.square(i));
      assertThatThrownBy(() -> bulk(engine).map(calls))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("the call for input " + bad + " failed")
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @RepeatedTest(30)
  void aSourceThatIsSlowNowAndThenLosesNothing(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    try (SplittingEngine engine = new SplittingEngine(seed, 64, 0)) {
      Calls<Integer> squares =
          Calls.of(
              IntStream.range(0, COUNT),
              i -> {
                if (random.nextInt(50) == 0) {
                  LockSupport.parkNanos(1 + random.nextInt(1_000_000));
                }
                return ChoresParallel.square(i);
              });
      assertThat(bulk(engine).map(squares))
          .isEqualTo(IntStream.range(0, COUNT).map(i -> i * i).boxed().toList());
      assertThat(engine.submittedTwice()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 1000})
  void aCallThatCannotBeEncodedSpoilsNoneBeforeIt(int bad) {
    try (SplittingEngine engine = new SplittingEngine(bad, 256, 0)) {
      Function<Integer, Call<Integer>> function =
          i ->
              i == bad
                  ? ChoresParallel.squareWith(
                      out -> {
                        out.writeInt(-1);
                        throw new IllegalStateException("no " + i);
                      },
                      in -> 0)
                  : ChoresParallel.square(i);
      List<Integer> before = new ArrayList<>();
      try (Stream<Integer> stream =
          bulk(engine).stream(Calls.of(IntStream.range(0, COUNT).boxed(), function))) {
        assertThatThrownBy(() -> stream.forEachOrdered(before::add))
            .isInstanceOf(WireException.class)
            .hasMessageContaining("no " + bad);
      }
      assertThat(before).isEqualTo(IntStream.range(0, bad).map(i -> i * i).boxed().toList());
    }
  }

  @Test
  void callsWithoutArgumentsGoTogetherToo() {
    try (SplittingEngine engine = new SplittingEngine(1, 100, 0)) {
      Calls<Integer> calls =
          Calls.of(
              IntStream.range(0, 1000),
              i ->
                  i % 100 == 50
                      ? ChoresParallel.squareWith(out -> out.writeInt(i), in -> in.readInt())
                      : ChoresParallel.squareWith(out -> {}, in -> -1));
      List<Outcome<Integer>> outcomes = bulk(engine).outcomes(calls);
      for (int i = 0; i < 1000; i++) {
        if (i % 100 == 50) {
          assertThat(outcomes.get(i).get()).isEqualTo(i * i);
        } else {
          assertThat(outcomes.get(i).failure()).isInstanceOf(WireException.class);
        }
      }
    }
  }

  @RepeatedTest(30)
  void whatIsCancelledIsForgottenWhereverItIs(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    try (SplittingEngine engine = new SplittingEngine(seed, 64, 0)) {
      Calls<Integer> endless = Calls.of(IntStream.iterate(0, i -> i + 1), ChoresParallel::square);
      try (Stream<Integer> stream = bulk(engine).stream(endless)) {
        assertThat(stream.limit(100L * seed).count()).isEqualTo(100L * seed);
      }
    } // ends when the engine has let go of every job
  }

  // ---- at the worst of moments ----

  private static final WorkerId WORKER =
      new WorkerId("worker-1", 1, new StackTraceElement("brood", "worker-1", null, -1));

  /** However slow the machine is, nothing happens because of that. */
  private static final class NeverLater implements Callbacks {
    @Override
    public void execute(Runnable work) {
      work.run();
    }

    @Override
    public Future<?> after(long time, TimeUnit unit, Runnable work) {
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Ten calls of the last job, with those before it answered. */
  private record Ten(LookAhead<Integer> ahead, Job job) {
    static Ten ahead(LookAhead.Order order) {
      HoldingEngine engine = new HoldingEngine(100);
      Calls<Integer> calls = Calls.of(IntStream.range(0, 30), ChoresParallel::square);
      LookAhead<Integer> ahead =
          new LookAhead<>(engine, new NeverLater(), calls, order, false, () -> {});
      ahead.refill();
      List<Job> before = engine.takeAll();
      Job last = before.remove(before.size() - 1);
      assertThat(last.count()).isGreaterThan(10);
      before.add(last);
      Job ten = last.split(last.count() - 10);
      for (Job job : before) {
        InFlight inHand = new InFlight();
        inHand.add(job);
        job.receive(reply(inHand, 0, job.count()));
      }
      int taken = 0;
      while (ahead.poll() != null) {
        taken++;
      }
      assertThat(taken).isEqualTo(20);
      return new Ten(ahead, ten);
    }

    /** The worker's answer to so many calls. */
    static Reply reply(InFlight inHand, long sequence, int count) {
      Job job = Objects.requireNonNull(inHand.first()).job();
      Payload[] envelopes = SplittingEngine.envelopes(job, count);
      return Objects.requireNonNull(
          inHand.answered(sequence, SplittingEngine.joined(envelopes), 0, WORKER));
    }

    List<String> rest() {
      List<String> answers = new ArrayList<>();
      Answers<Integer> answer;
      while ((answer = ahead.poll()) != null) {
        Throwable failure = answer.open();
        answers.add(answer.place() + ": " + (failure == null ? answer.value() : "lost"));
      }
      return answers;
    }
  }

  private static List<String> squares(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> i + ": " + i * i).toList();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerOnItsWayMeetsNotThoseOfAnotherWorker(LookAhead.Order order) {
    Ten ten = Ten.ahead(order);
    InFlight one = new InFlight();
    one.add(ten.job());
    Reply first = Ten.reply(one, 0, 3); // collected, and not told yet
    List<Job> back = one.removeYoungest(100, job -> true, sequence -> true);
    InFlight other = new InFlight();
    other.add(back.get(0));
    Reply second = Ten.reply(other, 0, 7);
    second.job().receive(second);
    first.job().receive(first);
    assertThat(ten.rest()).containsExactlyInAnyOrderElementsOf(squares(20, 30));
    assertThat(ten.ahead().isDone()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSettledAndThenSplitIsAnsweredOnce(LookAhead.Order order) {
    Ten ten = Ten.ahead(order);
    ten.job().settle(Answer.lost(new IllegalStateException("shut down")));
    Job rest = ten.job().split(4);
    assertThat(rest.isSettled()).isTrue();
    rest.settle(Answer.lost(new IllegalStateException("again")));
    assertThat(ten.rest()).hasSize(10).allSatisfy(told -> assertThat(told).contains("lost"));
    assertThat(ten.ahead().isDone()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSplitAndThenSettledIsAnsweredOnce(LookAhead.Order order) {
    Ten ten = Ten.ahead(order);
    Job rest = ten.job().split(4);
    ten.job().settle(Answer.lost(new IllegalStateException("shut down")));
    assertThat(rest.isSettled()).isFalse();
    InFlight other = new InFlight();
    other.add(rest);
    rest.receive(Ten.reply(other, 0, 6));
    assertThat(ten.rest()).hasSize(10).containsAll(squares(24, 30));
    assertThat(ten.ahead().isDone()).isTrue();
  }

  // ---- with a real pool ----

  /** A method of this test's. */
  private static final class Method extends EntryPoints {
    private final IntBinaryOperator body;
    private final AtomicIntegerArray runs = new AtomicIntegerArray(COUNT);

    /** Gets the input, and the how many-th run of it this is. */
    Method(IntBinaryOperator body) {
      super(1, "TogetherTest.method(int)");
      this.body = body;
    }

    @Override
    public void invoke(int index, Invocation invocation) {
      int input = invocation.arguments().readInt();
      invocation.begin();
      int result = body.applyAsInt(input, runs.incrementAndGet(input));
      invocation.result().writeInt(result);
    }

    @Override
    public boolean isIdempotent(int index) {
      return true;
    }

    Call<Integer> call(int input) {
      return new WireCall<Integer>(this, 0) {
        @Override
        public void writeArguments(WireWriter out) {
          out.writeInt(input);
        }

        @Override
        public Integer readResult(WireReader in) {
          return in.readInt();
        }
      };
    }
  }

  private static void blockUntilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void callsOfAMapAreRunAgainAfterTheirLimit() {
    Method method =
        new Method(
            (input, run) -> {
              if (input % 50 == 7 && run == 1) {
                blockUntilInterrupted();
              }
              return input;
            });
    CallOptions options = CallOptions.none().timeout(Duration.ofMillis(200)).retries(2);
    try (Pool pool = Pool.threads(2)) {
      Calls<Integer> calls = Calls.of(IntStream.range(0, 200), i -> method.call(i).with(options));
      assertThat(Await.value(Threads.run(() -> pool.map(calls))))
          .isEqualTo(IntStream.range(0, 200).boxed().toList());
    }
  }

  /** How many outcomes there are; −1 if the pool was shut down before it had all calls. */
  private static int outcomes(Pool pool, Method method) {
    try {
      List<Outcome<Integer>> outcomes =
          pool.outcomes(Calls.of(IntStream.range(0, COUNT), method::call));
      assertThat(outcomes).doesNotContainNull();
      return outcomes.size();
    } catch (RejectedExecutionException e) {
      return -1;
    }
  }

  @RepeatedTest(20)
  void aPoolThatIsShutDownAnswersEachCallOnce(RepetitionInfo repetition) {
    CountDownLatch begun = new CountDownLatch(100 * repetition.getCurrentRepetition());
    Method method =
        new Method(
            (input, run) -> {
              begun.countDown();
              return input;
            });
    Pool pool = Pool.threads(2);
    Future<Integer> outcomes = Threads.run(() -> outcomes(pool, method));
    Await.latch(begun);
    pool.shutdownNow();
    assertThat(Await.value(outcomes)).isIn(COUNT, -1);
    pool.close();
    for (int i = 0; i < COUNT; i++) {
      assertThat(method.runs.get(i)).as("runs of %s", i).isLessThanOrEqualTo(1);
    }
  }
}
