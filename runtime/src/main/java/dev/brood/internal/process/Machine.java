package dev.brood.internal.process;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What this machine, or the container that this process is in, has to give to workers. */
public final class Machine {
  /** What a worker needs at least: a JVM with a small heap. */
  private static final long WORKER_BYTES = 128L << 20;

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
   * container's quota included, but not more than memory allows.
   *
   * @return at least 1
   */
  public int workers() {
    int processors = Runtime.getRuntime().availableProcessors();
    long byMemory = memory().orElse(Long.MAX_VALUE) / WORKER_BYTES;
    return (int) Math.max(1, Math.min(processors, byMemory));
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
    return Stream.of(
            available(),
            left("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory.current"),
            left(
                "sys/fs/cgroup/memory/memory.limit_in_bytes",
                "sys/fs/cgroup/memory/memory.usage_in_bytes"))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min();
  }

  private OptionalLong available() {
    return read("proc/meminfo")
        .lines()
        .filter(line -> line.startsWith(AVAILABLE))
        .map(line -> line.substring(AVAILABLE.length()).replace("kB", ""))
        .map(Machine::number)
        .filter(OptionalLong::isPresent)
        .mapToLong(kilobytes -> kilobytes.getAsLong() << 10)
        .findFirst();
  }

  /** A container's limit less what is in use. */
  private OptionalLong left(String limitFile, String usedFile) {
    OptionalLong limit = number(read(limitFile));
    return limit.isEmpty()
        ? limit // none is set, or there is no such file
        : OptionalLong.of(Math.max(0, limit.getAsLong() - number(read(usedFile)).orElse(0)));
  }

  /**
   * How many processes the operating system has killed since it was started because there was no
   * memory left, on the machine or in a container on it; 0 where it does not tell.
   */
  long memoryKills() {
    return read("proc/vmstat")
        .lines()
        .filter(line -> line.startsWith(KILLS))
        .map(line -> number(line.substring(KILLS.length())))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .findFirst()
        .orElse(0);
  }

  private String read(String file) {
    try {
      return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
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
