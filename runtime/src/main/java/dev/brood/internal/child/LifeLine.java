package dev.brood.internal.child;

import dev.brood.internal.process.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends this process, and the programs that it has started, as soon as the parent is gone: a stream
 * that the operating system closes when the parent ends, however it ends. A thread of its own waits
 * for that and does nothing else but to wake whoever sleeps when a byte comes, since that is the
 * parent's bell. It halts the JVM rather than exit, because user code may be in an endless loop or
 * hold any lock.
 */
final class LifeLine {
  /** The exit code of a worker whose parent has gone. */
  static final int PARENT_GONE = 98;

  private static final int LONGEST_LINE = 64 << 10;

  /**
   * How long it may take to end the programs. Some 50 ms do, but not on a very busy machine; and
   * where there is a reaper, that is faster anyway.
   */
  private static final long PROGRAMS_MILLIS = 5_000;

  /**
   * How long a worker may take to end by itself. A parent that is still there waits no longer
   * either; but it may be gone, and user code may hang in a hook of the ending JVM.
   */
  private static final long ENDING_MILLIS = 5_000;

  private final InputStream stream;
  private final ParentWatch parentWatch = new ParentWatch();
  private volatile boolean released;

  LifeLine(InputStream stream) {
    this.stream = stream;
  }

  /** Reads a line, before anybody holds the stream; null if it ends. */
  @Nullable String readLine() throws IOException {
    byte[] line = new byte[256];
    int length = 0;
    int next;
    while ((next = stream.read()) != '\n') {
      if (next < 0 || length == LONGEST_LINE) {
        return null;
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, length * 2);
      }
      line[length++] = (byte) next;
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /**
   * Takes hold of the stream.
   *
   * @param bell called for each byte that comes, on a thread that nothing may hold up
   */
  void hold(Runnable bell) {
    Thread thread = new Thread(() -> hang(bell), "brood life line");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Lets go: this process is ending by itself, in its own time, if that is not for ever. The parent
   * then closes the stream, since the JVM does not end at once while a thread is reading.
   */
  void release() {
    released = true;
  }

  private void hang(Runnable bell) {
    try {
      parentWatch.start(this::cut);
    } catch (OutOfMemoryError e) {
      // There can be no more threads; this one is enough in nearly every case.
    }
    try {
      while (stream.read() >= 0) {
        bell.run();
      }
    } catch (IOException e) {
      // No longer readable is as good as ended.
    }
    cut();
  }

  private void cut() {
    try {
      if (released) {
        do {
          TimeUnit.MILLISECONDS.sleep(ENDING_MILLIS);
        } while (parentWatch.isParentThere()); // it sees to it as long as it is
      }
      // Not here, since user code might hold what is needed for it.
      Thread thread = new Thread(ProcessTree::killProgramsOfThisWorker, "brood programs");
      thread.setDaemon(true);
      thread.start();
      thread.join(PROGRAMS_MILLIS);
    } catch (InterruptedException e) {
      // All the sooner.
    } finally {
      Runtime.getRuntime().halt(PARENT_GONE);
    }
  }
}
