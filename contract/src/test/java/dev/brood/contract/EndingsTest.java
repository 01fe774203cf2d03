package dev.brood.contract;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.WorkerOutput;
import dev.brood.contract.kit.Program;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a program ends, and whatever its workers are doing: nothing is left of them. */
@ExtendWith(NoLeaks.class)
class EndingsTest {
  /** Gives a program a group of its own, so that a signal to the group does not reach the tests. */
  private static final String SESSION = "/usr/bin/setsid";

  @TempDir private Path temporary;
  @TempDir private Path crashes;

  @BeforeEach
  void onlyOnLinux() {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/environ")));
    Assumptions.assumeTrue(Files.isExecutable(Path.of(SESSION)));
  }

  private Process start(Class<?> main, Gate gate) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(SESSION);
    if (Processes.ignores(ProcessHandle.current(), 1)) { // as where the tests are not to hang up
      command.addAll(List.of("/usr/bin/env", "--default-signal=HUP"));
    }
    command.addAll(List.of("/bin/sh", "-c", "ulimit -c 0; exec \"$@\"", "sh"));
    List<String> program = Program.command(temporary, main, Integer.toString(gate.port()));
    program.add(1, "-XX:ErrorFile=" + crashes.resolve("crash"));
    command.addAll(program);
    return new ProcessBuilder(command).redirectError(crashes.resolve("stderr").toFile()).start();
  }

  private static ProcessHandle process(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  private void expectNoFiles(long pid) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("/dev/shm"), "brood-" + pid + "-*")) {
      assertThat(files).isEmpty();
    }
  }

  /**
   * Waits until a program is where it is to be killed.
   *
   * @param all takes its workers, and the programs that they have started
   * @return the worker that is idle
   */
  private static ProcessHandle awaitAll(Process program, Gate gate, List<ProcessHandle> all)
      throws IOException {
    String line = program.inputReader().readLine();
    assertThat(line).startsWith("ready ");
    for (String pid : line.substring("ready ".length()).split(" ", -1)) {
      all.add(process(Long.parseLong(pid)));
    }
    assertThat(all).hasSize(7);
    List<ProcessHandle> idle = new ArrayList<>(all);
    for (int i = 0; i < 6; i++) {
      Gate.Visitor visitor = gate.awaitVisitor();
      idle.remove(process(visitor.pid()));
      if (visitor.number() > 4) {
        all.add(process(visitor.number())); // what it has started
      } else if (visitor.number() < 3) {
        visitor.release(); // into its endless loop
      }
    }
    assertThat(idle).hasSize(1);
    return idle.get(0);
  }

  /** Each worker is busy in a way of its own, and the one that is idle is stopped. */
  @ParameterizedTest
  @CsvSource({
    "KILL, 137",
    "TERM, 143",
    "HUP, 129",
    "INT, 130",
    "SEGV, 134",
    "ABRT, 134",
    "group KILL, 137",
    "group TERM, 143",
    "halt, 7"
  })
  @Row("A8")
  @Row("F2")
  @Scenario(36)
  void nothingOutlivesItsParent(String ending, int exitCode) throws IOException {
    try (Gate gate = new Gate()) {
      Process program = start(EndingMain.class, gate);
      List<ProcessHandle> all = new ArrayList<>();
      try {
        ProcessHandle idle = awaitAll(program, gate, all);
        all.add(Processes.awaitReaper(program.toHandle()));
        assertThat(all).hasSize(10).allMatch(ProcessHandle::isAlive);

        Processes.signal("STOP", idle.pid());
        long begin = System.nanoTime();
        if (ending.equals("halt")) {
          program.getOutputStream().write('!');
          program.getOutputStream().flush();
        } else if (ending.startsWith("group ")) {
          Processes.signal(ending.substring("group ".length()), -program.pid());
        } else {
          Processes.signal(ending, program.pid());
        }
        assertThat(Await.value(program.onExit()).exitValue()).isEqualTo(exitCode);
        long parentEnd = System.nanoTime();
        all.forEach(Processes::awaitEnd);
        System.out.printf(
            "%s: the parent had ended after %d ms, all others %d ms later%n",
            ending,
            TimeUnit.NANOSECONDS.toMillis(parentEnd - begin),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - parentEnd));
        expectNoFiles(program.pid());
      } finally {
        program.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  /** Workers that are not stopped end by themselves, and end what they have started. */
  @Test
  @Row("A8")
  @Scenario(36)
  void nothingOutlivesItsParentWithoutAReaperEither() throws IOException {
    try (Gate gate = new Gate()) {
      Process program = start(EndingMain.class, gate);
      List<ProcessHandle> all = new ArrayList<>();
      try {
        ProcessHandle idle = awaitAll(program, gate, all);
        assertThat(idle.isAlive()).isTrue();
        ProcessHandle reaper = Processes.awaitReaper(program.toHandle());
        reaper.destroyForcibly();
        Processes.awaitEnd(reaper);
        program.destroyForcibly();
        Await.value(program.onExit());
        all.forEach(Processes::awaitEnd);
        expectNoFiles(program.pid());
      } finally {
        program.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  /** The parent would kill it if it were still there. */
  @Test
  @Row("A8")
  @Scenario(36)
  void aWorkerThatHangsAsItEndsDoesNotOutliveItsParentEither() throws IOException {
    try (Gate gate = new Gate()) {
      Process program = start(HangingHookMain.class, gate);
      try {
        ProcessHandle worker = process(gate.awaitVisitor().pid());
        Processes.awaitReaper(program.toHandle()).destroyForcibly();
        program.destroyForcibly();
        Await.value(program.onExit());
        Processes.awaitEnd(worker);
        expectNoFiles(program.pid());
      } finally {
        program.destroyForcibly();
      }
    }
  }

  /** The words before a command that make it the first process of a container; none if none do. */
  private static List<String> container() throws IOException {
    List<String> alone =
        new ArrayList<>(List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc"));
    List<String> asUser = new ArrayList<>(alone);
    asUser.addAll(List.of("--user", "--map-root-user"));
    for (List<String> words : List.of(alone, asUser)) {
      words.addAll(List.of("/bin/sh", "-c", "mount -t tmpfs none /dev/shm && exec \"$@\"", "sh"));
      List<String> command = new ArrayList<>(words);
      command.add("true");
      Process attempt =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(DISCARD).start();
      if (Await.value(attempt.onExit()).exitValue() == 0) {
        return words;
      }
    }
    return List.of();
  }

  @Test
  @Row("A8")
  void theFirstProcessOfAContainerHasNoZombiesButThoseOfPrograms() throws IOException {
    List<String> container = container();
    Assumptions.assumeFalse(container.isEmpty(), "this system lets nobody make a namespace");
    List<String> command = new ArrayList<>(container);
    command.addAll(Program.command(temporary, PidOneMain.class));
    Program.Ended ended = Program.run(command);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines())
        .containsExactly(
            "pid 1",
            "square 9",
            "crashes 10",
            "zombies of workers 0",
            "square 16",
            "zombies of programs 3",
            "files []");
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  @Row("A8")
  @Scenario(36)
  void theFirstProcessOfAContainerEndsInOrderWhenItIsToldTo() throws IOException {
    List<String> container = container();
    Assumptions.assumeFalse(container.isEmpty(), "this system lets nobody make a namespace");
    try (Gate gate = new Gate()) {
      List<String> command = new ArrayList<>(container);
      command.addAll(Program.command(temporary, EndingMain.class, Integer.toString(gate.port())));
      Process unshare = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        assertThat(unshare.inputReader().readLine()).startsWith("ready ");
        ProcessHandle first = unshare.children().findFirst().orElseThrow();
        List<ProcessHandle> workers = Processes.workers(first);
        assertThat(workers).hasSize(7);
        Processes.signal("TERM", first.pid());
        assertThat(Await.value(unshare.onExit()).exitValue()).isEqualTo(143);
        workers.forEach(Processes::awaitEnd);
      } finally {
        unshare.destroyForcibly();
      }
    }
  }

  @Test
  @Row("A8")
  void aProgramThatIsNotToHangUpDoesNotAndNorDoItsWorkers() throws IOException {
    try (Gate gate = new Gate()) {
      List<String> command = new ArrayList<>(List.of(SESSION, "nohup"));
      command.addAll(Program.command(temporary, EndingMain.class, Integer.toString(gate.port())));
      Process program =
          new ProcessBuilder(command).redirectError(crashes.resolve("stderr").toFile()).start();
      try {
        assertThat(program.inputReader().readLine()).startsWith("ready ");
        List<ProcessHandle> workers = Processes.workers(program.toHandle());
        assertThat(workers).hasSize(7).allMatch(worker -> Processes.ignores(worker, 1));
        Processes.signal("HUP", -program.pid());
        program.getOutputStream().write('!'); // it goes on until it is told to halt
        program.getOutputStream().flush();
        assertThat(Await.value(program.onExit()).exitValue()).isEqualTo(7);
        workers.forEach(Processes::awaitEnd);
        expectNoFiles(program.pid());
      } finally {
        program.destroyForcibly();
      }
    }
  }

  /** As by Ctrl-Z and {@code fg}: the signal reaches the workers too. */
  @Test
  @Row("F2")
  void aProgramThatIsStoppedAndContinuedGoesOnWithItsCalls() throws IOException {
    try (Gate gate = new Gate()) {
      Process program = start(CallingMain.class, gate);
      try {
        Gate.Visitor visitor = gate.awaitVisitor();
        BufferedWriter in = program.outputWriter();
        BufferedReader out = program.inputReader();
        tell(in, "3");
        assertThat(out.readLine()).isEqualTo("9");
        List<ProcessHandle> workers = Processes.workers(program.toHandle());
        assertThat(workers).hasSize(2);

        Processes.signal("STOP", -program.pid());
        States.awaitStopped(program.pid());
        workers.forEach(worker -> States.awaitStopped(worker.pid()));
        tell(in, "4");
        Processes.signal("CONT", -program.pid());

        assertThat(out.readLine()).as("what came meanwhile").isEqualTo("16");
        tell(in, "5");
        assertThat(out.readLine()).isEqualTo("25");
        assertThat(Processes.workers(program.toHandle())).isEqualTo(workers);
        visitor.release();
        in.close();
        assertThat(out.readLine()).as("what was running meanwhile").isEqualTo("1000");
        assertThat(Await.value(program.onExit()).exitValue()).isZero();
        assertThat(crashes.resolve("stderr")).isEmptyFile();
        workers.forEach(Processes::awaitEnd);
        expectNoFiles(program.pid());
      } finally {
        program.destroyForcibly();
      }
    }
  }

  private static void tell(BufferedWriter in, String line) throws IOException {
    in.write(line);
    in.newLine();
    in.flush();
  }

  @Test
  @Row("F2")
  void aWorkerThatIsAskedForItsThreadsTellsThemAndGoesOn() throws IOException {
    List<String> lines = new CopyOnWriteArrayList<>();
    WorkerOutput output = line -> lines.add(line.text());
    try (Pool pool = Pool.builder().workers(1).output(output).start()) {
      long worker = pool.call(WorkParallel.pid());
      Processes.signal("QUIT", worker);
      Await.until(() -> has(lines, "Full thread dump") && has(lines, "brood life line"));
      assertThat(pool.call(WorkParallel.pid())).isEqualTo(worker);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  private static boolean has(List<String> lines, String words) {
    return lines.stream().anyMatch(line -> line.contains(words));
  }
}
