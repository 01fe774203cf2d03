package dev.brood.internal.process;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What this machine, or the container that this process is in, has to give to workers. */
public final class Machine {
  /** What a worker needs at least: a JVM with a small heap. */
  private static final long WORKER_BYTES = 128L << 20;

  /** What it needs besides: most of a JVM's threads are its own. */
  private static final int WORKER_THREADS = 20;

  /** Where limits of groups of processes stand, in version 2 for all, before for each resource. */
  private static final String GROUPS = "sys/fs/cgroup";

  private static final String UNIFIED = "";

  private static final String KILLS = "oom_kill ";
  private static final String AVAILABLE = "MemAvailable:";

  private final Path root;

  Machine(Path root) {
    this.root = root;
  }

  /** The machine that this process runs on. */
  public static Machine here() {
    return new Machine(Path.of("/"));
  }

  /**
   * How many workers there is room for: one for each processor that this process may use, a
   * container's quota included, but not more than memory and limits of threads allow.
   *
   * @return at least 1
   */
  public int workers() {
    int processors = Runtime.getRuntime().availableProcessors();
    long byMemory = memory().orElse(Long.MAX_VALUE) / WORKER_BYTES;
    long byThreads = threads().orElse(Long.MAX_VALUE) / WORKER_THREADS;
    return (int) Math.max(1, Math.min(processors, Math.min(byMemory, byThreads)));
  }

  /** Warns of workers whose heaps, as the user wants them, have no room here together. */
  public void warnOfHeaps(String pool, int workers, Launch launch) {
    OptionalLong heap = JvmArguments.heap(launch);
    OptionalLong memory = heap.isPresent() ? memory() : heap;
    if (memory.isPresent() && heap.getAsLong() > memory.getAsLong() / workers) {
      System.getLogger(Machine.class.getName())
          .log(
              Level.WARNING,
              pool
                  + ": heaps of "
                  + (heap.getAsLong() >> 20)
                  + " MiB for each of "
                  + workers
                  + " workers are more than the "
                  + (memory.getAsLong() >> 20)
                  + " MiB of memory that are to be had: the system may kill some of them");
    }
  }

  /** How many bytes are to be had; empty where the system does not tell. */
  OptionalLong memory() {
    return least(
        Stream.of(
            available(),
            left(UNIFIED, "memory.max", "memory.current"),
            left("memory", "memory.limit_in_bytes", "memory.usage_in_bytes")));
  }

  /** How many more threads there may be; empty where nothing limits them. */
  private OptionalLong threads() {
    return least(
        Stream.of(
            left(UNIFIED, "pids.max", "pids.current"), left("pids", "pids.max", "pids.current")));
  }

  private static OptionalLong least(Stream<OptionalLong> amounts) {
    return amounts.filter(OptionalLong::isPresent).mapToLong(OptionalLong::getAsLong).min();
  }

  private OptionalLong available() {
    return read(root.resolve("proc/meminfo"))
        .lines()
        .filter(line -> line.startsWith(AVAILABLE))
        .map(line -> line.substring(AVAILABLE.length()).replace("kB", ""))
        .map(Machine::number)
        .filter(OptionalLong::isPresent)
        .mapToLong(kilobytes -> kilobytes.getAsLong() << 10)
        .findFirst();
  }

  /** The least that the limits of this process's groups leave; empty if they have none. */
  private OptionalLong left(String resource, String limitFile, String usedFile) {
    return least(
        groups(resource).stream()
            .map(group -> left(group.resolve(limitFile), group.resolve(usedFile))));
  }

  /** A limit less what is in use. */
  private static OptionalLong left(Path limitFile, Path usedFile) {
    OptionalLong limit = number(read(limitFile));
    return limit.isEmpty()
        ? limit // none is set, or there is no such file
        : OptionalLong.of(Math.max(0, limit.getAsLong() - number(read(usedFile)).orElse(0)));
  }

  /**
   * The folders of the groups that this process is in, from its own up to the topmost, since the
   * limits of all of them hold. In a container often only the topmost is there, its own.
   *
   * @param resource one that has groups of its own, as before version 2, or {@link #UNIFIED}
   */
  private List<Path> groups(String resource) {
    Path top = root.resolve(GROUPS).resolve(resource).normalize();
    Path group = top;
    for (String line : read(root.resolve("proc/self/cgroup")).lines().toList()) {
      int path = line.indexOf(":/"); // number:resources:/path
      if (path >= 0 && resources(line.substring(0, path)).contains(resource)) {
        group = below(top, line.substring(path + 2));
      }
    }
    List<Path> groups = new ArrayList<>();
    while (group != null && group.startsWith(top)) {
      groups.add(group);
      group = group.getParent();
    }
    return groups;
  }

  /** Those of a line, without its number. */
  private static List<String> resources(String numbered) {
    return List.of(numbered.substring(numbered.indexOf(':') + 1).split(",", -1));
  }

  private static Path below(Path top, String path) {
    try {
      Path group = top.resolve(path).normalize();
      return group.startsWith(top) ? group : top; // outside of what a container sees
    } catch (InvalidPathException e) {
      return top; // letters that this process's locale does not know
    }
  }

  /**
   * How many processes the operating system has killed so far because there was no memory left: of
   * this process's group where that is told, since others on this machine are no concern of its
   * workers, otherwise on the machine or in a container on it; 0 where the system does not tell.
   */
  long memoryKills() {
    for (Path group : groups(UNIFIED)) {
      OptionalLong kills = kills(group.resolve("memory.events"));
      if (kills.isPresent()) {
        return kills.getAsLong();
      }
    }
    return kills(root.resolve("proc/vmstat")).orElse(0);
  }

  private static OptionalLong kills(Path file) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(KILLS))
        .map(line -> number(line.substring(KILLS.length())))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .findFirst();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
