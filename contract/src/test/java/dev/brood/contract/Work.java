package dev.brood.contract;

import dev.brood.CallContext;
import dev.brood.Parallel;
import dev.brood.testkit.Gate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** What the tests have workers do. */
final class Work {
  private Work() {}

  @Parallel
  static int square(int x) {
    return x * x;
  }

  @Parallel
  static long twice(long x) {
    return 2 * x;
  }

  /** Three arguments, of which a lambda may bind two. */
  @Parallel
  static int linear(int x, int factor, int offset) {
    return x * factor + offset;
  }

  @Parallel
  static byte[] echo(byte[] bytes) {
    return bytes;
  }

  @Parallel
  static String greet(String name) {
    return "hello " + name;
  }

  /** A method without a result, whose effect can be seen from outside. */
  @Parallel
  static void append(String file, String line) throws IOException {
    Files.writeString(
        Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Parallel
  static long pid() {
    return ProcessHandle.current().pid();
  }

  /** The worker's name. */
  @Parallel
  static String worker() {
    return CallContext.current().orElseThrow().worker();
  }

  /** The thread's identity, in the JVM that it belongs to. */
  @Parallel
  static String thread() {
    return ProcessHandle.current().pid() + " " + System.identityHashCode(Thread.currentThread());
  }

  /** Waits at a gate, and is told by an interrupt that it is over. */
  @Parallel
  static int pass(int port, int number) throws IOException {
    Gate.pass(port, number);
    return number;
  }

  /** Waits at a gate, and fails then. */
  @Parallel
  static int passAndFail(int port) throws IOException {
    Gate.pass(port, 0);
    throw new IllegalArgumentException("bad");
  }

  /** Gives a result, and ends its worker when a part of that has been sent. */
  @Parallel
  static byte[] haltWhileSending(int size) {
    Thread sender = Thread.currentThread();
    Thread watch =
        new Thread(
            () -> {
              int seen = 0;
              while (seen < 10) { // a large result is sent for a long time
                seen += isSending(sender) ? 1 : 0;
              }
              Runtime.getRuntime().halt(9);
            });
    watch.setDaemon(true);
    watch.start();
    return new byte[size];
  }

  private static boolean isSending(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().endsWith(".RingWriter"));
  }

  /** As {@link #pass}, for those who may lose a worker. */
  @Parallel(idempotent = true)
  static int passAgain(int port, int number) throws IOException {
    Gate.pass(port, number);
    return number;
  }

  /** Waits at a gate, whatever others want. */
  @Parallel
  static int passStubbornly(int port, int number) throws IOException {
    Gate.passStubbornly(port, number);
    return number;
  }

  /** Comes to a gate and never leaves it: an endless loop. */
  @Parallel
  static int passAndSpin(int port, int number) throws IOException {
    Gate.pass(port, number);
    return spin();
  }

  /** Comes to a gate and never leaves it: a loop that counts, from one end of it to the other. */
  @Parallel
  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static int passAndCount(int port, int number) throws IOException {
    Gate.pass(port, number);
    int sum = 0;
    while (true) {
      for (int i = 0; i < Integer.MAX_VALUE; i++) {
        sum += i ^ number;
      }
      number = sum;
    }
  }

  @Parallel
  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static int spin() {
    int x = 0;
    while (true) {
      x = Math.abs(x + 1);
    }
  }

  @Parallel(idempotent = true)
  static int spinAgain() {
    return spin();
  }

  /** Lasts until it is interrupted. */
  @Parallel
  static void last() throws InterruptedException {
    Thread.currentThread().join(); // with itself: for ever
  }

  @Parallel
  static int halt(int code) {
    Runtime.getRuntime().halt(code);
    return 0;
  }

  /** Starts a program that lives for long, shows its process id at a gate, and stays there. */
  @Parallel
  static int startProgram(int port) throws IOException {
    Process program = new ProcessBuilder("sleep", "1000").start();
    Gate.passStubbornly(port, (int) program.pid());
    return 0;
  }

  /** The same with a program that has cut itself loose from its worker. */
  @Parallel
  static int leaveProgram(int port) throws IOException {
    String command = "setsid sleep 1000 >/dev/null 2>&1 </dev/null & echo $!";
    Process shell = new ProcessBuilder("/bin/sh", "-c", command).start();
    try (BufferedReader output = shell.inputReader()) {
      Gate.passStubbornly(port, Integer.parseInt(output.readLine()));
    }
    return 0;
  }

  /** Ends its worker while a program is running that it has started. */
  @Parallel
  static int startProgramAndHalt() throws IOException {
    Process program = new ProcessBuilder("sleep", "1000").start();
    return program.isAlive() ? halt(1) : 0;
  }

  /** Has the worker come to a gate when it ends, and stay there. */
  @Parallel
  static int hangAtExit(int port) {
    Thread hook =
        new Thread(
            () -> {
              try {
                Gate.passStubbornly(port, 0);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return 0;
  }

  /** Fails in a way that the caller has words for, or in one that it has not. */
  @Parallel
  static int fail(String kind, String message) throws IOException {
    switch (kind) {
      case "declared" -> throw new IOException(message, new IllegalStateException("the cause"));
      case "common" -> throw new IllegalArgumentException(message);
      case "suppressed" -> {
        IllegalStateException failure = new IllegalStateException(message);
        failure.addSuppressed(new IOException("while closing"));
        throw failure;
      }
      case "unknown" -> throw new UnknownException(message);
      default -> throw new AssertionError(message);
    }
  }

  /** Not declared by any method, and not one of the JDK's. */
  static final class UnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownException(String message) {
      super(message);
    }
  }

  /** Prints so many lines, and returns before anybody can have read them all. */
  @Parallel
  public static void printLines(int count) {
    for (int i = 0; i < count; i++) {
      System.out.println("line " + i);
    }
  }

  /** Comes to a gate, lasts until it is interrupted, and writes that down. */
  @Parallel
  static int passAndLast(int port, String file) throws IOException {
    Gate.passStubbornly(port, 0);
    try {
      last();
    } catch (InterruptedException e) {
      append(file, "interrupted");
    }
    return 0;
  }

  /** Leaves a program behind that has the worker's streams and reads what there is to be read. */
  @Parallel
  static long leaveReader() throws IOException {
    return new ProcessBuilder("cat").inheritIO().start().pid();
  }

  /** Has a program print a line on each of the worker's streams. */
  @Parallel
  static int printByProgram(String line) throws IOException, InterruptedException {
    List<String> command = List.of("/bin/sh", "-c", "echo \"$1\"; echo \"$1\" >&2", "sh", line);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Logs as libraries do, with whatever the worker's logging is set to. */
  @Parallel
  public static void logByJdk(String text) {
    java.util.logging.Logger.getLogger("users").warning(text);
  }
}
