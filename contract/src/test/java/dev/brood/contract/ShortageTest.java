package dev.brood.contract;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brood.Pool;
import dev.brood.WorkerOutput;
import dev.brood.contract.kit.Logs;
import dev.brood.contract.kit.Program;
import dev.brood.contract.kit.Questions;
import dev.brood.contract.kit.Row;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where something is scarce that everybody has: pools do with what there is, or say why they do not
 * start, and leave nothing behind.
 */
@ExtendWith(NoLeaks.class)
class ShortageTest {
  private static final String ANSWER = "answer 9";
  private static final String UNSHARE = "/usr/bin/unshare";

  @TempDir private Path temporary;
  @TempDir private Path errors;
  private Process program;
  private Questions questions;

  @BeforeEach
  void onlyOnLinux() {
    assumeTrue(Files.isReadable(Path.of("/proc/self/environ")));
  }

  @AfterEach
  void end() throws IOException {
    if (program != null) {
      program.destroyForcibly();
      Await.value(program.onExit());
      deleteFoldersOf(program.pid());
    }
  }

  /** Starts a program behind some words, and awaits the first answer of its pool. */
  private void start(List<String> words, List<String> command) throws IOException {
    List<String> all = new ArrayList<>(words);
    all.addAll(command);
    program = new ProcessBuilder(all).redirectError(errors.resolve("stderr").toFile()).start();
    questions = new Questions(program);
    assertThat(questions.answer()).isEqualTo(ANSWER);
  }

  /** Lets the program end in order, and returns what it has written on its standard error. */
  private String close() throws IOException {
    program.getOutputStream().close();
    assertThat(Await.value(program.onExit()).exitValue()).isZero();
    return Files.readString(errors.resolve("stderr"));
  }

  /** Who cannot open a folder cannot empty it; a later pool would do so after some minutes. */
  private static void deleteFoldersOf(long pid) throws IOException {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(Path.of("/dev/shm"), "brood-" + pid + "-*")) {
      for (Path folder : folders) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
          for (Path file : files) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    }
  }

  private Set<ProcessHandle> workers() {
    return new HashSet<>(Processes.workers(program.toHandle()));
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES) // some fifty JVMs
  void aPoolStartsOrSaysWhyNotHoweverFewFilesCanBeOpened() throws IOException {
    start(
        List.of("/bin/sh", "-c", "ulimit -n 256; exec \"$@\"", "sh"),
        Program.command(temporary, FewDescriptorsMain.class));
    Set<ProcessHandle> others = workers();
    assertThat(others).hasSize(2);
    List<String> answers = new ArrayList<>();
    for (int room = 0; room <= 60; room += room < 20 ? 1 : 5) {
      String answer = questions.ask(Integer.toString(room));
      System.out.printf("with %d files to be opened: %s%n", room, answer);
      answers.add(answer);
      Await.until(() -> workers().equals(others));
    }
    assertThat(answers).allMatch(line -> line.equals(ANSWER) || line.startsWith("failed "));
    assertThat(answers.get(0)).startsWith("failed ");
    assertThat(answers.get(answers.size() - 1)).isEqualTo(ANSWER);
    String unused = close();
  }

  /**
   * The words before a command for which the folder of files in memory is another one; none if that
   * cannot be had here.
   *
   * @param mounting the shell's words for that
   */
  private static List<String> withMemory(String mounting) throws IOException {
    List<String> alone = List.of(UNSHARE, "--mount");
    List<String> asUser = List.of(UNSHARE, "--mount", "--user", "--map-root-user");
    for (List<String> words : List.of(alone, asUser)) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("/bin/sh", "-c", mounting + " && exec \"$@\"", "sh"));
      List<String> command = new ArrayList<>(all);
      command.add("true");
      Process attempt =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(DISCARD).start();
      if (Await.value(attempt.onExit()).exitValue() == 0) {
        return all;
      }
    }
    return List.of();
  }

  /** There is room for the memory of one pool at most; that of another is in files then. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mount -t tmpfs -o size=300k none /dev/shm",
        "mount -t tmpfs -o size=4k none /dev/shm && head -c 4096 /dev/zero > /dev/shm/all"
      })
  void whereMemoryToShareIsFullAPoolUsesFiles(String mounting) throws IOException {
    assumeTrue(Files.isExecutable(Path.of(UNSHARE)));
    List<String> words = withMemory(mounting);
    assumeFalse(words.isEmpty(), "this system lets nobody make a namespace");
    start(words, Program.command(temporary, CrampedMain.class));
    assertThat(questions.ask("start")).isEqualTo(ANSWER);
    assertThat(questions.ask("call")).isEqualTo(ANSWER);
    assertThat(close()).contains("WARNING /dev/shm has no room for the memory of a worker");
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
  }

  /**
   * As its home, a program has a file or what nobody can write, so workers start as they would
   * without an archive. One would be made a second after the start of the pool.
   */
  @ParameterizedTest
  @ValueSource(strings = {"file", "/proc"})
  void whereNothingCanBeKeptForLaterNobodyHearsOfIt(String home) throws IOException {
    Files.createFile(errors.resolve("file"));
    List<String> command = Program.command(temporary, CrampedMain.class);
    assertThat(command.remove("-Dbrood.archive=off")).isTrue();
    command.add(1, "-Duser.home=" + errors.resolve(home));
    start(List.of("/bin/sh", "-c", "unset XDG_CACHE_HOME; exec \"$@\"", "sh"), command);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (System.nanoTime() < end) {
      assertThat(questions.ask("call")).isEqualTo(ANSWER);
    }
    assertThat(questions.ask("start")).isEqualTo(ANSWER);
    assertThat(close()).isEmpty();
  }

  @Test
  @Row("E1")
  @ExtendWith(CapturedStreams.class)
  void aFullDiskForWhatWorkersPrintIsLoggedOnceAndHoldsUpNoCall(CapturedStreams.Output output)
      throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));
    Logs.showWhile(
        () -> {
          try (Pool pool = Pool.builder().workers(1).output(WorkerOutput.file(full)).start()) {
            for (int i = 0; i < 3; i++) {
              pool.call(WorkParallel.printLines(1_000));
              assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
            }
          }
        });
    assertThat(output.err().lines())
        .filteredOn(line -> line.contains(" print is lost"))
        .singleElement()
        .asString()
        .contains("ERROR what the workers of ", "No space left on device");
  }
}
