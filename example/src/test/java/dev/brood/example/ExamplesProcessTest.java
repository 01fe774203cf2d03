package dev.brood.example;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner as a user starts it: a JVM of its own. */
class ExamplesProcessTest {
  @TempDir Path folder;

  @Test
  void countsInEveryWayWithWorkersThatCanBeToldApartAndLeavesNone() throws Exception {
    Process program = start("range-count", "5000");
    Map<ProcessHandle, String> children = new HashMap<>();
    do {
      program
          .children()
          .forEach(
              child ->
                  child.info().commandLine().ifPresent(command -> children.put(child, command)));
    } while (!program.waitFor(10, MILLISECONDS));

    assertThat(program.exitValue()).as(err()).isZero();
    assertThat(err()).isEmpty();
    assertThat(equalColumn(out())).hasSize(10).containsOnly("yes");
    assertThat(children.values())
        .filteredOn(command -> !command.contains("brood-reaper")) // is there if it takes long
        .hasSize(Runtime.getRuntime().availableProcessors())
        .doesNotHaveDuplicates()
        .allMatch(command -> command.contains("dev.brood.internal.child.WorkerMain pool-1 "));
    assertThat(children.keySet()).noneMatch(ProcessHandle::isAlive);
  }

  @ParameterizedTest
  @CsvSource({
    "squares,          2432902008176640000",
    "bounds,           The largest value lies between 6.32",
    "dividing-by-zero, The pool goes on: 84 / 2 = 42",
    "cancelling,       The pool serves on",
    "word-count,       23  or",
    "crash-tour,       The pool serves on"
  })
  void runsTheProgramByItsName(String name, String lastLine) throws Exception {
    Process program = start(name);

    assertThat(program.waitFor()).as(err()).isZero();
    assertThat(err()).isEmpty();
    assertThat(out().lines()).last().asString().contains(lastLine);
  }

  @Test
  void endsWithAnErrorIfThereIsNoSuchProgram() throws Exception {
    Process program = start("no-such-program");

    assertThat(program.waitFor()).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err()).contains("There is no example named 'no-such-program'");
  }

  @Test
  void endsWithAnErrorIfAProgramFails() throws Exception {
    Process program = start("range-count", "many");

    assertThat(program.waitFor()).isEqualTo(1);
    assertThat(err()).contains("NumberFormatException");
  }

  private Process start(String... arguments) throws IOException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dbrood.archive=off",
            "-cp",
            System.getProperty("java.class.path"),
            Examples.class.getName());
    return new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
        .redirectOutput(Redirect.to(folder.resolve("out").toFile()))
        .redirectError(Redirect.to(folder.resolve("err").toFile()))
        .start();
  }

  /** The last word of each line of the table. */
  private static List<String> equalColumn(String output) {
    return output
        .lines()
        .dropWhile(line -> !line.startsWith("way "))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }
}
