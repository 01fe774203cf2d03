package dev.brood.internal.child;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the parent has gone although the {@link LifeLine} has not been cut: a process that
 * native code of the parent's has forked may hold its other end. The operating system gives a child
 * whose parent has ended to another process, so it is enough to look now and then whose child this
 * one is; that cannot be mistaken, whatever process gets the parent's number later.
 */
final class ParentWatch {
  /** Seldom, since the life line is cut in nearly every case; a look takes up to 150 µs. */
  private static final long PERIOD_MILLIS = 5_000;

  private static final File SELF = new File("/proc/self/stat");

  /** Whose child this is; null if that is not known. */
  private volatile @Nullable String parent;

  /** Watches from here on, on a thread of its own. */
  void start(Runnable whenGone) {
    Thread thread = new Thread(() -> watch(whenGone), "brood parent watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether the parent is surely there. */
  boolean isParentThere() {
    String known = parent;
    try (RandomAccessFile self = open()) {
      return known != null && known.equals(parent(self));
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable RandomAccessFile open() throws IOException {
    return SELF.canRead() ? new RandomAccessFile(SELF, "r") : null;
  }

  private void watch(Runnable whenGone) {
    try (RandomAccessFile self = open()) {
      if (self == null) {
        pause(); // what tells it then takes long to load, and the worker is to be ready first
      }
      String first = parent(self);
      parent = first;
      do {
        pause();
      } while (first.equals(parent(self)));
    } catch (IOException | InterruptedException e) {
      return; // nothing is known any more; there is the life line
    }
    whenGone.run();
  }

  private static void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
  }

  /** The number of the process whose child this one is now. */
  private static String parent(@Nullable RandomAccessFile self) throws IOException {
    if (self == null) {
      return ProcessHandle.current().parent().map(parent -> Long.toString(parent.pid())).orElse("");
    }
    byte[] line = new byte[512];
    self.seek(0);
    int length = self.read(line);
    String stat = new String(line, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
    // number (name) state parent …, and the name may hold anything
    String[] rest = stat.substring(stat.lastIndexOf(')') + 1).split(" ", 4);
    if (rest.length < 4) {
      throw new IOException("no line of a process: " + stat);
    }
    return rest[2];
  }
}
