package dev.brood.internal.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.Launches;
import dev.brood.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker outlives the terminal's interrupt. */
class ShieldTest {
  /** Waits for the end of its input, and tells when it does. */
  public static final class Waiting {
    private Waiting() {}

    /** Answers each byte with a line. */
    public static void main(String[] args) throws IOException {
      System.out.println(ProcessHandle.current().pid());
      while (System.in.read() >= 0) {
        System.out.println("here");
      }
    }
  }

  @BeforeEach
  void onlyWhereThereIsAShell() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
  }

  private static void signal(String signal, Process process) throws IOException {
    Process kill =
        new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid()).start();
    assertThat(Await.value(kill.onExit()).exitValue()).isZero();
  }

  @Test
  void aJvmIgnoresTheInterruptAndNothingElse() throws IOException {
    List<String> command =
        List.of(
            Jdk.own().java().toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Waiting.class.getName());
    Process process = new ProcessBuilder(Shield.around(command, Map.of())).start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo(Long.toString(process.pid()));
      signal("INT", process);
      process.getOutputStream().write('?');
      process.getOutputStream().flush();
      assertThat(output.readLine()).isEqualTo("here");
      signal("KILL", process);
      assertThat(Await.value(process.onExit()).exitValue()).isEqualTo(128 + 9);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void argumentsArePassedOnAsTheyAre() throws IOException {
    List<String> command =
        List.of("/bin/sh", "-c", "printf '%s|' \"$@\"", "sh", "a b", "", "'$x\"");
    assertThat(printed(Shield.around(command, Map.of()))).isEqualTo("a b||'$x\"|");
  }

  private static String printed(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void aCrashLeavesACoreOnlyToThoseWhoAskForIt() throws IOException {
    List<String> command = List.of("/bin/sh", "-c", "ulimit -c 2>&1");
    assertThat(printed(Shield.around(command, Map.of()))).isEqualTo("0\n");
    assertThat(printed(Shield.aroundInBackground(command, Map.of()))).isEqualTo("0\n");
    assertThat(printed(Shield.aroundWithCores(command, Map.of()))).isEqualTo(printed(command));
    assertThat(JvmArguments.wantCores(Launches.plain("-Xmx64m"))).isFalse();
    assertThat(JvmArguments.wantCores(Launches.plain("-XX:+CreateCoredumpOnCrash"))).isTrue();
  }

  @Test
  void aVariableThatAShellMightLoseComesFirst() {
    List<String> command = List.of("java");
    assertThat(Shield.around(command, Map.of("a.b", "c"))).isEqualTo(command);
    assertThat(Shield.around(command, Map.of("A_1", "c", "BASH_FUNC_f%%", "() { :; }")))
        .startsWith("/bin/sh")
        .endsWith("java");
  }
}
