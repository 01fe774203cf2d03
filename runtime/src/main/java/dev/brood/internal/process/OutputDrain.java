package dev.brood.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
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

  private static final Pattern BANNER =
      Pattern.compile("(NOTE: )?Picked up (JAVA_TOOL|JDK_JAVA|_JAVA)_OPTIONS:");

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
        int next = 0;
        while (next < count) {
          next = state == State.TEXT ? takeText(buffer, next, count) : take(buffer, next);
        }
      }
    } catch (IOException e) {
      // The process has ended and its pipe was closed under us: the end, like any other.
    }
    if (line.size() > 0) {
      endLine();
    }
  }

  /** Takes one byte; tells where the next one is. */
  private int take(byte[] buffer, int at) {
    byte next = buffer[at];
    if (state == State.NAME) {
      takeOfName(next);
      return at + 1;
    }
    state = next == 1 ? State.NAME : State.TEXT;
    return next == 1 ? at + 1 : at;
  }

  /** Takes text up to the first byte that is none, and that byte; tells where the next one is. */
  private int takeText(byte[] buffer, int from, int to) {
    int end = from;
    int most = Math.min(to, from + MAX_LINE - line.size());
    while (end < most && buffer[end] != 0 && buffer[end] != '\n') {
      end++;
    }
    addText(buffer, from, end);
    if (line.size() == MAX_LINE) {
      endLine();
      return end;
    } else if (end == to) {
      return end;
    } else if (buffer[end] == 0) {
      bell.run();
      state = State.ZERO;
    } else {
      endLine();
    }
    return end + 1;
  }

  private void addText(byte[] bytes, int from, int to) {
    if (line.size() == 0) {
      callOfLine = call;
    }
    line.write(bytes, from, to - from);
  }

  private void takeOfName(byte next) {
    if (next == 0) {
      call = name.size() == 0 ? null : name.toString(StandardCharsets.UTF_8);
    } else {
      name.write(next);
      if (name.size() < MAX_NAME) {
        return;
      }
      state = State.TEXT;
      byte[] text = name.toByteArray(); // no name, then
      int at = 0;
      while (at < text.length) {
        at = takeText(text, at, text.length); // there is no zero in it
      }
    }
    name.reset();
    state = State.TEXT;
  }

  /** What every JVM says where such variables are set is no news of any end. */
  private void remember(String text) {
    if (BANNER.matcher(text).lookingAt()) {
      return;
    }
    synchronized (last) {
      last.addLast(text);
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
  }

  private void endLine() {
    byte[] text = line.toByteArray();
    @Nullable String itsCall = text.length == 0 ? call : callOfLine;
    line.reset();
    remember(new String(text, CHARSET));
    while (!to.offer(itsCall, text)) {
      bell.run();
    }
  }
}
