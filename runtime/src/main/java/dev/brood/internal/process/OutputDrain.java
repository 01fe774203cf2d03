package dev.brood.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a worker writes, line by line, passes it on, and remembers the last lines. It reads
 * from the first moment to the last, since a full pipe would stop the worker. Memory is bounded: an
 * endless line is cut into pieces, and while there is no room for a line it reads nothing.
 *
 * <p>A zero byte is no text:
 *
 * <pre>
 * 0            a bell: whoever sleeps is woken
 * 0 1 text 0   a bell too; and from here on, what is written belongs to the call with that name
 * </pre>
 *
 * Neither has any weight, so it does no harm if the user's code writes such bytes. While nothing
 * can be read because there is no room, bells are rung on suspicion.
 */
final class OutputDrain {
  private static final int MAX_LINE = 8 << 10;
  private static final int MAX_NAME = 512;
  private static final int REMEMBERED = 20;
  private static final Charset CHARSET =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  /** Where lines go; false if there is no room yet. */
  interface Lines {
    boolean offer(@Nullable String call, byte[] line);
  }

  /**
   * What the byte before has led to.
   *
   * <pre>
   *  TEXT ── 0 ──► ZERO ── 1 ──► NAME ── 0 ──► TEXT
   *                  ╰── any other ────────────► TEXT
   * </pre>
   */
  private enum State {
    TEXT,
    ZERO,
    NAME
  }

  private final InputStream from;
  private final Lines to;
  private final Runnable bell;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream name = new ByteArrayOutputStream();
  private final Deque<String> last = new ArrayDeque<>();
  private final Thread thread;

  private State state = State.TEXT;

  /** What is running, and what was running when the line was begun. */
  private @Nullable String call;

  private @Nullable String callOfLine;

  private OutputDrain(InputStream from, Lines to, String label, Runnable bell) {
    this.from = from;
    this.to = to;
    this.bell = bell;
    thread = new Thread(this::drain, "brood output " + label);
    thread.setDaemon(true);
  }

  /**
   * Begins to read, on a thread of its own.
   *
   * @param label for the thread
   * @param bell called for each bell
   */
  static OutputDrain start(InputStream from, Lines to, String label, Runnable bell) {
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
          take(buffer[i]);
        }
      }
    } catch (IOException e) {
      // The process has ended and its pipe was closed under us: the end, like any other.
    }
    if (line.size() > 0) {
      endLine();
    }
  }

  private void take(byte next) {
    switch (state) {
      case NAME -> takeOfName(next);
      case ZERO -> {
        state = next == 1 ? State.NAME : State.TEXT;
        if (next != 1) {
          takeOfText(next);
        }
      }
      case TEXT -> takeOfText(next);
    }
  }

  private void takeOfText(byte next) {
    if (next == 0) {
      bell.run();
      state = State.ZERO;
    } else if (next == '\n') {
      endLine();
    } else {
      if (line.size() == 0) {
        callOfLine = call;
      }
      line.write(next);
      if (line.size() == MAX_LINE) {
        endLine();
      }
    }
  }

  private void takeOfName(byte next) {
    if (next == 0) {
      call = name.size() == 0 ? null : name.toString(StandardCharsets.UTF_8);
    } else {
      name.write(next);
      if (name.size() < MAX_NAME) {
        return;
      }
      for (byte one : name.toByteArray()) { // no name, then
        takeOfText(one);
      }
    }
    name.reset();
    state = State.TEXT;
  }

  private void endLine() {
    byte[] text = line.toByteArray();
    @Nullable String itsCall = text.length == 0 ? call : callOfLine;
    line.reset();
    synchronized (last) {
      last.addLast(new String(text, CHARSET));
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
    while (!to.offer(itsCall, text)) {
      bell.run();
    }
  }
}
