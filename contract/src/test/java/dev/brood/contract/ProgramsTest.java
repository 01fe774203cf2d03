package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Program;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Processes;
import dev.brood.testkit.Threads;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of whole programs. */
class ProgramsTest {
  @TempDir private Path temporary;

  private void expectNoFiles() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
  }

  @ForEachKind
  @Row("A8")
  @Scenario(32)
  void aProgramThatLeavesItsPoolOpenEndsWhenTheWorkIsDone(Kind kind, @TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("lines");
    Program.Ended ended = Program.run(temporary, OpenPoolMain.class, kind.name(), file.toString());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out().lines())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 20).mapToObj(i -> "square " + i * i).toList());
    assertThat(Files.readAllLines(file)).hasSize(5);
    expectNoFiles();
  }

  @Test
  void aProgramThatExitsLosesNothingThatItsWorkersHavePrinted(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("lines");
    Program.Ended ended = Program.run(temporary, ExitingMain.class, "10000", file.toString());
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(Files.readAllLines(file))
        .hasSize(10_001)
        .startsWith("line 0")
        .endsWith("line 9999", "closed");
    expectNoFiles();
  }

  /** With calls and results of so many bytes as would fill the heap many times over. */
  @ForEachKind
  @Row("A6")
  void tenMillionCallsStreamThroughASmallHeap(Kind kind) throws Exception {
    int count = 10_000_000;
    List<String> command =
        Program.command(temporary, LongStreamMain.class, kind.name(), Integer.toString(count));
    command.add(1, "-Xmx64m");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      Future<String> out =
          Threads.run(() -> new String(process.getInputStream().readAllBytes(), UTF_8));
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      long sum = IntStream.range(0, count).map(x -> x * x).asLongStream().sum();
      assertThat(Await.value(out)).isEqualTo(sum + "\n");
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "exit, 3"})
  @Row("A8")
  @Row("A9")
  void whatRunsIsInterruptedAndServicesAreClosedWhenAProgramEndsInOrder(
      String ending, int exitCode, @TempDir Path directory) throws IOException {
    Path file = directory.resolve("diary");
    Process program =
        new ProcessBuilder(Program.command(temporary, OrderlyMain.class, file.toString())).start();
    try {
      Future<String> err =
          Threads.run(() -> new String(program.getErrorStream().readAllBytes(), UTF_8));
      BufferedReader out = program.inputReader();
      assertThat(out.readLine()).isEqualTo("ready");
      List<ProcessHandle> workers = Processes.workers(program.toHandle());
      assertThat(workers).hasSize(2);
      assertThat(Files.readAllLines(file)).containsExactly("made", "one");
      if (ending.equals("exit")) {
        program.getOutputStream().write('!');
        program.getOutputStream().flush();
      } else {
        Processes.signal(ending, program.pid());
      }
      assertThat(Await.value(program.onExit()).exitValue()).isEqualTo(exitCode);
      workers.forEach(Processes::awaitEnd);
      assertThat(Await.value(err)).isEmpty();
      assertThat(out.readLine()).as("there is nothing more to tell").isNull();
      assertThat(Files.readAllLines(file))
          .containsExactlyInAnyOrder("made", "one", "interrupted", "closed");
      expectNoFiles();
    } finally {
      program.destroyForcibly();
    }
  }

  @ForEachKind
  @Row("A8")
  void aPoolMayBeClosedByAHookOfTheEndingProgram(Kind kind) throws IOException {
    Program.Ended ended = Program.run(temporary, ClosingHookMain.class, kind.name());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).isEqualTo("closed" + System.lineSeparator());
    expectNoFiles();
  }

  /** It might be gone before whatever it makes on the way to a worker is taken away again. */
  @Test
  @Row("A8")
  void aProgramThatEndsStartsNoPool() throws IOException {
    Program.Ended ended = Program.run(temporary, LateStartMain.class);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("worker-1 could not be started", "this JVM is ending");
    assertThat(ended.exitCode()).isZero();
    expectNoFiles();
  }

  /** What was seen on a terminal, with the exit code last. */
  private Future<List<String>> atTerminal(String what, Kind kind, long grace)
      throws IOException, URISyntaxException {
    URL script = ProgramsTest.class.getResource("terminal.py");
    assertThat(script).isNotNull();
    List<String> command = new ArrayList<>();
    command.addAll(List.of("python3", Path.of(script.toURI()).toString(), what));
    command.addAll(
        Program.command(temporary, InterruptedMain.class, kind.name(), Long.toString(grace)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return Threads.run(
        () -> {
          String seen = new String(process.getInputStream().readAllBytes(), UTF_8);
          Await.value(process.onExit());
          return seen.lines().toList();
        });
  }

  private static void expectQuietEnd(List<String> seen) {
    expectEnd(seen, 130);
    assertThat(seen.subList(1, seen.size() - 1))
        .as("nothing but what the terminal echoes and the program itself prints")
        .allMatch(line -> line.replace("^C", "").isBlank() || line.endsWith("ending"));
  }

  private static void expectEnd(List<String> seen, int exitCode) {
    assertThat(seen.get(0)).startsWith("ready");
    assertThat(seen).endsWith("exit " + exitCode);
    Arrays.stream(seen.get(0).split(" "))
        .skip(1)
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
        .forEach(Processes::awaitEnd);
  }

  @ForEachKind
  @Row("F1")
  @Scenario(35)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool leaves nothing to a Ctrl-C that it would not do by itself")
  void oneCtrlCEndsParentAndWorkersQuietly(Kind kind) throws Exception {
    expectQuietEnd(Await.value(atTerminal("once", kind, 200)));
    expectNoFiles();
  }

  @ForEachKind
  @Row("F1")
  @Scenario(35)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool leaves nothing to a Ctrl-C that it would not do by itself")
  void aSecondCtrlCEndsThemAtOnce(Kind kind) throws Exception {
    long forever = 3_600_000; // nobody would wait for such a grace period
    expectQuietEnd(Await.value(atTerminal("twice", kind, forever)));
    expectNoFiles();
  }

  /**
   * Whatever is in the foreground is hung up: parent and workers, each for itself. Nobody sees what
   * they print then.
   */
  @ForEachKind
  @Row("F1")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline pool leaves nothing to the end of its terminal")
  void theWindowOfTheTerminalIsClosed(Kind kind) throws Exception {
    expectEnd(Await.value(atTerminal("close", kind, 200)), 129);
    expectNoFiles();
  }
}
