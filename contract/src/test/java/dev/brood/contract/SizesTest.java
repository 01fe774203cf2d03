package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How many workers a pool has. */
class SizesTest {
  private static final String ONE_THREAD = "an inline pool has the caller's thread and no other";

  /** Lets so many calls run at the same time and returns by how many workers. */
  private static int workersAtOnce(Pool pool, int calls) {
    try (Gate gate = new Gate()) {
      List<?> tasks =
          IntStream.range(0, calls)
              .mapToObj(i -> pool.submit(WorkParallel.pass(gate.port(), i)))
              .toList();
      for (int i = 0; i < tasks.size(); i++) {
        gate.awaitVisitor();
      }
      gate.open();
    }
    return calls;
  }

  @ForEachKind
  @Row("A1")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = ONE_THREAD)
  void aPoolHasAWorkerForEachProcessorUnlessToldOtherwise(Kind kind) {
    int processors = Runtime.getRuntime().availableProcessors();
    try (Pool pool = kind.start(Pool.builder())) {
      assertThat(pool.size()).isEqualTo(processors);
      assertThat(workersAtOnce(pool, processors)).isEqualTo(processors);
    }
  }

  @ForEachKind
  @Row("A1")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = ONE_THREAD)
  void anyNumberOfWorkersMayBeAskedFor(Kind kind) {
    try (Pool pool = kind.start(5)) {
      assertThat(pool.size()).isEqualTo(5);
      assertThat(workersAtOnce(pool, 5)).isEqualTo(5);
    }
  }

  @ForEachKind
  @Row("A1")
  void noWorkersAreNoPool(Kind kind) {
    assertThatThrownBy(() -> Pool.builder().workers(0))
        .isInstanceOf(IllegalArgumentException.class);
    try (Pool pool = kind.start(1)) {
      assertThatThrownBy(() -> pool.resize(0)).isInstanceOf(IllegalArgumentException.class);
      assertThat(pool.size()).isEqualTo(1);
    }
  }

  @ForEachKind
  @Row("A1")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = ONE_THREAD)
  void thePoolGrowsAndShrinks(Kind kind) {
    try (Pool pool = kind.start(1)) {
      pool.resize(4);
      assertThat(pool.size()).isEqualTo(4);
      assertThat(workersAtOnce(pool, 4)).isEqualTo(4);

      pool.resize(1);
      assertThat(pool.size()).isEqualTo(1);
      Await.until(() -> kind == THREADS || NoLeaks.workers().size() == 1);
      try (Gate gate = new Gate()) {
        var first = pool.submit(WorkParallel.pass(gate.port(), 1));
        var second = pool.submit(WorkParallel.pass(gate.port(), 2));
        gate.awaitVisitor();
        assertThat(gate.visitorCount()).as("one at a time").isEqualTo(1);
        gate.open();
        assertThat(Await.value(first)).isEqualTo(1);
        assertThat(Await.value(second)).isEqualTo(2);
      }
    }
  }

  @ForEachKind
  @Row("A1")
  @Scenario(22)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = ONE_THREAD)
  void threeCallsOneAfterTheOtherNeedOneWorkerOfMany(Kind kind) {
    try (Pool pool = kind.start(Pool.builder().workers(8).minWorkers(0))) {
      assertThat(NoLeaks.children()).isEmpty();
      Set<String> workers = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        workers.add(pool.call(WorkParallel.worker()));
      }
      assertThat(workers).hasSize(1);
      assertThat(NoLeaks.workers()).hasSize(kind == CHILD_JVMS ? 1 : 0);
    }
  }
}
