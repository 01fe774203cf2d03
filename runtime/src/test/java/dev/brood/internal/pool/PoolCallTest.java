package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brood.Call;
import dev.brood.Pool;
import dev.brood.RemoteMethodException;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import dev.brood.wire.WireReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls in child JVMs: values and exceptions come back. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class PoolCallTest {
  private Pool pool;

  @BeforeEach
  void start() {
    pool = Pool.builder().workers(2).name("calls").start();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private Throwable failure(Call<?> call) {
    Throwable thrown = catchThrowable(() -> pool.call(call));
    assertThat(thrown).isExactlyInstanceOf(CompletionException.class);
    assertThat(pool.call(ChoresParallel.square(3))).as("the pool serves on").isEqualTo(9);
    return thrown.getCause();
  }

  @Test
  void aValueComesBackFromAnotherProcess() {
    assertThat(pool.call(ChoresParallel.square(12))).isEqualTo(144);
    assertThat(pool.call(ChoresParallel.pid())).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void aCallCanBeRunAgain() {
    Call<Integer> call = ChoresParallel.square(5);
    assertThat(pool.call(call)).isEqualTo(25);
    assertThat(pool.call(call)).isEqualTo(25);
    assertThat(Await.value(pool.submit(call))).isEqualTo(25);
  }

  @Test
  void exceptionsComeBackAsWhatTheyAre() {
    assertThat(failure(ChoresParallel.fail("argument", "bad")))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad");
    assertThat(failure(ChoresParallel.fail("declared", "disk")))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk");
    assertThat(failure(ChoresParallel.fail("error", "assertion")))
        .isExactlyInstanceOf(AssertionError.class);
    assertThat(failure(ChoresParallel.fail("other", "state")))
        .isExactlyInstanceOf(IllegalStateException.class)
        .cause()
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the cause");
    assertThat(failure(ChoresParallel.fail("unknown", "what")))
        .isExactlyInstanceOf(RemoteMethodException.class)
        .hasMessageContainingAll("Chores$ChoreException", "what");
  }

  @Test
  void theStackTellsMethodAndWorker() {
    StackTraceElement[] frames = failure(ChoresParallel.fail("argument", "bad")).getStackTrace();
    assertThat(frames[0].getMethodName()).isEqualTo("fail");
    assertThat(frames[0].getFileName()).isEqualTo("Chores.java");
    StackTraceElement last = frames[frames.length - 1];
    assertThat(last.toString()).matches("brood\\.calls\\.worker-\\d+\\(pid \\d+\\)");
    assertThat(frames).hasSize(2);
  }

  @Test
  void aFullStackOrHeapCostsOnlyTheCall() {
    assertThat(failure(ChoresParallel.overflow())).isExactlyInstanceOf(StackOverflowError.class);
    try (Pool small = Pool.builder().workers(1).jvmArguments("-Xmx32m").start()) {
      assertThatThrownBy(() -> small.call(ChoresParallel.outOfMemory()))
          .hasCauseExactlyInstanceOf(OutOfMemoryError.class);
      assertThat(small.call(ChoresParallel.square(3))).isEqualTo(9);
    }
  }

  @Test
  void eachStationHasItsException() {
    long[] before = pids();
    assertThat(failure(ChoresParallel.undecodable()))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContainingAll("Chores.undecodable()", "arguments", "decoded")
        .hasCauseExactlyInstanceOf(UnsupportedOperationException.class);
    assertThat(failure(ChoresParallel.unencodable()))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContainingAll("Chores.unencodable()", "result", "encoded")
        .hasCauseExactlyInstanceOf(UnsupportedOperationException.class);
    assertThat(failure(ChoresParallel.squareWith(out -> out.writeInt(3), WireReader::readLong)))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContainingAll("Chores.square(int)", "outcome", "decoded");
    assertThat(failure(ChoresParallel.squareWith(out -> {}, WireReader::readInt)))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("arguments");
    assertThat(failure(ChoresParallel.lost()))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("the worker cannot run it");
    Call<Integer> unwritable =
        ChoresParallel.squareWith(
            out -> {
              throw new UnsupportedOperationException("accessor");
            },
            WireReader::readInt);
    assertThatThrownBy(() -> pool.call(unwritable)).isExactlyInstanceOf(WireException.class);
    assertThat(Await.failure(pool.submit(unwritable))).isExactlyInstanceOf(WireException.class);
    assertThat(pids()).as("no worker was lost").isEqualTo(before);
  }

  /** The workers' processes, in order. */
  private long[] pids() {
    return NoLeaks.workers().stream().mapToLong(ProcessHandle::pid).sorted().toArray();
  }

  @Test
  void twentyResultsThatCannotBeEncodedAreTwentyReports() {
    long[] before = pids();
    List<Task<Integer>> tasks =
        IntStream.range(0, 20).mapToObj(i -> pool.submit(ChoresParallel.unencodable())).toList();
    for (Task<Integer> task : tasks) {
      assertThat(Await.failure(task)).isExactlyInstanceOf(WireException.class);
    }
    assertThat(pids()).isEqualTo(before);
  }

  @Test
  void largeValuesGoBothWaysAtOnce() {
    byte[] large = new byte[24 << 20];
    new Random(1).nextBytes(large);
    List<Task<byte[]>> tasks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tasks.add(pool.submit(ChoresParallel.echo(large)));
    }
    for (Task<byte[]> task : tasks) {
      assertThat(Arrays.equals(Await.value(task), large)).isTrue();
    }
    assertThat(pool.call(ChoresParallel.echo(new byte[0]))).isEmpty();
  }

  @Test
  void aHundredThreadsShareAPool() {
    Set<Integer> squares = new HashSet<>();
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int x = i;
      results.add(
          Threads.run(
              () -> {
                int sum = 0;
                for (int j = 0; j < 50; j++) {
                  sum += pool.call(ChoresParallel.square(x));
                }
                return sum / 50;
              }));
    }
    results.forEach(result -> squares.add(Await.value(result)));
    assertThat(squares).hasSize(100).contains(0, 1, 99 * 99);
  }

  @Test
  void twoPoolsAreTwoPools() {
    try (Pool other = Pool.start(1)) {
      assertThat(other.call(ChoresParallel.pid())).isNotEqualTo(pool.call(ChoresParallel.pid()));
      assertThat(NoLeaks.workers()).hasSize(3);
    }
    assertThat(NoLeaks.workers()).hasSize(2);
    assertThat(pool).hasToString("calls");
  }

  @Test
  void theUncaughtExceptionOfABackgroundThreadIsOnlyPrinted(CapturedStreams.Output output) {
    assertThat(pool.call(ChoresParallel.throwInBackground())).isEqualTo(1);
    assertThat(pool.call(ChoresParallel.square(2))).isEqualTo(4);
    pool.close();
    assertThat(output.err()).contains("IllegalStateException: in the background");
  }

  @Test
  void workersTakeTheUsersOptions() {
    try (Pool other = Pool.builder().workers(1).jvmArguments("-Dchore=a \"b\" \\c").start()) {
      assertThat(other.call(ChoresParallel.property("chore"))).isEqualTo("a \"b\" \\c");
    }
  }

  @Test
  void aCallThatInterruptsItsThreadDoesNotDisturbTheNext() {
    try (Pool single = Pool.start(1)) {
      List<Boolean> flags =
          single.map(IntStream.range(0, 500).boxed().toList(), i -> ChoresParallel.interruptSelf());
      assertThat(flags).doesNotContain(true);
    }
  }
}
