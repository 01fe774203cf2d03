package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import dev.brood.WorkerStartException;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Either all workers start, or the caller learns why not and nothing is left. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class PoolStartTest {

  private static String failure(Pool.Builder builder) {
    Throwable thrown = catchThrowable(builder::start);
    assertThat(thrown).isExactlyInstanceOf(WorkerStartException.class);
    assertThat(NoLeaks.children()).isEmpty();
    return thrown.getMessage();
  }

  @Test
  void allWorkersAreThereFromTheBeginning() {
    try (Pool pool = Pool.start(3)) {
      assertThat(NoLeaks.workers()).hasSize(3);
      assertThat(pool.call(ChoresParallel.square(2))).isEqualTo(4);
    }
  }

  @Test
  void aPoolWithoutSettingsHasAWorkerForEachProcessor() {
    try (Pool pool = Pool.start()) {
      assertThat(NoLeaks.workers()).hasSize(Runtime.getRuntime().availableProcessors());
      assertThat(pool.toString()).matches("pool-\\d+");
    }
  }

  /** Memory that this process shares with workers. */
  private static List<String> segments() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.exists(maps));
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.filter(line -> line.contains("/brood-")).toList();
    }
  }

  @Test
  void nothingThatBelongedToTheStartKeepsTheMemoryOfAWorkerThatHasEnded() throws IOException {
    List<String> before = segments();
    try (Pool pool = Pool.start(1)) {
      assertThat(pool.call(ChoresParallel.square(2))).isEqualTo(4);
    }
    long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); // a start has sixty
    List<String> left = segments();
    while (!before.containsAll(left)) {
      assertThat(System.nanoTime()).as("when there is still %s", left).isLessThan(late);
      System.gc();
      left = segments();
    }
  }

  @Test
  void settingsAreChecked() {
    Pool.Builder builder = Pool.builder();
    assertThatThrownBy(() -> builder.workers(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.name("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.name("a b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBuilderServesSeveralPools() {
    Pool.Builder builder = Pool.builder().workers(1).name("twins");
    try (Pool one = builder.start();
        Pool other = builder.start()) {
      assertThat(one.call(ChoresParallel.pid())).isNotEqualTo(other.call(ChoresParallel.pid()));
    }
  }

  @Test
  void aWrongOptionIsToldInTheLaunchersOwnWords() {
    Pool.Builder builder =
        Pool.builder().workers(2).name("wrong").jvmArguments("-XX:+NoSuchOption");
    assertThat(failure(builder))
        .contains(
            "wrong worker-1",
            "exit code 1",
            "before it was ready",
            "Unrecognized VM option 'NoSuchOption'");
  }

  @Test
  void howAProcessHasEndedThatIsNoWorkerIsToldAsData() {
    Pool.Builder builder =
        Pool.builder().workers(1).name("wrong").jvmArguments("-XX:+NoSuchOption");
    assertThatExceptionOfType(WorkerStartException.class)
        .isThrownBy(builder::start)
        .satisfies(
            failure -> {
              WorkerEnd end = failure.end().orElseThrow();
              assertThat(end.worker()).isEqualTo("wrong worker-1");
              assertThat(end.pid()).isPositive();
              assertThat(end.exitCode()).hasValue(1);
              assertThat(end.signal()).isEmpty();
              assertThat(end.kind()).isEqualTo(WorkerEnd.Kind.HALT);
            });
  }

  @Test
  void aJvmThatEndsWithoutAWordIsNoWorker() {
    assertThat(failure(Pool.builder().workers(1).jvmArguments("-version")))
        .contains("exit code 0", "before it was ready");
  }

  @Test
  void whatTheJvmComplainsOfIsToldToo() {
    assertThat(failure(Pool.builder().workers(1).jvmArguments("-Xmx1g", "-Xms2g")))
        .contains("Initial heap size set to a larger value than the maximum heap size");
  }

  @Test
  void ifOneOfSeveralDoesNotStartAllAreGone() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    // Only the first worker gets the debugger's port.
    String debugger = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + port;
    assertThat(failure(Pool.builder().workers(4).jvmArguments(debugger)))
        .contains("before it was ready");
  }

  @Test
  void failedStartsLeaveNoOpenFiles() throws IOException {
    Pool.Builder builder = Pool.builder().workers(2).jvmArguments("-XX:+NoSuchOption");
    assertThat(failure(builder)).isNotEmpty();
    long before = openFiles();
    for (int i = 0; i < 5; i++) {
      assertThat(failure(builder)).isNotEmpty();
    }
    assertThat(openFiles()).isLessThan(before + 5);
  }

  @Test
  void closedPoolsLeaveNoOpenFiles() throws IOException {
    Pool.start(1).close();
    long before = openFiles();
    for (int i = 0; i < 5; i++) {
      Pool.start(1).close();
    }
    assertThat(openFiles()).isLessThan(before + 5);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  @Test
  void anInterruptEndsTheStart() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(WorkerStartException.class)
        .isThrownBy(() -> Pool.start(2))
        .withMessageContaining("interrupted")
        .satisfies(failure -> assertThat(failure.end()).as("the pool has killed it").isEmpty());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(NoLeaks.children()).isEmpty();
  }

  @Test
  void aReplacementThatCannotStartIsToldToThoseWhoWait(@TempDir Path directory) throws IOException {
    Path options = Files.writeString(directory.resolve("options"), "-Dgood=1");
    String[] arguments = {"-XX:VMOptionsFile=" + options};
    try (Pool pool = Pool.builder().workers(1).jvmArguments(arguments).start()) {
      Files.delete(options);
      Task<Integer> crash = pool.submit(ChoresParallel.halt(1));
      List<Task<Integer>> queued = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        queued.add(pool.submit(ChoresParallel.square(i)));
      }
      assertThat(Await.failure(crash)).isExactlyInstanceOf(WorkerCrashedException.class);
      for (Task<Integer> task : queued) {
        assertThat(Await.failure(task))
            .isExactlyInstanceOf(WorkerStartException.class)
            .hasMessageContaining("options file");
      }
      assertThat(NoLeaks.children()).isEmpty();
      assertThatThrownBy(() -> pool.call(ChoresParallel.square(1)))
          .isExactlyInstanceOf(CompletionException.class)
          .hasCauseExactlyInstanceOf(WorkerStartException.class);

      Files.writeString(options, "-Dgood=2");
      assertThat(pool.call(ChoresParallel.property("good"))).isEqualTo("2");
    }
  }

  @Test
  void poolsStartSideBySide() {
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int x = i;
      results.add(
          Threads.run(
              () -> {
                try (Pool pool = Pool.start(1)) {
                  return pool.call(ChoresParallel.square(x));
                }
              }));
    }
    for (int i = 0; i < 6; i++) {
      assertThat(Await.value(results.get(i))).isEqualTo(i * i);
    }
  }

  @Test
  void whateverKeepsAReplacementFromStartingIsTold() {
    String temporary = System.getProperty("java.io.tmpdir");
    Pool pool = Pool.start(1);
    System.setProperty("java.io.tmpdir", "\u0000"); // InvalidPathException
    try {
      assertThat(Await.failure(pool.submit(ChoresParallel.halt(1))))
          .isExactlyInstanceOf(WorkerCrashedException.class);
      assertThat(Await.failure(pool.submit(ChoresParallel.square(1))))
          .isExactlyInstanceOf(WorkerStartException.class);
    } finally {
      System.setProperty("java.io.tmpdir", temporary);
    }
    Await.end(Threads.start(() -> closed(pool)).thread());
  }

  private static boolean closed(Pool pool) {
    pool.close();
    return true;
  }

  @Test
  void aPoolGrowsToItsSizeAgainWhenWorkersCanStartAgain(@TempDir Path directory)
      throws IOException {
    Path options = Files.writeString(directory.resolve("options"), "-Dgood=1");
    String[] arguments = {"-XX:VMOptionsFile=" + options};
    try (Pool pool = Pool.builder().workers(2).jvmArguments(arguments).start()) {
      Files.delete(options);
      assertThat(Await.failure(pool.submit(ChoresParallel.halt(1))))
          .isExactlyInstanceOf(WorkerCrashedException.class);
      Await.until(() -> starters() == 0); // the pool has given up
      Files.writeString(options, "-Dgood=2");
      Await.until(() -> pool.call(ChoresParallel.square(2)) == 4 && NoLeaks.workers().size() == 2);
    }
  }

  private static long starters() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().endsWith(" starter"))
        .count();
  }
}
