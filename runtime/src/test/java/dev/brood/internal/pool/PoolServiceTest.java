package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.ServiceException;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.fixtures.Desk;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects that live in workers. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class PoolServiceTest {

  @Test
  void eachWorkerHasOneObjectAndClosesItAtTheEnd(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(1)) {
      Desk.Instance desk = new Desk.Instance(100);
      Desk.Instance other = new Desk.Instance(100);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(100);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(101);
      assertThat(pool.call(Desk.next(other))).isEqualTo(100);
    }
    assertThat(output.out().lines())
        .containsExactly(
            "[" + name(output) + " worker-1] desk 100 closed after 1",
            "[" + name(output) + " worker-1] desk 100 closed after 2");
  }

  private static String name(CapturedStreams.Output output) {
    String out = output.out();
    return out.substring(1, out.indexOf(' '));
  }

  @Test
  void aReplacementBuildsItsOwn() {
    try (Pool pool = Pool.start(1)) {
      Desk.Instance desk = new Desk.Instance(5);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(5);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(6);
      assertThat(Await.failure(pool.submit(ChoresParallel.halt(1))))
          .isInstanceOf(WorkerCrashedException.class);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(5);
    }
  }

  private static void useAndDrop(Pool pool, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(pool.call(Desk.next(new Desk.Instance(1000)))).isEqualTo(1000);
    }
  }

  private static long closed(CapturedStreams.Output output) {
    return output.out().lines().filter(line -> line.endsWith("desk 1000 closed after 1")).count();
  }

  private static void expectForgetting(Pool pool, CapturedStreams.Output output) {
    Desk.Instance kept = new Desk.Instance(0);
    List<Integer> counts = new ArrayList<>();
    counts.addAll(pool.map(IntStream.range(0, 10), i -> Desk.next(kept)));
    useAndDrop(pool, 500);
    counts.addAll(pool.map(IntStream.range(0, 10), i -> Desk.next(kept)));
    useAndDrop(pool, 500);
    Await.collected(
        () -> {
          assertThat(pool.call(ChoresParallel.square(1))).isEqualTo(1); // the pool is in use
          return closed(output) == 1000;
        });
    counts.addAll(pool.map(IntStream.range(0, 10), i -> Desk.next(kept)));
    assertThat(counts)
        .as("counted by one object in each worker")
        .filteredOn(count -> count == 0)
        .hasSizeBetween(1, 2);
    assertThat(output.out()).doesNotContain("desk 0 closed");
  }

  @Test
  void processesForgetServicesThatNobodyCanCall(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(2)) {
      expectForgetting(pool, output);
    }
    assertThat(closed(output)).isEqualTo(1000);
  }

  @Test
  void threadsForgetServicesThatNobodyCanCall(CapturedStreams.Output output) {
    try (Pool pool = Pool.threads(2)) {
      expectForgetting(pool, output);
    }
    assertThat(closed(output)).isEqualTo(1000);
  }

  @Test
  void aCallInTheQueueKeepsItsService() {
    try (Pool pool = Pool.start(1);
        Gate gate = new Gate()) {
      assertThat(pool.call(Desk.next(new Desk.Instance(2)))).isEqualTo(2);
      Task<Long> running = pool.submit(ChoresParallel.pass(gate, 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      Task<Integer> waiting = pool.submit(Desk.next(new Desk.Instance(3)));
      WeakReference<Object> dropped = new WeakReference<>(new Desk.Instance(4));
      Await.collected(() -> dropped.refersTo(null));
      Task<Integer> other = pool.submit(ChoresParallel.square(2));
      visitor.release();
      assertThat(Await.value(running)).isPositive();
      assertThat(Await.value(waiting)).isEqualTo(3);
      assertThat(Await.value(other)).isEqualTo(4);
    }
  }

  @Test
  void aConstructorThatFailsFailsEveryCallAndThePoolServesOn() {
    try (Pool pool = Pool.start(1)) {
      Desk.Instance broken = new Desk.Instance(-1);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> pool.call(Desk.next(broken)))
            .cause()
            .isExactlyInstanceOf(ServiceException.class)
            .hasCauseExactlyInstanceOf(IOException.class);
      }
      assertThat(pool.call(Desk.next(new Desk.Instance(1)))).isEqualTo(1);
    }
  }
}
