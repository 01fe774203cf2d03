package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.WorkerOutput;
import dev.brood.WorkerStartException;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Program;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody else can meddle with a pool and its workers, and nonsense does no harm. */
class HostilityTest {
  private static final Path PROC = Path.of("/proc");
  private static final String BECAUSE = "there is another process only with child JVMs";

  /** While there is this file, impostors are launched. */
  private static final String IMPOSTORS = "impostors";

  /** A line for each of them. */
  private static final String LAUNCHED = "launched";

  @TempDir private Path folder;

  private static List<String> openFiles(long pid) throws IOException {
    try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
      return files.map(HostilityTest::target).toList();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }

  /** All sockets of this machine to which somebody could connect, as open files are shown. */
  private static List<String> listening() throws IOException {
    List<String> found = new ArrayList<>();
    found.add("never empty");
    for (String line : Files.readAllLines(PROC.resolve("net/unix"))) {
      String[] fields = line.strip().split(" +", -1);
      if (fields.length > 6 && fields[3].equals("00010000")) { // it accepts connections
        found.add("socket:[" + fields[6] + "]");
      }
    }
    for (String line : Files.readAllLines(PROC.resolve("net/tcp"))) {
      String[] fields = line.strip().split(" +", -1);
      if (fields.length > 9 && fields[3].equals("0A")) {
        found.add("socket:[" + fields[9] + "]");
      }
    }
    return found;
  }

  @ForEachKind
  @Scenario(46)
  @OnlyFor(value = CHILD_JVMS, because = BECAUSE)
  void thereIsNothingToConnectTo(Kind kind) throws IOException {
    try (Pool pool = kind.start(1)) {
      long worker = pool.call(WorkParallel.pid());
      for (long process : List.of(worker, ProcessHandle.current().pid())) {
        assertThat(openFiles(process)).doesNotContainAnyElementsOf(listening());
      }
      assertThat(openFiles(worker))
          .as("no name leads to what the two share")
          .noneMatch(file -> file.startsWith("/dev/shm/brood-") && !file.endsWith("(deleted)"));
    }
  }

  /** The JVM tells its version and ends in order. */
  @ForEachKind
  @Scenario(46)
  @OnlyFor(value = CHILD_JVMS, because = BECAUSE)
  void whoeverEndsWithoutAGreetingIsNoWorker(Kind kind) {
    Pool.Builder impostor =
        Pool.builder().workers(1).output(WorkerOutput.discard()).jvmArguments("-version");
    assertThatThrownBy(() -> kind.start(impostor).close())
        .isExactlyInstanceOf(WorkerStartException.class);
  }

  /**
   * A launcher of workers, which launches impostors instead while a file of that name is there.
   *
   * @param greeting what the impostor is told
   */
  private Path launcher(String greeting) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path launcher = folder.resolve("java");
    Files.write(
        launcher,
        List.of(
            "#!/bin/sh",
            "if [ -e '" + folder.resolve(IMPOSTORS) + "' ]; then",
            "  echo one >> '" + folder.resolve(LAUNCHED) + "'",
            "  exec '" + java + "' \"$1\" " + ImpostorMain.class.getName() + " " + greeting,
            "fi",
            "exec '" + java + "' \"$@\""));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    return launcher;
  }

  /** Expects that no pool starts with an impostor, and that nothing is left of either. */
  private void expectRefused(Kind kind, String greeting, String reason) throws IOException {
    Pool.Builder impostor =
        Pool.builder().workers(1).output(WorkerOutput.discard()).java(launcher(greeting));
    Files.createFile(folder.resolve(IMPOSTORS));
    assertThatExceptionOfType(WorkerStartException.class)
        .isThrownBy(() -> kind.start(impostor).close())
        .withMessageContainingAll("before it was ready: ", reason)
        .satisfies(failure -> assertThat(failure.end()).as("the pool has killed it").isEmpty());
    assertThat(folder.resolve(LAUNCHED)).exists();
    assertThat(NoLeaks.children()).isEmpty();
    String own = "brood-" + ProcessHandle.current().pid() + "-*";
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/dev/shm"), own)) {
      assertThat(files).isEmpty();
    }
  }

  @ForEachKind
  @Scenario(46)
  @OnlyFor(value = CHILD_JVMS, because = BECAUSE)
  void whoeverSpeaksAnotherProtocolIsNoWorker(Kind kind) throws IOException {
    String reason = "the worker speaks version " + ImpostorMain.VERSION + " of the protocol";
    expectRefused(kind, ImpostorMain.OLD, reason);
  }

  @ForEachKind
  @Scenario(46)
  @OnlyFor(value = CHILD_JVMS, because = BECAUSE)
  void whoeverSendsNonsenseIsNoWorker(Kind kind) throws IOException {
    expectRefused(kind, ImpostorMain.NONSENSE, "");
  }

  @ForEachKind
  @Scenario(46)
  @OnlyFor(value = CHILD_JVMS, because = BECAUSE)
  void impostorsInPlaceOfALostWorkerHoldUpNoCall(Kind kind) throws IOException {
    Pool.Builder settings =
        Pool.builder().workers(2).output(WorkerOutput.discard()).java(launcher(ImpostorMain.OLD));
    try (Gate gate = new Gate();
        Pool pool = kind.start(settings)) {
      ProcessHandle victim = NoLeaks.workers().get(0);
      Files.createFile(folder.resolve(IMPOSTORS));
      assertThat(victim.destroyForcibly()).isTrue();
      Processes.awaitEnd(victim);
      Await.until(
          () -> {
            assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
            return folder.resolve(LAUNCHED).toFile().length() > "one\n".length(); // a second one
          });
      Files.delete(folder.resolve(IMPOSTORS));
      Await.until(
          () -> {
            assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
            return NoLeaks.workers().stream().filter(HostilityTest::isJvm).count() == 2;
          });
      Task<Integer> one = pool.submit(WorkParallel.pass(gate.port(), 1));
      Task<Integer> other = pool.submit(WorkParallel.pass(gate.port(), 2));
      long first = gate.awaitVisitor().pid();
      long second = gate.awaitVisitor().pid();
      assertThat(first).as("two workers are at work").isNotEqualTo(second);
      gate.open();
      assertThat(Await.value(one)).isEqualTo(1);
      assertThat(Await.value(other)).isEqualTo(2);
    }
  }

  /** What launches a worker has its command line, but is a shell. */
  private static boolean isJvm(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/java");
  }

  @ForEachKind
  @Row("E4")
  @Scenario(47)
  @OnlyFor(value = CHILD_JVMS, because = BECAUSE)
  void nothingThatOthersCanReadLeadsToWhatIsShared(Kind kind) throws IOException {
    try (Pool pool = kind.start(Pool.builder().workers(1).name("secretive"))) {
      long pid = pool.call(WorkParallel.pid());
      String line = Files.readString(PROC.resolve(pid + "/cmdline"), ISO_8859_1);
      String environment = Files.readString(PROC.resolve(pid + "/environ"), ISO_8859_1);
      assertThat(line).contains("secretive", "worker-1").doesNotContain("/request", "/reply");
      assertThat(environment).doesNotContain("/request", "/reply");
      Stream.of(line.split("\0", -1))
          .filter(argument -> argument.startsWith("@"))
          .forEach(file -> assertThat(Path.of(file.substring(1)).getParent()).doesNotExist());
    }
  }

  @ForEachKind
  @Row("E4")
  @OnlyFor(value = CHILD_JVMS, because = BECAUSE)
  void theToolsOfTheJdkReachAWorker(Kind kind) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    assumeTrue(Files.isExecutable(jcmd), "this image has no such tools");
    try (Pool pool = kind.start(1)) {
      String pid = Long.toString(pool.call(WorkParallel.pid()));
      Program.Ended ended = Program.run(List.of(jcmd.toString(), pid, "VM.version"));
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out()).contains(pid + ":", "JDK " + Runtime.version().feature());
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  /** Bytes instead of a value: they are refused, or they are another value. */
  @Test
  @Scenario(48)
  void nonsenseInsteadOfAValueIsRefused() {
    Data.Primitives value = new Data.Primitives(true, (byte) 1, (short) 1, 'x', 1, 1, 1, 1);
    WireCall<?> call = (WireCall<?>) DataParallel.primitives(value);
    Random random = new Random(48);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = nonsense(call, random);
      try {
        Object result = call.readResult(new WireReader(new Payload(bytes, bytes.length)));
        assertThat(result == null || result instanceof Data.Primitives).isTrue();
      } catch (WireException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  /** Right bytes with some changed, or cut off. */
  private static byte[] nonsense(WireCall<?> call, Random random) {
    WireWriter out = new WireWriter();
    call.writeArguments(out);
    byte[] bytes = out.toPayload().toByteArray();
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  @ForEachKind
  @Scenario(49)
  @OnlyFor(value = CHILD_JVMS, because = "threads have the streams of this process")
  void aGibibyteOfOutputDisturbsNothing(Kind kind) {
    AtomicLong bytes = new AtomicLong();
    WorkerOutput counting = line -> bytes.addAndGet(line.isError() ? 0 : line.text().length() + 1);
    try (Pool pool = kind.start(Pool.builder().workers(1).output(counting))) {
      assertThat(pool.call(DataParallel.flood(1 << 10))).as("nothing to read").isEqualTo(-1);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
    assertThat(bytes).hasValue((1L << 10) * (65 << 14));
  }
}
