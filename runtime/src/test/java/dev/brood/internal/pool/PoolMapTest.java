package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.CallInterruptedException;
import dev.brood.Pool;
import dev.brood.WireException;
import dev.brood.WorkerCrashedException;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import dev.brood.wire.WireReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Maps over child JVMs. */
@ExtendWith(NoLeaks.class)
class PoolMapTest {
  private Pool pool;

  @BeforeEach
  void start() {
    pool = Pool.start(2);
  }

  @AfterEach
  void close() {
    assertThat(pool.call(ChoresParallel.square(3))).as("the pool serves on").isEqualTo(9);
    pool.close();
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  private static List<Integer> squares(int end) {
    return IntStream.range(0, end).map(x -> x * x).boxed().toList();
  }

  @Test
  void resultsAreInTheOrderOfTheInputs() {
    assertThat(pool.map(upTo(40_000), ChoresParallel::square)).isEqualTo(squares(40_000));
    assertThat(pool.map(upTo(3), ChoresParallel::square)).containsExactly(0, 1, 4);
    assertThat(pool.map(List.<Integer>of(), ChoresParallel::square)).isEmpty();
  }

  @Test
  void bothWorkersTakePart() {
    try (Gate gate = new Gate()) {
      Future<List<Long>> pids =
          Threads.run(() -> pool.map(upTo(2), i -> ChoresParallel.pass(gate, i)));
      gate.awaitVisitor();
      gate.awaitVisitor(); // both at once
      gate.open();
      assertThat(Await.value(pids)).doesNotHaveDuplicates();
    }
  }

  @Test
  void manyMapsShareAPool() {
    List<Future<List<Integer>>> maps = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      maps.add(Threads.run(() -> pool.map(upTo(5000), ChoresParallel::square)));
    }
    maps.forEach(map -> assertThat(Await.value(map)).isEqualTo(squares(5000)));
  }

  @Test
  void largeInputsPassABoundedLookAhead() {
    List<byte[]> echoes = pool.map(upTo(100), i -> ChoresParallel.echo(new byte[(1 << 20) + i]));
    for (int i = 0; i < 100; i++) {
      assertThat(echoes.get(i)).hasSize((1 << 20) + i);
    }
  }

  @Test
  void theFirstFailureEndsIt() {
    AtomicInteger pulled = new AtomicInteger();
    Iterator<Integer> endless =
        IntStream.iterate(0, x -> x + 1).peek(x -> pulled.incrementAndGet()).iterator();
    assertThatThrownBy(
            () ->
                pool.map(
                    () -> endless,
                    i ->
                        i == 100
                            ? ChoresParallel.fail("declared", "at 100")
                            : ChoresParallel.square(i)))
        .isExactlyInstanceOf(CompletionException.class)
        .hasMessageContaining("input 100")
        .cause()
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("at 100");
    int pulledThen = pulled.get();
    assertThat(pool.call(ChoresParallel.square(1))).isEqualTo(1);
    assertThat(pulled.get()).isEqualTo(pulledThen);
  }

  private Future<List<Long>> mapBesideARunningCall(Gate gate, Call<Long> failing) {
    return Threads.run(
        () -> pool.map(upTo(100), i -> i == 0 ? ChoresParallel.pass(gate, i) : failing));
  }

  @Test
  void aFailureEndsCallsThatAreRunning() {
    try (Gate gate = new Gate()) { // is never opened
      Call<Long> failing = ChoresParallel.squareWith(out -> {}, WireReader::readLong);
      assertThat(Await.failure(mapBesideARunningCall(gate, failing)))
          .hasCauseExactlyInstanceOf(WireException.class)
          .hasMessageContaining("arguments");
    }
  }

  @Test
  void aResultThatCannotBeDecodedEndsCallsThatAreRunning() {
    try (Gate gate = new Gate()) { // is never opened
      Call<Long> failing = ChoresParallel.squareWith(out -> out.writeInt(1), WireReader::readLong);
      assertThat(Await.failure(mapBesideARunningCall(gate, failing)))
          .hasCauseExactlyInstanceOf(WireException.class)
          .hasMessageContaining("outcome");
    }
  }

  @Test
  void aCrashIsAFailure() {
    assertThatThrownBy(
            () ->
                pool.map(
                    upTo(50), i -> i == 20 ? ChoresParallel.halt(3) : ChoresParallel.square(i)))
        .isExactlyInstanceOf(CompletionException.class)
        .hasMessageContaining("input 20")
        .hasCauseExactlyInstanceOf(WorkerCrashedException.class);
  }

  @Test
  void anIteratorThatThrowsEndsIt() {
    Iterator<Integer> broken =
        IntStream.iterate(0, x -> x + 1)
            .peek(
                x -> {
                  if (x == 3) {
                    throw new IllegalStateException("item 3");
                  }
                })
            .iterator();
    assertThatThrownBy(() -> pool.map(() -> broken, ChoresParallel::square))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("item 3");
  }

  @Test
  void aFunctionThatThrowsEndsIt() {
    assertThatThrownBy(
            () ->
                pool.map(
                    upTo(1000),
                    i -> {
                      if (i == 700) {
                        throw new IllegalStateException("input 700");
                      }
                      return ChoresParallel.square(i);
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("input 700");
  }

  @Test
  void anInterruptEndsIt() {
    try (Gate gate = new Gate()) {
      Threads.Running<Boolean> map =
          Threads.start(
              () -> {
                assertThatThrownBy(() -> pool.map(upTo(100), i -> ChoresParallel.pass(gate, i)))
                    .isInstanceOf(CallInterruptedException.class);
                return Thread.interrupted();
              });
      gate.awaitVisitor();
      gate.awaitVisitor();
      map.thread().interrupt();
      assertThat(Await.value(map.result())).isTrue();
      assertThat(pool.call(ChoresParallel.square(2))).isEqualTo(4);
      assertThat(gate.visitorCount()).as("queued calls never ran").isEqualTo(2);
    }
  }
}
