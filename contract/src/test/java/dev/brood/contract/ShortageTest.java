package dev.brood.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brood.contract.kit.Await;
import dev.brood.contract.kit.NoLeaks;
import dev.brood.contract.kit.Processes;
import dev.brood.contract.kit.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where something is scarce that everybody has: pools do with what there is, or say why they do not
 * start, and leave nothing behind.
 */
@ExtendWith(NoLeaks.class)
class ShortageTest {
  private static final String ANSWER = "answer 9";

  @TempDir private Path temporary;
  @TempDir private Path errors;
  private Process program;

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
    assertThat(answer()).isEqualTo(ANSWER);
  }

  private String ask(String question) throws IOException {
    program.getOutputStream().write((question + "\n").getBytes(UTF_8));
    program.getOutputStream().flush();
    return answer();
  }

  /** A JVM tells on its standard output, too, what it lacks. */
  private String answer() throws IOException {
    BufferedReader out = program.inputReader();
    String line = out.readLine();
    while (line != null && !line.matches("(answer|failed|unclear) .*")) {
      line = out.readLine();
    }
    return String.valueOf(line);
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
      String answer = ask(Integer.toString(room));
      System.out.printf("with %d files to be opened: %s%n", room, answer);
      answers.add(answer);
      Await.until(() -> workers().equals(others));
    }
    assertThat(answers).allMatch(line -> line.equals(ANSWER) || line.startsWith("failed "));
    assertThat(answers.get(0)).startsWith("failed ");
    assertThat(answers.get(answers.size() - 1)).isEqualTo(ANSWER);
    String unused = close();
  }
}
