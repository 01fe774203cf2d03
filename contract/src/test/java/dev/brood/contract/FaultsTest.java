package dev.brood.contract;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.RemoteMethodException;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd.Kind;
import dev.brood.WorkerOutput;
import dev.brood.contract.kit.ControlGroup;
import dev.brood.contract.kit.FaultTable;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the caller sees of everything that can happen to a worker, and that the pool serves on. The
 * table of {@code docs/FAULTS.md} is what these tests have seen.
 */
@ExtendWith(NoLeaks.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {
  @RegisterExtension static final FaultTable TABLE = new FaultTable();

  private static final CallOptions IMPATIENT = CallOptions.none().timeout(Duration.ofMillis(300));

  @TempDir private Path directory;

  private static Pool.Builder one(String... jvmArguments) {
    return Pool.builder()
        .workers(1)
        .name("faults")
        .jvmArguments(jvmArguments)
        .output(WorkerOutput.discard());
  }

  /** Makes the call, enters what comes of it into the table, and calls again. */
  private static Throwable seen(String fault, Pool pool, Call<?> call) {
    Throwable failure = failure(pool, call);
    enter(fault, pool, failure == null ? "the result" : FaultTable.words(failure));
    return failure;
  }

  private static Throwable failure(Pool pool, Call<?> call) {
    Throwable thrown = catchThrowable(() -> pool.call(call));
    return thrown instanceof CompletionException ? thrown.getCause() : thrown;
  }

  private static void enter(String fault, Pool pool, String seen) {
    long since = System.nanoTime();
    assertThat(pool.call(WorkParallel.square(3))).as("the pool serves on").isEqualTo(9);
    TABLE.enter(fault, seen, NANOSECONDS.toMillis(System.nanoTime() - since));
  }

  private static WorkerCrashedException crash(Throwable failure, Kind kind) {
    assertThat(failure).isExactlyInstanceOf(WorkerCrashedException.class);
    WorkerCrashedException crash = (WorkerCrashedException) failure;
    assertThat(crash.end().kind()).isEqualTo(kind);
    return crash;
  }

  @Test
  @Order(1)
  @Row("A14")
  @Scenario(1)
  void aSegmentationFault() {
    try (Pool pool = one("-XX:ErrorFile=" + directory.resolve("error.log")).start()) {
      Throwable failure = seen("a segmentation fault", pool, FaultsParallel.signal("SEGV"));
      WorkerCrashedException crash = crash(failure, Kind.CRASH);
      assertThat(crash.end().crashReport()).anyMatch(line -> line.contains("SIGSEGV"));
      assertThat(crash.method()).endsWith("Faults.signal(String)");
    }
  }

  @Test
  @Order(2)
  @Scenario(2)
  void anExit() {
    try (Pool pool = one().start()) {
      Throwable failure = seen("`System.exit(1)`", pool, FaultsParallel.exit(1));
      assertThat(crash(failure, Kind.EXIT).exitCode()).hasValue(1);
    }
  }

  @Test
  @Order(3)
  @Scenario(2)
  void aHalt() {
    try (Pool pool = one().start()) {
      Throwable failure = seen("`Runtime.halt(99)`", pool, FaultsParallel.halt(99));
      assertThat(crash(failure, Kind.HALT).exitCode()).hasValue(99);
    }
  }

  @Test
  @Order(4)
  @Scenario(4)
  void aKillFromOutside() {
    try (Gate gate = new Gate();
        Pool pool = one().start()) {
      Task<Integer> task = pool.submit(WorkParallel.pass(gate.port(), 0));
      ProcessHandle worker = ProcessHandle.of(gate.awaitVisitor().pid()).orElseThrow();
      worker.destroyForcibly();
      Throwable failure = Await.failure(task);
      enter("`kill -9` from outside", pool, FaultTable.words(failure));
      assertThat(crash(failure, Kind.KILLED).end().signal()).hasValue("SIGKILL");
    }
  }

  @Test
  @Order(5)
  void aRequestToEnd() {
    try (Pool pool = one().start()) {
      Throwable failure = seen("`kill`, a SIGTERM", pool, FaultsParallel.signal("TERM"));
      assertThat(crash(failure, Kind.KILLED).end().signal()).hasValue("SIGTERM");
    }
  }

  @Test
  @Order(6)
  @Scenario(8)
  void aFullHeap() {
    try (Pool pool = one("-Xmx32m").start()) {
      long pid = pool.call(WorkParallel.pid());
      Throwable failure = seen("a full heap", pool, FaultsParallel.fillHeap());
      assertThat(failure).isExactlyInstanceOf(OutOfMemoryError.class);
      assertThat(pool.call(WorkParallel.pid())).as("it is replaced").isNotEqualTo(pid);
    }
  }

  @Test
  @Order(7)
  @Scenario(8)
  void aFullMetaspace() {
    try (Pool pool = one("-XX:MaxMetaspaceSize=16m").start()) {
      long pid = pool.call(WorkParallel.pid());
      Throwable failure = seen("a full metaspace", pool, FaultsParallel.fillMetaspace());
      assertThat(failure).isExactlyInstanceOf(OutOfMemoryError.class);
      assertThat(pool.call(WorkParallel.pid())).as("it is replaced").isNotEqualTo(pid);
    }
  }

  @Test
  @Order(8)
  @Scenario(8)
  void noMoreDirectMemory() {
    try (Pool pool = one("-XX:MaxDirectMemorySize=8m").start()) {
      Throwable failure = seen("no direct memory left", pool, FaultsParallel.fillDirectMemory());
      assertThat(failure).isExactlyInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  @Order(9)
  @Scenario(8)
  void noMoreThreads() {
    try (Pool pool = one().start()) {
      Throwable failure = seen("a thread that cannot start", pool, FaultsParallel.startThread());
      assertThat(failure)
          .isExactlyInstanceOf(OutOfMemoryError.class)
          .hasMessageContaining("thread");
    }
  }

  @Test
  @Order(10)
  @Scenario(8)
  void anArgumentLargerThanTheHeap() {
    try (Pool pool = one("-Xmx32m").start()) {
      Call<byte[]> large = WorkParallel.echo(new byte[96 << 20]);
      crash(seen("an argument larger than the worker's heap", pool, large), Kind.OUT_OF_MEMORY);
    }
  }

  /** Where this user may make groups of processes. */
  @Test
  @Order(11)
  void aKillByTheKernel() throws IOException {
    String fault = "the kernel's kill for want of memory";
    TABLE.keep(fault);
    try (ControlGroup group = ControlGroup.of("memory");
        Pool pool = one("-XX:MaxDirectMemorySize=4g").start()) {
      group.write("memory.limit_in_bytes", 200 << 20);
      group.write("cgroup.procs", pool.call(WorkParallel.pid()));
      Throwable failure = seen(fault, pool, FaultsParallel.takeMemory(1_000));
      assertThat(crash(failure, Kind.OUT_OF_MEMORY).end().signal()).hasValue("SIGKILL");
    }
  }

  @Test
  @Order(12)
  @Scenario(9)
  void aFullStack() {
    try (Pool pool = one().start()) {
      long pid = pool.call(WorkParallel.pid());
      Throwable failure = seen("a full stack", pool, FaultsParallel.overflow(0));
      assertThat(failure).isExactlyInstanceOf(StackOverflowError.class);
      assertThat(pool.call(WorkParallel.pid())).as("no worker is lost").isEqualTo(pid);
    }
  }

  @Test
  @Order(13)
  void anEndlessLoop() {
    try (Pool pool = one().gracePeriod(Duration.ofMillis(100)).start()) {
      seen("an endless loop, with a limit of time", pool, FaultsParallel.spin().with(IMPATIENT));
    }
  }

  @Test
  @Order(14)
  @Scenario(10)
  void aStoppedWorker() throws IOException, InterruptedException {
    try (Gate gate = new Gate();
        Pool pool = one().gracePeriod(Duration.ofMillis(100)).start()) {
      CallOptions limit = CallOptions.none().timeout(Duration.ofSeconds(2));
      Task<Integer> task = pool.submit(WorkParallel.pass(gate.port(), 0).with(limit));
      String pid = Long.toString(gate.awaitVisitor().pid());
      new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
      enter(
          "a stopped worker (SIGSTOP), with a limit of time",
          pool,
          FaultTable.words(Await.failure(task)));
    }
  }

  @Test
  @Order(15)
  @Scenario(49)
  void closedDescriptors() {
    try (Gate gate = new Gate()) {
      gate.open();
      try (Pool pool = one().start()) {
        long pid = pool.call(WorkParallel.pid());
        pool.call(WorkParallel.hangAtExit(gate.port()));
        seen("closed standard streams", pool, FaultsParallel.closeDescriptors());
        for (int i = 0; i < 3; i++) { // it may take the first bell and not the second one
          States.awaitAsleep(pid);
          assertThat(pool.call(WorkParallel.pid())).as("no worker is lost").isEqualTo(pid);
        }
        States.awaitAsleep(pid);
      }
      assertThat(gate.visitorCount()).as("it has ended by itself, and in order").isEqualTo(1);
    }
  }

  @Test
  @Order(15)
  void exhaustedDescriptors() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path limited = directory.resolve("limited");
    Files.writeString(limited, "#!/bin/sh\nulimit -n 60\nexec " + java + " \"$@\"\n");
    Files.setPosixFilePermissions(limited, PosixFilePermissions.fromString("rwx------"));
    try (Pool pool = one().java(limited).start()) {
      long pid = pool.call(WorkParallel.pid());
      Throwable failure =
          seen("no descriptor left for a file", pool, FaultsParallel.openFiles(limited));
      assertThat(failure).isInstanceOf(IOException.class);
      assertThat(pool.call(WorkParallel.pid())).as("no worker is lost").isEqualTo(pid);
    }
  }

  @Test
  @Order(16)
  @Scenario(7)
  void anUncaughtExceptionOfAnotherThread() {
    try (Pool pool = one().start()) {
      long pid = pool.call(WorkParallel.pid());
      seen("an uncaught exception of a thread", pool, FaultsParallel.failInBackground());
      assertThat(pool.call(WorkParallel.pid())).isEqualTo(pid);
    }
  }

  @Test
  @Order(17)
  @Scenario(9)
  void anExceptionThatCannotBeAsked() {
    try (Pool pool = one().start()) {
      Throwable failure =
          seen("an exception whose `getMessage` throws", pool, FaultsParallel.throwMute());
      assertThat(failure).isExactlyInstanceOf(RemoteMethodException.class);
    }
  }

  @ParameterizedTest
  @Order(18)
  @Scenario(9)
  @ValueSource(booleans = {false, true})
  void causesWithoutEnd(boolean circular) {
    try (Pool pool = one().start()) {
      Throwable failure =
          seen(
              circular ? "a circle of causes" : "causes 10,000 deep",
              pool,
              FaultsParallel.throwDeep(10_000, circular));
      assertThat(failure).isExactlyInstanceOf(IllegalStateException.class).hasMessage("level 9999");
    }
  }

  @ParameterizedTest
  @Order(19)
  @Scenario(3)
  @CsvSource({
    "writing in the parent, throws",
    "writing in the parent, throws an error",
    "reading in the worker, throws",
    "reading in the worker, throws an error"
  })
  void anArgumentThatThrows(String where, String what) {
    try (Pool pool = one().start()) {
      long pid = pool.call(WorkParallel.pid());
      Call<Integer> call = FaultsParallel.take(new Faults.Touchy(where, what));
      Throwable failure = seen("an argument that " + what + " while " + where, pool, call);
      assertThat(failure).isExactlyInstanceOf(WireException.class);
      assertThat(pool.call(WorkParallel.pid())).as("no worker is lost").isEqualTo(pid);
    }
  }

  @ParameterizedTest
  @Order(20)
  @Scenario(3)
  @CsvSource({
    "writing in the worker, throws",
    "writing in the worker, throws an error",
    "reading in the parent, throws",
    "reading in the parent, throws an error"
  })
  void aResultThatThrows(String where, String what) {
    try (Pool pool = one().start()) {
      long pid = pool.call(WorkParallel.pid());
      Throwable failure =
          seen("a result that " + what + " while " + where, pool, FaultsParallel.give(where, what));
      assertThat(failure).isExactlyInstanceOf(WireException.class);
      assertThat(pool.call(WorkParallel.pid())).as("no worker is lost").isEqualTo(pid);
    }
  }

  @ParameterizedTest
  @Order(21)
  @Scenario(3)
  @CsvSource({
    "reading in the worker, exits",
    "reading in the worker, halts",
    "writing in the worker, exits",
    "writing in the worker, halts"
  })
  void aCodecThatEndsItsWorker(String where, String what) {
    try (Pool pool = one().start()) {
      Call<?> call =
          where.startsWith("reading")
              ? FaultsParallel.take(new Faults.Touchy(where, what))
              : FaultsParallel.give(where, what);
      Throwable failure = seen("a codec that " + what + " while " + where, pool, call);
      Kind kind = what.equals("exits") ? Kind.EXIT : Kind.HALT;
      assertThat(crash(failure, kind).exitCode()).hasValue(7);
    }
  }

  @Test
  @Order(21)
  @Scenario(3)
  void aCodecThatCrashesItsWorker() {
    try (Pool pool = one("-XX:ErrorFile=" + directory.resolve("error.log")).start()) {
      String where = "reading in the worker";
      Call<?> call = FaultsParallel.take(new Faults.Touchy(where, "crashes"));
      Throwable failure = seen("a codec that crashes while " + where, pool, call);
      WorkerCrashedException crash = crash(failure, Kind.CRASH);
      assertThat(crash.method()).contains("Faults.take(");
    }
  }

  @Test
  @Order(22)
  @Scenario(6)
  void twentyResultsThatCannotBeWritten() {
    try (Pool pool = one().start()) {
      long pid = pool.call(WorkParallel.pid());
      List<Task<Faults.Touchy>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        tasks.add(pool.submit(FaultsParallel.give("writing in the worker", "throws")));
      }
      for (Task<Faults.Touchy> task : tasks) {
        assertThat(Await.failure(task)).isExactlyInstanceOf(WireException.class);
      }
      assertThat(pool.call(WorkParallel.pid())).as("no worker is lost").isEqualTo(pid);
    }
  }

  @Test
  @Order(23)
  @Scenario(5)
  void anEndWhileALargeArgumentIsHalfWritten() {
    try (Gate gate = new Gate();
        Pool pool = one().start()) {
      Task<Integer> first = pool.submit(WorkParallel.pass(gate.port(), 0));
      Gate.Visitor visitor = gate.awaitVisitor();
      byte[] large = new byte[64 << 20]; // more than has room before the worker reads it
      Task<byte[]> behind = pool.submit(WorkParallel.echo(large));
      ProcessHandle.of(visitor.pid()).orElseThrow().destroyForcibly();
      crash(Await.failure(first), Kind.KILLED);
      assertThat(Await.value(behind)).as("it had not begun").hasSize(large.length);
    }
  }

  @Test
  @Order(24)
  @Row("E1")
  void aLineIsToldWithItsWorkerAndItsCall() {
    List<WorkerOutput.Line> lines = new CopyOnWriteArrayList<>();
    try (Pool pool = one().output(lines::add).start()) {
      pool.call(FaultsParallel.failInBackground());
    }
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.worker()).isEqualTo("faults worker-1");
              assertThat(line.call()).hasValue("dev.brood.contract.Faults.failInBackground()");
              assertThat(line.isError()).isTrue();
            });
    assertThat(lines.get(0).text()).contains("in the background");
  }
}
