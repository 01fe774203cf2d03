package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Calls;
import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many calls, whose results are taken one by one. */
class StreamsTest {
  /** Far more than any look-ahead, and far fewer than memory could hold. */
  private static final int BOUND = 100_000;

  private static Stream<Integer> counting(AtomicInteger pulled) {
    return Stream.generate(pulled::getAndIncrement);
  }

  @ForEachKind
  @Row("A6")
  void resultsComeInOrder(Kind kind) {
    try (Pool pool = kind.start(2);
        Stream<Integer> squares = pool.stream(IntStream.range(0, 1_000), WorkParallel::square)) {
      assertThat(squares).isEqualTo(IntStream.range(0, 1_000).map(x -> x * x).boxed().toList());
    }
  }

  @ForEachKind
  @Row("A6")
  void resultsComeAsTheyAreReady(Kind kind) {
    try (Pool pool = kind.start(2);
        Stream<Integer> squares =
            pool.streamAsCompleted(Calls.of(IntStream.range(0, 1_000), WorkParallel::square))) {
      assertThat(squares)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 1_000).map(x -> x * x).boxed().toList());
    }
  }

  @ForEachKind
  @Row("A6")
  void nothingStartsBeforeTheFirstResultIsWanted(Kind kind) {
    AtomicInteger pulled = new AtomicInteger();
    try (Pool pool = kind.start(2);
        Stream<Integer> squares = pool.stream(counting(pulled), WorkParallel::square)) {
      assertThat(pulled).hasValue(0);
      assertThat(squares.iterator().next()).isZero();
      assertThat(pulled).hasPositiveValue();
    }
  }

  @ForEachKind
  @Row("A6")
  @Scenario(40)
  void anEndlessInputIsPulledOnlyALittleAhead(Kind kind) {
    AtomicInteger pulled = new AtomicInteger();
    try (Pool pool = kind.start(2);
        Stream<Integer> squares = pool.stream(counting(pulled), x -> WorkParallel.square(x % 9))) {
      Iterator<Integer> results = squares.iterator();
      for (int i = 0; i < 2_000; i++) {
        assertThat(results.next()).isEqualTo((i % 9) * (i % 9));
        assertThat(pulled.get()).isLessThan(i + BOUND);
      }
    }
  }

  @ForEachKind
  @Row("A6")
  @Scenario(40)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool runs no call but the one that is waited for")
  void closingAStreamStopsTheWork(Kind kind) {
    AtomicInteger pulled = new AtomicInteger();
    try (Gate gate = new Gate();
        Pool pool = kind.start(2)) {
      try (Stream<Integer> numbers =
          pool.stream(
              counting(pulled),
              x -> x == 0 ? WorkParallel.square(5) : WorkParallel.pass(gate.port(), x))) {
        assertThat(numbers.iterator().next()).isEqualTo(25);
        gate.awaitVisitor(); // what comes behind is under way
      }
      int before = pulled.get();
      assertThat(pool.call(WorkParallel.square(3))).as("a worker is free again").isEqualTo(9);
      assertThat(pulled).hasValue(before);
      assertThat(before).isLessThan(BOUND);
    }
  }

  @ForEachKind
  @Row("A6")
  void aFailureComesAtItsPlace(Kind kind) {
    try (Pool pool = kind.start(2);
        Stream<Integer> numbers =
            pool.stream(
                counting(new AtomicInteger()),
                x -> x == 2 ? WorkParallel.fail("common", "two") : WorkParallel.square(x))) {
      Iterator<Integer> results = numbers.iterator();
      assertThat(results.next()).isZero();
      assertThat(results.next()).isEqualTo(1);
      assertThatThrownBy(results::next)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("two");
    }
  }

  @ForEachKind
  @Row("A6")
  void aPublisherGivesAsMuchAsIsRequested(Kind kind) {
    AtomicInteger pulled = new AtomicInteger();
    try (Pool pool = kind.start(2)) {
      Subscriber<Integer> subscriber = new Subscriber<>();
      pool.publisher(Calls.of(counting(pulled), x -> WorkParallel.square(x % 10)))
          .subscribe(subscriber);
      subscriber.request(3);
      assertThat(subscriber.awaitItems(3)).containsExactly(0, 1, 4);
      assertThat(pulled.get()).isLessThan(BOUND);
      subscriber.request(2);
      assertThat(subscriber.awaitItems(2)).containsExactly(9, 16);
      subscriber.cancel();
      assertThat(subscriber.overflow()).as("never more than requested").isEmpty();
    }
  }

  @ForEachKind
  @Row("A6")
  void aPublisherTellsTheEndAndTheFailure(Kind kind) {
    try (Pool pool = kind.start(2)) {
      Calls<Integer> calls = Calls.of(List.of(1, 2), WorkParallel::square);
      for (int i = 0; i < 2; i++) { // each subscriber has the calls run anew
        Subscriber<Integer> subscriber = new Subscriber<>();
        pool.publisher(calls).subscribe(subscriber);
        subscriber.request(10);
        assertThat(subscriber.awaitItems(2)).containsExactly(1, 4);
        Await.value(subscriber.completed());
      }
      Subscriber<Integer> failing = new Subscriber<>();
      pool.publisher(Calls.of(List.of("x"), x -> WorkParallel.fail("common", x)))
          .subscribe(failing);
      failing.request(1);
      assertThat(Await.failure(failing.completed()))
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @ForEachKind
  @Row("A7")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool runs one call after the other")
  void oneSlowCallHoldsBackNoResultOfItsNeighbours(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(2);
        Stream<Integer> numbers =
            pool.streamAsCompleted(
                Calls.<Integer>of(
                    IntStream.range(0, 500),
                    x -> x == 3 ? WorkParallel.pass(gate.port(), 3) : WorkParallel.square(x)))) {
      Set<Integer> seen = new HashSet<>();
      Iterator<Integer> results = numbers.iterator();
      for (int i = 0; i < 499; i++) {
        seen.add(results.next());
      }
      assertThat(seen).as("all but the slow one").doesNotContain(3).hasSize(499);
      gate.open();
      assertThat(results.next()).isEqualTo(3);
      assertThat(results.hasNext()).isFalse();
    }
  }

  @ForEachKind
  @Row("A7")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool has one worker, the caller")
  void shortCallsBehindASlowOneAreRunByOthers(Kind kind) {
    try (Pool pool = kind.start(2)) {
      pool.map(IntStream.range(0, 2_000), WorkParallel::square); // learns that calls are short
      for (int round = 0; round < 5; round++) {
        try (Gate gate = new Gate()) {
          var calls =
              Stream.concat(
                  Stream.of(WorkParallel.pass(gate.port(), 0)),
                  IntStream.range(0, 200).mapToObj(WorkParallel::square));
          var tasks = calls.map(pool::submit).toList();
          for (int i = 1; i < tasks.size(); i++) {
            assertThat(Await.value(tasks.get(i))).isEqualTo((i - 1) * (i - 1));
          }
          assertThat(tasks.get(0)).isNotDone();
          gate.open();
          assertThat(Await.value(tasks.get(0))).isZero();
        }
      }
    }
  }
}
