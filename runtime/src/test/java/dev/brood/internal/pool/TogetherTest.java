package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.WireException;
import dev.brood.testkit.ChoresParallel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that go together are answered as if each had gone alone. */
class TogetherTest {
  private static final int COUNT = 5_000;

  private static Bulk bulk(SplittingEngine engine) {
    return new Bulk(engine, new CallbackExecutor("test"));
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
}
