package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Many calls, waited for together: results in order, or what became of each. */
class MapsTest {
  private static final Iterable<Integer> TROUBLE = ThreeAndTrouble::new;

  @TempDir private Path directory;

  @ForEachKind
  @Row("A4")
  void resultsComeInTheOrderOfAnyInputs(Kind kind) {
    try (Pool pool = kind.start(2)) {
      List<Integer> squares = List.of(1, 4, 9);
      assertThat(pool.map(List.of(1, 2, 3), WorkParallel::square)).isEqualTo(squares);
      assertThat(pool.map(new Integer[] {1, 2, 3}, WorkParallel::square)).isEqualTo(squares);
      assertThat(pool.map(IntStream.rangeClosed(1, 3), WorkParallel::square)).isEqualTo(squares);
      assertThat(pool.map(LongStream.of(5, 6), WorkParallel::twice)).containsExactly(10L, 12L);
      AtomicBoolean closed = new AtomicBoolean();
      Stream<Integer> stream = Stream.of(1, 2, 3).onClose(() -> closed.set(true));
      assertThat(pool.map(stream, WorkParallel::square)).isEqualTo(squares);
      assertThat(closed).isTrue();
      assertThat(pool.map(List.<Integer>of(), WorkParallel::square)).isEmpty();
    }
  }

  @ForEachKind
  @Row("A4")
  void manyResultsComeInOrder(Kind kind) {
    try (Pool pool = kind.start(2)) {
      assertThat(pool.map(IntStream.range(0, 5_000), WorkParallel::square))
          .isEqualTo(IntStream.range(0, 5_000).map(x -> x * x).boxed().toList());
    }
  }

  record Line(int factor, int offset) {}

  @ForEachKind
  @Row("A4")
  void aLambdaGivesSeveralArgumentsAndBindsTheRest(Kind kind) {
    try (Pool pool = kind.start(2)) {
      int offset = 100;
      assertThat(pool.map(List.of(1, 2), x -> WorkParallel.linear(x, 10, offset)))
          .containsExactly(110, 120);
      assertThat(
              pool.map(
                  List.of(new Line(2, 3), new Line(4, 5)),
                  line -> WorkParallel.linear(10, line.factor(), line.offset())))
          .containsExactly(23, 45);
    }
  }

  @ForEachKind
  @Row("A4")
  void theFirstFailureEndsTheWhole(Kind kind) {
    AtomicInteger pulled = new AtomicInteger();
    try (Pool pool = kind.start(2)) {
      Stream<Integer> endless = Stream.generate(pulled::incrementAndGet);
      assertThatThrownBy(
              () ->
                  pool.map(
                      endless,
                      x -> x == 3 ? WorkParallel.fail("common", "three") : WorkParallel.square(x)))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("three");
      assertThat(pool.call(WorkParallel.square(5))).isEqualTo(25);
    }
  }

  @ForEachKind
  @Row("A4")
  void everyOutcomeIsReturnedIfAskedFor(Kind kind) {
    try (Pool pool = kind.start(2)) {
      List<Outcome<Integer>> outcomes =
          pool.outcomes(
              Calls.<Integer, Integer>of(
                  List.of(0, 1, 2),
                  x -> x == 1 ? WorkParallel.fail("common", "one") : WorkParallel.square(x)));
      assertThat(outcomes).extracting(Outcome::isSuccess).containsExactly(true, false, true);
      assertThat(outcomes.get(0).get()).isZero();
      assertThat(outcomes.get(2).get()).isEqualTo(4);
      assertThat(outcomes.get(1).failure())
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("one");
      assertThatThrownBy(() -> outcomes.get(1).get())
          .isExactlyInstanceOf(CompletionException.class)
          .hasCause(outcomes.get(1).failure());
    }
  }

  @ForEachKind
  @Row("A4")
  void aMethodWithoutAResultIsRunForEach(Kind kind) throws IOException {
    Path file = directory.resolve("lines");
    try (Pool pool = kind.start(1)) {
      pool.forEach(List.of("a", "b"), line -> WorkParallel.append(file.toString(), line));
      assertThat(Files.readAllLines(file)).containsExactly("a", "b");
      assertThatThrownBy(() -> pool.forEach(new String[] {"c"}, x -> WorkParallel.append("/", x)))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(IOException.class);
    }
  }

  @ForEachKind
  @Row("A5")
  void theSameComesAsAFuture(Kind kind) throws IOException {
    Path file = directory.resolve("lines");
    try (Pool pool = kind.start(1)) {
      CompletableFuture<List<Integer>> squares =
          pool.mapAsync(Calls.of(IntStream.range(0, 100), WorkParallel::square));
      CompletableFuture<List<Outcome<Integer>>> outcomes =
          pool.outcomesAsync(
              Calls.<Integer, Integer>of(
                  List.of(7, 8),
                  x -> x == 7 ? WorkParallel.fail("common", "7") : WorkParallel.square(x)));
      CompletableFuture<Void> all =
          pool.forEachAsync(
              Calls.of(List.of("a", "b"), line -> WorkParallel.append(file.toString(), line)));
      assertThat(Await.value(squares))
          .isEqualTo(IntStream.range(0, 100).map(x -> x * x).boxed().toList());
      assertThat(Await.value(outcomes)).extracting(Outcome::isSuccess).containsExactly(false, true);
      Await.value(all);
      assertThat(Files.readAllLines(file)).containsExactly("a", "b");
    }
  }

  @ForEachKind
  @Row("A5")
  void theFutureFailsWithWhatTheMethodThrew(Kind kind) {
    try (Pool pool = kind.start(2)) {
      CompletableFuture<List<Integer>> failing =
          pool.mapAsync(Calls.of(List.of("x"), x -> WorkParallel.fail("declared", x)));
      assertThat(Await.failure(failing)).isExactlyInstanceOf(IOException.class).hasMessage("x");
    }
  }

  @ForEachKind
  @Row("A5")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "nothing can end a call that runs on the thread that made it")
  void whoeverCancelsTheFutureEndsTheCalls(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(2)) {
      CompletableFuture<List<Integer>> all =
          pool.mapAsync(Calls.of(IntStream.range(0, 100), i -> WorkParallel.pass(gate.port(), i)));
      Gate.Visitor one = gate.awaitVisitor();
      Gate.Visitor other = gate.awaitVisitor();
      assertThat(all.cancel(true)).isTrue();
      one.awaitGone();
      other.awaitGone();
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
      assertThat(gate.visitorCount()).isEqualTo(2);
    }
  }

  /** Three inputs, and then trouble. */
  private static final class ThreeAndTrouble implements Iterator<Integer> {
    private int next;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Integer next() {
      if (next == 3) {
        throw new IllegalStateException("the source has dried up");
      }
      return next++;
    }
  }

  @ForEachKind
  @Row("A6")
  @Scenario(39)
  void anInputThatFailsComesAfterTheResultsBeforeIt(Kind kind) {
    try (Pool pool = kind.start(2)) {
      List<Integer> results = new ArrayList<>();
      assertThatThrownBy(
              () -> pool.stream(TROUBLE, WorkParallel::square).forEachOrdered(results::add))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("the source has dried up");
      assertThat(results).containsExactly(0, 1, 4);
      assertThat(pool.call(WorkParallel.square(4))).isEqualTo(16);
    }
  }

  @ForEachKind
  @Row("A4")
  @Scenario(39)
  void anInputThatFailsEndsAMap(Kind kind) {
    try (Pool pool = kind.start(2)) {
      assertThatThrownBy(() -> pool.map(TROUBLE, WorkParallel::square))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("the source has dried up");
      assertThatThrownBy(() -> pool.outcomes(Calls.of(TROUBLE, WorkParallel::square)))
          .isExactlyInstanceOf(IllegalStateException.class);
      assertThat(Await.failure(pool.mapAsync(Calls.of(TROUBLE, WorkParallel::square))))
          .isExactlyInstanceOf(IllegalStateException.class);
      assertThat(pool.map(Collections.nCopies(3, 2), WorkParallel::square))
          .containsExactly(4, 4, 4);
    }
  }
}
