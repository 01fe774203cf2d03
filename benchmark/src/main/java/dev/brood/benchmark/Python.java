package dev.brood.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter that runs the script and measures what it is asked for, when it is. Between its
 * turns it sleeps.
 */
final class Python implements AutoCloseable {
  private static final long SECONDS_TO_END = 20;

  private final String method;
  private final @Nullable Process process;
  private final @Nullable PrintWriter requests;
  private final @Nullable BufferedReader answers;
  private final String version;
  private final String reason;

  /** One that is there. */
  private Python(String method, Process process, BufferedReader answers, String version) {
    this.method = method;
    this.process = process;
    this.requests = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers = answers;
    this.version = version;
    this.reason = "";
  }

  /** One that is not. */
  private Python(String method, String reason) {
    this.method = method;
    this.process = null;
    this.requests = null;
    this.answers = null;
    this.version = "";
    this.reason = reason;
  }

  /**
   * Starts an interpreter, if there is one.
   *
   * @param method how it starts processes: {@code fork} or {@code spawn}
   */
  static Python start(String method, List<String> command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    } catch (IOException e) {
      return new Python(method, "no " + command.get(0));
    }
    BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
    String greeting = answers.readLine();
    if (greeting == null) {
      return new Python(method, command.get(0) + " does not run the script");
    }
    String[] parts = greeting.split("\t", 2);
    return parts[0].equals("version")
        ? new Python(method, process, answers, parts[1])
        : new Python(method, parts[1]);
  }

  String method() {
    return method;
  }

  String version() {
    return version;
  }

  /** Why it cannot be asked; empty if it can. */
  String reason() {
    return reason;
  }

  /** The name of a way, with how processes are started. */
  String named(String way) {
    return way + " (" + method + ")";
  }

  void enter(Contest contest, String way, String function, long... arguments) {
    if (reason.isEmpty()) {
      contest.way(named(way), turn(function, arguments));
    } else {
      contest.without(named(way), reason);
    }
  }

  Turn turn(String function, long... arguments) {
    return atLeast -> {
      String[] figures = ask(atLeast.toNanos() / 1e9, function, arguments);
      return new Sample(
          Double.parseDouble(figures[0]), number(figures[1]), Double.parseDouble(figures[2]));
    };
  }

  private static double number(String figure) {
    return figure.equals("nan") ? Double.NaN : Double.parseDouble(figure);
  }

  /** Lets the script call a function, and returns its answer's parts. */
  String[] ask(double seconds, String function, long... arguments) throws IOException {
    if (requests == null || answers == null) {
      throw new IllegalStateException(reason);
    }
    StringBuilder request = new StringBuilder(String.format(Locale.ROOT, "%.3f", seconds));
    request.append('\t').append(function);
    Arrays.stream(arguments).forEach(argument -> request.append('\t').append(argument));
    requests.println(request);
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("Python has ended");
    }
    String[] parts = answer.split("\t", -1);
    if (parts[0].equals("error")) {
      throw new IOException("Python: " + parts[1]);
    }
    return parts;
  }

  /** Ends the interpreter, and thereby its pools. */
  @Override
  public void close() throws IOException {
    if (process == null || requests == null) {
      return;
    }
    requests.close();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        throw new IOException("Python does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
