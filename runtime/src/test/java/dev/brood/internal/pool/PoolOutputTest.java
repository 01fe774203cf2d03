package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerOutput;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.fixtures.KeptLog;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What workers print reaches the parent's streams, and disturbs nothing. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class PoolOutputTest {
  @Test
  void linesReachTheParentsStreamsWithALabel(CapturedStreams.Output output) {
    try (Pool pool = Pool.builder().workers(1).name("prints").start()) {
      pool.call(ChoresParallel.print("one\ntwo\n", "three\n"));
      pool.call(ChoresParallel.print("without end", ""));
    }
    assertThat(output.out())
        .isEqualTo("[prints worker-1] one\n[prints worker-1] two\n[prints worker-1] without end\n");
    assertThat(output.err()).isEqualTo("[prints worker-1] three\n");
  }

  @Test
  void manyMegabytesThatAreNoTextDisturbNothing(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(2)) {
      assertThat(pool.call(ChoresParallel.flood(64))).isEqualTo(64);
      assertThat(pool.call(ChoresParallel.square(3))).isEqualTo(9);
    }
    assertThat(output.out()).hasSizeGreaterThan(64 << 20);
    assertThat(output.err()).isEmpty();
  }

  @Test
  void aWorkerMayCloseItsStreamsAndReadsNothing(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(1)) {
      assertThat(pool.call(ChoresParallel.closeStreams())).as("end of file").isEqualTo(-1);
      assertThat(pool.call(ChoresParallel.print("unseen", "unseen"))).isEqualTo(6);
      assertThat(pool.call(ChoresParallel.square(3))).isEqualTo(9);
    }
    assertThat(output.out()).isEmpty();
  }

  @Test
  void aPoolThatWorksPrintsNothingOfItsOwn(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(2)) {
      pool.call(ChoresParallel.square(3));
    }
    assertThat(output.out()).isEmpty();
    assertThat(output.err()).isEmpty();
  }

  @Test
  void itGoesWhereTheUserSays(CapturedStreams.Output output, @TempDir Path directory)
      throws IOException {
    List<WorkerOutput.Line> lines = new CopyOnWriteArrayList<>();
    long pid;
    try (Pool pool = Pool.builder().workers(1).name("p").output(lines::add).start()) {
      pid = pool.call(ChoresParallel.pid());
      pool.call(ChoresParallel.print("one\n", "two\n"));
      pool.call(ChoresParallel.square(1));
    }
    assertThat(lines)
        .extracting(WorkerOutput.Line::toString)
        .containsExactlyInAnyOrder(
            "[p worker-1 Chores.print(String,String)] one",
            "[p worker-1 Chores.print(String,String)] two");
    assertThat(lines).extracting(WorkerOutput.Line::pid).containsOnly(pid);
    assertThat(lines).filteredOn(WorkerOutput.Line::isError).hasSize(1);
    try (Pool pool = Pool.builder().workers(1).output(WorkerOutput.discard()).start()) {
      pool.call(ChoresParallel.print("unseen\n", "unseen\n"));
    }
    Path file = directory.resolve("log");
    for (String text : List.of("one", "two")) {
      WorkerOutput toFile = WorkerOutput.file(file);
      try (Pool pool = Pool.builder().workers(1).name("f").output(toFile).start()) {
        pool.call(ChoresParallel.print(text + "\nwithout end", ""));
      }
    }
    assertThat(file)
        .hasContent(
            "[f worker-1] one\n[f worker-1] without end\n"
                + "[f worker-1] two\n[f worker-1] without end\n");
    assertThat(output.out()).isEmpty();
    assertThat(output.err()).isEmpty();
  }

  @Test
  void theOutputHasBeenClosedWhenThePoolHas() {
    AtomicBoolean closed = new AtomicBoolean();
    WorkerOutput slow =
        new WorkerOutput() {
          @Override
          public void accept(Line line) {}

          @Override
          public void close() {
            long begun = System.nanoTime();
            Await.until(() -> System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(100));
            closed.set(true);
          }
        };
    try (Pool pool = Pool.builder().workers(1).output(slow).start()) {
      pool.call(ChoresParallel.print("one\n", ""));
    }
    assertThat(closed).isTrue();
  }

  @Test
  void aLoggerGetsItWithWorkerAndMethod() {
    KeptLog logger = new KeptLog();
    WorkerOutput toLogger = WorkerOutput.logger(logger);
    try (Pool pool = Pool.builder().workers(1).name("p").output(toLogger).start()) {
      pool.call(ChoresParallel.print("one\n", "{0}\n"));
    }
    assertThat(logger.messages())
        .containsExactlyInAnyOrder(
            "INFO [p worker-1 Chores.print(String,String)] one",
            "WARNING [p worker-1 Chores.print(String,String)] {0}");
  }

  @Test
  void whereNobodyTakesTheOutputCallsGoOnUntilTheyPrint() {
    CountDownLatch gate = new CountDownLatch(1);
    try (Pool pool = Pool.builder().workers(1).output(line -> Await.latch(gate)).start()) {
      Task<Integer> flood = pool.submit(ChoresParallel.flood(16));
      assertThat(flood.isDone()).as("there is room for a part of it").isFalse();
      gate.countDown();
      assertThat(Await.value(flood)).isEqualTo(16);
    } finally {
      gate.countDown();
    }
  }
}
