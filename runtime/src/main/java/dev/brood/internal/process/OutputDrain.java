package dev.brood.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Carries what a worker writes to one of the parent's own streams, line by line, each with a label,
 * and remembers the last lines. It reads from the first moment to the last, since a full pipe would
 * stop the worker. Memory is bounded: an endless line is cut into pieces.
 *
 * <p>A zero byte is a bell: it is taken out, and whoever sleeps is woken. It carries no meaning, so
 * one that the user's code has written does no harm.
 */
final class OutputDrain {
  private static final int MAX_LINE = 8 << 10;
  private static final int REMEMBERED = 20;
  private static final Charset CHARSET =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final InputStream from;
  private final PrintStream to;
  private final byte[] label;
  private final Runnable bell;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Deque<String> last = new ArrayDeque<>();
  private final Thread thread;

  private OutputDrain(InputStream from, PrintStream to, String label, Runnable bell) {
    this.bell = bell;
    this.from = from;
    this.to = to;
    this.label = label.getBytes(CHARSET);
    thread = new Thread(this::drain, "brood output " + label.strip());
    thread.setDaemon(true);
  }

  static OutputDrain start(InputStream from, PrintStream to, String label, Runnable bell) {
    OutputDrain drain = new OutputDrain(from, to, label, bell);
    drain.thread.start();
    return drain;
  }

  /** Waits until the stream has ended, but not for ever. Interrupts are kept for later. */
  void awaitEnd(long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines so far, oldest first. */
  List<String> lastLines() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }

  private void drain() {
    byte[] buffer = new byte[8 << 10];
    try (from) {
      int count;
      while ((count = from.read(buffer)) >= 0) {
        for (int i = 0; i < count; i++) {
          if (buffer[i] == 0) {
            bell.run();
          } else if (buffer[i] == '\n') {
            endLine();
          } else {
            line.write(buffer[i]);
            if (line.size() == MAX_LINE) {
              endLine();
            }
          }
        }
      }
    } catch (IOException e) {
      // The process has ended and its pipe was closed under us: the end, like any other.
    }
    if (line.size() > 0) {
      endLine();
    }
  }

  private void endLine() {
    byte[] text = line.toByteArray();
    line.reset();
    byte[] whole = new byte[label.length + text.length + 1];
    System.arraycopy(label, 0, whole, 0, label.length);
    System.arraycopy(text, 0, whole, label.length, text.length);
    whole[whole.length - 1] = '\n';
    to.write(whole, 0, whole.length);
    to.flush();
    synchronized (last) {
      last.addLast(new String(text, CHARSET));
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
  }
}
