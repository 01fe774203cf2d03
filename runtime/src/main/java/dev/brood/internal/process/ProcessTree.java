package dev.brood.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A worker and all that it has started, directly or not. What has lost its parent is no descendant
 * of the worker any more, so workers carry a mark in their environment, which all that they start
 * inherits; Linux tells it of each process of this user.
 */
public final class ProcessTree {
  private static final String VARIABLE = "BROOD_WORKER";
  private static final Path PROC = Path.of("/proc");
  private static final ProcessHandle SELF = ProcessHandle.current();

  /** So often at most it is looked for processes that were started meanwhile. */
  private static final int ROUNDS = 10;

  /** With what the marks of all workers of this JVM begin. */
  private static final String OF_THIS_JVM =
      "/" + SELF.pid() + "-" + Long.toHexString(System.nanoTime()) + "-";

  private static final AtomicLong COUNT = new AtomicLong();

  private final String mark;

  private ProcessTree(String mark) {
    this.mark = mark;
  }

  /** Puts a mark into the environment that a process is about to be started with. */
  static ProcessTree mark(Map<String, String> environment) {
    String mark = OF_THIS_JVM + COUNT.incrementAndGet() + "/";
    // A worker of a worker belongs to both.
    environment.merge(VARIABLE, mark, String::concat);
    return new ProcessTree(mark);
  }

  /** What stands in the mark of every process that belongs to a worker of this JVM. */
  static String ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** In a worker: kills all that belongs to it, but for itself. Does not wait for their ends. */
  public static void killProgramsOfThisWorker() {
    SELF.descendants().forEach(ProcessHandle::destroyForcibly);
    String mark = System.getenv(VARIABLE);
    if (mark != null) {
      new ProcessTree(mark).killRest();
    }
  }

  /** Kills the process and all that belongs to it. Does not wait for their ends. */
  void kill(ProcessHandle root) {
    List<ProcessHandle> tree = new ArrayList<>(root.descendants().toList());
    root.destroyForcibly();
    tree.forEach(ProcessHandle::destroyForcibly);
    killRest();
  }

  /** Kills what belongs to a process that has ended. */
  void killRest() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> rest = marked();
      if (rest.isEmpty()) {
        return;
      }
      rest.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private List<ProcessHandle> marked() {
    List<ProcessHandle> marked = new ArrayList<>();
    if (!Files.isDirectory(PROC)) {
      return marked;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        // The handle comes first: it does not mean another process that gets the same number later.
        ProcessHandle.of(pid)
            .filter(handle -> carriesMark(process) && handle.isAlive() && !handle.equals(SELF))
            .ifPresent(marked::add);
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      // Where the system does not tell, what was found by descent must do.
    }
    return marked;
  }

  private boolean carriesMark(Path process) {
    try {
      byte[] environment = Files.readAllBytes(process.resolve("environ"));
      return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false; // of another user, or ended; a zombie has no environment
    }
  }
}
