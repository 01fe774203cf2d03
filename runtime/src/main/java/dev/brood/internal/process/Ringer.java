package dev.brood.internal.process;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Rings for a worker, by a byte on its standard input, and never blocks. A worker that does not
 * read would let that pipe fill up in the end, so that the next write would not return; and whoever
 * rings may hold the locks of a pool. So nothing is written as long as many bytes have not been
 * read: one of those will wake the worker as well as another one would.
 *
 * <p>What has not been read, Linux tells of the end of the pipe that the worker reads from. This
 * side opens that before the worker has done anything, so no worker can pass off another pipe as
 * its own. Elsewhere a thread of its own does the writing, and nobody else has to wait.
 *
 * <p>Thread-safe.
 */
final class Ringer implements Closeable {
  /** So many bytes fit into any pipe. */
  private static final int MOST_UNREAD = 1_000;

  private final OutputStream stdin;

  /** The worker's end of the pipe; null where the operating system does not hand it out. */
  private final @Nullable InputStream unread;

  /** Writes where nobody can tell whether there is room; null otherwise. */
  private final @Nullable ExecutorService writer;

  /** How many bytes have been written and may not have been read; to look each time takes time. */
  private int maybeUnread;

  private final AtomicBoolean writing = new AtomicBoolean();

  private Ringer(OutputStream stdin, @Nullable InputStream unread) {
    this.stdin = stdin;
    this.unread = unread;
    this.writer = unread == null ? Executors.newSingleThreadExecutor(Ringer::thread) : null;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "brood ringer");
    thread.setDaemon(true);
    return thread;
  }

  /** For a process that has just been started. */
  static Ringer of(Process process) {
    try {
      // Joined, since this stands before the first worker's start: the first "+" costs some 20 ms.
      String end = "/proc/".concat(Long.toString(process.pid())).concat("/fd/0");
      return new Ringer(process.getOutputStream(), new FileInputStream(end));
    } catch (IOException e) {
      return blind(process); // no such file system, or the process has ended already
    }
  }

  /** The same, but it does not know what has been read. */
  static Ringer blind(Process process) {
    return new Ringer(process.getOutputStream(), null);
  }

  /** Wakes the worker. */
  void ring() {
    if (writer == null) {
      ringIfThereIsRoom();
    } else if (!writing.getAndSet(true)) {
      try {
        writer.execute(
            () -> {
              writing.set(false);
              write();
            });
      } catch (RejectedExecutionException e) {
        // The worker has been let go.
      } catch (OutOfMemoryError e) { // there is no room for a thread: the worker looks by itself
        writing.set(false);
      }
    }
  }

  private synchronized void ringIfThereIsRoom() {
    try {
      if (maybeUnread == MOST_UNREAD && unread != null) {
        maybeUnread = Math.min(MOST_UNREAD, unread.available());
      }
    } catch (IOException e) {
      return; // the worker has been let go
    }
    if (maybeUnread < MOST_UNREAD) {
      maybeUnread++;
      write();
    }
  }

  private void write() {
    try {
      stdin.write('\n');
      stdin.flush();
    } catch (IOException e) {
      // The process has ended already; whoever waits for it will find out how.
    }
  }

  /** Closes the pipe, which is the worker's life line too. */
  @Override
  public void close() {
    if (writer == null) {
      closeNow();
    } else if (!writer.isShutdown()) {
      try {
        writer.execute(this::closeNow);
      } catch (OutOfMemoryError e) { // so there is no thread that could be writing
        closeNow();
      }
      writer.shutdown();
    }
  }

  private synchronized void closeNow() {
    try (unread) {
      stdin.close();
    } catch (IOException e) {
      // The other end is gone, which is as good.
    }
  }
}
