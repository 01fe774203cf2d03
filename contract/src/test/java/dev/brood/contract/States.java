package dev.brood.contract;

import dev.brood.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the threads of a process are doing, where the system tells that, as Linux does. */
final class States {
  private static final Path PROC = Path.of("/proc");

  private States() {}

  /** Waits until a process that was told to stop has done so, with all of its threads. */
  static void awaitStopped(long pid) {
    awaitLooks(pid, "T", 1);
  }

  /**
   * Waits until all threads of a process sleep, and still do when they are looked at once more:
   * then nobody looks for calls any longer without being woken.
   */
  static void awaitAsleep(long pid) {
    awaitLooks(pid, "S", 2);
  }

  private static void awaitLooks(long pid, String state, int looks) {
    if (!Files.isDirectory(PROC)) {
      return;
    }
    int[] inARow = {0};
    Await.until(
        () -> {
          inARow[0] = areAll(pid, state) ? inARow[0] + 1 : 0;
          return inARow[0] == looks;
        });
  }

  private static boolean areAll(long pid, String state) {
    List<Path> threads;
    try (Stream<Path> files = Files.list(PROC.resolve(pid + "/task"))) {
      threads = files.toList();
    } catch (IOException | UncheckedIOException e) {
      throw new AssertionError("process " + pid + " is gone", e);
    }
    return threads.stream().allMatch(thread -> state(thread).equals(state));
  }

  /** One letter; none if the thread has ended meanwhile. */
  private static String state(Path thread) {
    try {
      String stat =
          new String(Files.readAllBytes(thread.resolve("stat")), StandardCharsets.ISO_8859_1);
      int name = stat.lastIndexOf(')'); // which may hold anything
      return stat.substring(name + 2, name + 3);
    } catch (IOException e) {
      return "";
    }
  }
}
