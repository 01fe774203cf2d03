package dev.brood.contract.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** A program in a JVM of its own, with its own pool. */
public final class Program {
  private Program() {}

  /** What a program has left. */
  public record Ended(int exitCode, String out, String err) {}

  /** The command that runs a class's {@code main}. */
  public static List<String> command(Path temporary, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-D" + Logs.SHOWN + "=true");
    command.add("-XX:-UsePerfData");
    command.add("-Dbrood.archive=off");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a class's {@code main} to its end. */
  public static Ended run(Path temporary, Class<?> main, String... arguments) throws IOException {
    return run(command(temporary, main, arguments));
  }

  /** Runs a command to its end. */
  public static Ended run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    try {
      Future<String> out = text(process.getInputStream());
      Future<String> err = text(process.getErrorStream());
      int code = Await.value(process.onExit()).exitValue();
      return new Ended(code, Await.value(out), Await.value(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Future<String> text(InputStream in) {
    return Threads.run(() -> new String(in.readAllBytes(), UTF_8));
  }
}
