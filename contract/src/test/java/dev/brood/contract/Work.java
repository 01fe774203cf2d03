package dev.brood.contract;

import dev.brood.CallContext;
import dev.brood.Parallel;
import dev.brood.contract.kit.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
}
