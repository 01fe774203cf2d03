package dev.brood.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What became of processes that are not our own children. */
public final class Processes {
  private Processes() {}

  /** The child JVMs of a process. */
  public static List<ProcessHandle> workers(ProcessHandle parent) {
    return children(parent, "WorkerMain");
  }

  /**
   * What ends workers that are stopped when the parent is killed. It is awaited even where it has
   * been started: a process that is about to run another program has no command line for a moment.
   */
  public static ProcessHandle awaitReaper(ProcessHandle parent) {
    return Await.present(() -> children(parent, "brood-reaper").stream().findFirst());
  }

  private static List<ProcessHandle> children(ProcessHandle parent, String name) {
    return parent
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().commandLine().orElse("").contains(name))
        .toList();
  }

  /** Whether {@link #carrying} can tell. */
  public static boolean environmentsAreTold() {
    return Files.isReadable(Path.of("/proc/self/environ"));
  }

  /** All processes of this user in whose environment a text stands. */
  public static List<ProcessHandle> carrying(String text) {
    return ProcessHandle.allProcesses()
        .filter(process -> environment(process.pid()).contains(text))
        .toList();
  }

  private static String environment(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // of another user, or ended
    }
  }

  /** Sends a signal to a process, or to a group whose number is negative. */
  public static void signal(String signal, long pid) throws IOException {
    String command = "kill -s " + signal + " -- " + pid;
    Process kill = new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start();
    if (Await.value(kill.onExit()).exitValue() != 0) {
      throw new IOException(command + " failed");
    }
  }

  /** Whether a process ignores a signal, by the number of that. Only Linux tells. */
  public static boolean ignores(ProcessHandle process, int signal) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      String mask = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow();
      long ignored = Long.parseUnsignedLong(mask.substring("SigIgn:".length()).strip(), 16);
      return (ignored >> (signal - 1) & 1) == 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of a process; that nobody has asked after it yet does not count. */
  public static void awaitEnd(ProcessHandle process) {
    Await.until(() -> !process.isAlive() || isZombie(process.pid()));
  }

  private static boolean isZombie(long pid) {
    try {
      byte[] stat = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "stat"));
      return new String(stat, StandardCharsets.ISO_8859_1).contains(") Z ");
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
