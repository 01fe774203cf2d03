package dev.brood.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What tests have workers do, the worse half of it included. */
final class Chores {
  private static final List<byte[]> HOARD = new ArrayList<>();

  private Chores() {}

  static int square(int x) {
    return x * x;
  }

  static byte[] echo(byte[] bytes) {
    return bytes;
  }

  /** Throws what the name stands for. */
  static int fail(String kind, String message) throws Exception {
    switch (kind) {
      case "argument" -> throw new IllegalArgumentException(message);
      case "declared" -> throw new IOException(message);
      case "unknown" -> throw new ChoreException(message);
      case "error" -> throw new AssertionError(message);
      default -> throw new IllegalStateException(message, new IOException("the cause"));
    }
  }

  /** A type that callers do not know. */
  private static final class ChoreException extends Exception {
    private static final long serialVersionUID = 1L;

    ChoreException(String message) {
      super(message);
    }
  }

  static int exit(int code) {
    System.exit(code);
    return 0;
  }

  static int halt(int code) {
    Runtime.getRuntime().halt(code);
    return 0;
  }

  /** Dies of a signal, by the hand of the system's own command. */
  static int signal(String name) throws IOException, InterruptedException {
    long pid = ProcessHandle.current().pid();
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    return spin();
  }

  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static int spin() {
    int x = 0;
    while (true) {
      x++;
      if (x < 0) {
        x = 0;
      }
    }
  }

  static int print(String out, String err) {
    System.out.print(out);
    System.out.flush();
    System.err.print(err);
    System.err.flush();
    return out.length();
  }

  /** Writes so many megabytes that are no text. */
  static int flood(int megabytes) {
    byte[] bytes = new byte[1 << 20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    for (int i = 0; i < megabytes; i++) {
      System.out.write(bytes, 0, bytes.length);
    }
    System.out.flush();
    return megabytes;
  }

  static int closeStreams() throws IOException {
    System.out.close();
    System.err.close();
    return System.in.read();
  }

  static int outOfMemory() {
    try {
      while (true) {
        HOARD.add(new byte[1 << 20]);
      }
    } finally {
      HOARD.clear();
    }
  }

  static int overflow(int depth) {
    return depth < 0 ? 0 : overflow(depth + 1) + 1;
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static String property(String name) {
    return System.getProperty(name, "");
  }

  static boolean interruptSelf() {
    boolean before = Thread.currentThread().isInterrupted();
    Thread.currentThread().interrupt();
    return before;
  }

  static int throwInBackground() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("in the background");
            });
    thread.start();
    thread.join();
    return 1;
  }

  /** Starts a process that lives for long, and leaves it. */
  static long startChild() throws IOException {
    return new ProcessBuilder("sleep", "1000").inheritIO().start().pid();
  }

  /** Is busy for so long, as a call that calculates. */
  static int busy(int micros) {
    long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return micros;
  }

  /** The square of a number; ends the worker if that is negative. */
  static int squareOrHalt(int x) {
    return x < 0 ? halt(77) : x * x;
  }
}
