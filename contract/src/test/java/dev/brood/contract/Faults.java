package dev.brood.contract;

import dev.brood.Parallel;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What can go wrong in a worker. */
final class Faults {
  private static final List<Object> HOARD = new ArrayList<>();

  private Faults() {}

  /** Sends a signal to the worker itself, which dies of it or does not. */
  @Parallel
  static void signal(String name) throws IOException, InterruptedException {
    long pid = ProcessHandle.current().pid();
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    spin();
  }

  @Parallel
  static void exit(int code) {
    System.exit(code);
  }

  @Parallel
  static void halt(int code) {
    Runtime.getRuntime().halt(code);
  }

  @Parallel
  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static void spin() {
    long x = 0;
    while (true) {
      x = x * 31 + 1;
      if (x == 7) {
        HOARD.add("never");
      }
    }
  }

  /** Fills the heap, and keeps what it has got. */
  @Parallel
  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static void fillHeap() {
    while (true) {
      HOARD.add(new byte[1 << 18]);
    }
  }

  /** Defines classes until there is no room for them. */
  @Parallel
  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static void fillMetaspace() {
    InvocationHandler handler = (proxy, method, arguments) -> null;
    while (true) {
      ClassLoader loader = new URLClassLoader(new URL[0], Faults.class.getClassLoader());
      HOARD.add(Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, handler));
    }
  }

  /** Takes memory outside the heap until there is none. */
  @Parallel
  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static void fillDirectMemory() {
    while (true) {
      HOARD.add(ByteBuffer.allocateDirect(1 << 20));
    }
  }

  /** Takes memory of the machine, and writes to it, until somebody stops that. */
  @Parallel
  static long takeMemory(int mebibytes) {
    long sum = 0;
    for (int i = 0; i < mebibytes; i++) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
      for (int at = 0; at < buffer.capacity(); at += 4096) {
        buffer.put(at, (byte) 1);
      }
      HOARD.add(buffer);
      sum += buffer.capacity();
    }
    return sum;
  }

  /** Starts a thread with a stack for which there is no room on any machine. */
  @Parallel
  static void startThread() throws InterruptedException {
    Thread thread = new Thread(null, () -> {}, "huge", 1L << 50);
    thread.start();
    thread.join();
  }

  @Parallel
  static int overflow(int depth) {
    return depth < 0 ? 0 : overflow(depth + 1) + 1;
  }

  /** Opens a file again and again until that is refused; they are closed when that is told. */
  @Parallel
  @SuppressWarnings("InfiniteLoopStatement") // that is the point
  static void openFiles(Path file) throws IOException {
    List<InputStream> open = new ArrayList<>();
    try {
      while (true) {
        open.add(Files.newInputStream(file));
      }
    } finally {
      for (InputStream one : open) {
        one.close();
      }
    }
  }

  /** Closes what every process has open from the beginning. */
  @Parallel
  static void closeDescriptors() throws IOException {
    new FileOutputStream(FileDescriptor.out).close();
    new FileOutputStream(FileDescriptor.err).close();
    new FileInputStream(FileDescriptor.in).close();
  }

  /** Has a thread of the worker end by an exception that nobody catches. */
  @Parallel
  static void failInBackground() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("in the background");
            });
    thread.start();
    thread.join();
  }

  /** An exception that does not like to be asked. */
  @Parallel
  static void throwMute() {
    throw new Mute();
  }

  /** Not known to those who only catch it. */
  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("asked for its message");
    }
  }

  /** An exception whose causes go on for ever. */
  @Parallel
  static void throwDeep(int depth, boolean circular) {
    RuntimeException innermost = new IllegalArgumentException((String) null);
    RuntimeException outermost = innermost;
    for (int i = 0; i < depth; i++) {
      outermost = new IllegalStateException("level " + i, outermost);
    }
    if (circular) {
      innermost.initCause(outermost);
    }
    throw outermost;
  }

  /** Something that makes trouble when it is written or read, at the place that it names. */
  record Touchy(String where, String what) {
    Touchy {
      trouble("reading", where, what);
    }

    @Override
    public String what() {
      trouble("writing", where, what);
      return what;
    }

    /** In the worker, or in the parent. */
    private static void trouble(String doing, String where, String what) {
      boolean inWorker = System.getProperty("brood.generation") != null;
      if (!where.equals(doing + (inWorker ? " in the worker" : " in the parent"))) {
        return;
      }
      switch (what) {
        case "throws" -> throw new IllegalStateException(where);
        case "throws an error" -> throw new AssertionError(where);
        case "exits" -> System.exit(7);
        case "crashes" -> crash();
        default -> Runtime.getRuntime().halt(7);
      }
    }
  }

  private static void crash() {
    try {
      signal("SEGV");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Parallel
  static int take(Touchy touchy) {
    return touchy.where().length();
  }

  @Parallel
  static Touchy give(String where, String what) {
    return new Touchy(where, what);
  }
}
