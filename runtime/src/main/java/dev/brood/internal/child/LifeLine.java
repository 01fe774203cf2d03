package dev.brood.internal.child;

import java.io.IOException;
import java.io.Reader;

/**
 * Ends this process as soon as the parent is gone: a stream that the parent never writes to and
 * that the operating system closes when the parent ends, however it ends. A thread of its own waits
 * for that and does nothing else. It halts the JVM rather than exit, because user code may be in an
 * endless loop or hold any lock.
 */
final class LifeLine {
  /** The exit code of a worker whose parent has gone. */
  static final int PARENT_GONE = 98;

  private final Reader stream;
  private volatile boolean released;

  /** Takes hold of the stream. */
  LifeLine(Reader stream) {
    this.stream = stream;
    Thread thread = new Thread(this::hold, "brood life line");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Lets go: this process is ending by itself, in its own time. The parent then closes the stream,
   * since the JVM does not end at once while a thread is reading.
   */
  void release() {
    released = true;
  }

  private void hold() {
    try {
      while (stream.read() >= 0) {
        // Nothing is ever written there; only its end means something.
      }
    } catch (IOException e) {
      // No longer readable is as good as ended.
    }
    if (!released) {
      Runtime.getRuntime().halt(PARENT_GONE);
    }
  }
}
