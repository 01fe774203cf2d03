package dev.brood.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What test classes leave behind. Where several run at the same time, nobody can tell whose process
 * is whose, so the last one answers for all.
 */
final class Leftovers {
  static final Leftovers SHARED = new Leftovers();

  /** What is about to end, or belongs to another JVM that is just starting, gets so long. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final List<String> classes = new ArrayList<>();
  private int present;
  private Set<ProcessHandle> processes = Set.of();
  private Set<Path> files = Set.of();

  private Leftovers() {}

  /** Said before a class has started anything. */
  synchronized void enter() {
    if (present++ == 0) {
      processes = children();
      files = files();
    }
  }

  /** Said when a class has closed its pool; returns what it has left behind, in words. */
  synchronized List<String> leave(Class<?> type) {
    classes.add(type.getSimpleName());
    if (--present > 0) {
      return List.of();
    }
    String who = classes.size() == 1 ? "" : " by one of " + String.join(", ", classes);
    classes.clear();
    return look(who);
  }

  private List<String> look(String who) {
    Set<ProcessHandle> newProcesses = children();
    Set<Path> newFiles = files();
    newProcesses.removeAll(processes);
    newFiles.removeAll(files);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!(newProcesses.isEmpty() && newFiles.isEmpty()) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10)); // nobody announces their end
      newProcesses.removeIf(process -> !process.isAlive());
      newFiles.removeIf(Files::notExists);
    }
    List<String> left = new ArrayList<>();
    if (!newProcesses.isEmpty()) {
      left.add("processes left running" + who + ": " + words(newProcesses));
      newProcesses.forEach(Leftovers::kill); // for the sake of the next class
    }
    if (!newFiles.isEmpty()) {
      left.add("files left" + who + ": " + newFiles.stream().sorted().toList());
    }
    return left;
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    ProcessHandle ended =
        process.onExit().completeOnTimeout(process, PATIENCE_NANOS, TimeUnit.NANOSECONDS).join();
    assert ended != null;
  }

  private static String words(Set<ProcessHandle> processes) {
    return processes.stream()
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toSet());
  }

  private static Set<Path> files() {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(file -> file.getFileName().toString().startsWith("brood-"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
