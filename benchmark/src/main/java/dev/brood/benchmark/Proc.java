package dev.brood.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Linux tells about processes. */
final class Proc {
  private static final Path ROOT = Path.of("/proc");

  private Proc() {}

  /** Why nothing is told; empty if it is. */
  static String reason() {
    Path self = ROOT.resolve("self");
    return Files.isReadable(self.resolve("smaps_rollup"))
            && Files.isReadable(self.resolve("schedstat"))
        ? ""
        : "no /proc/self/smaps_rollup and schedstat";
  }

  /**
   * How long each thread of a process has been running on a processor, in nanoseconds.
   *
   * @return by the thread's number
   */
  static Map<String, Long> cpuNanos(long pid) throws IOException {
    Map<String, Long> nanos = new HashMap<>();
    for (Path task : tasks(pid)) {
      try {
        String[] parts = Files.readString(task.resolve("schedstat")).split(" ", -1);
        nanos.put(task.getFileName().toString(), Long.parseLong(parts[0]));
      } catch (NoSuchFileException e) {
        nanos.remove(task.getFileName().toString()); // it has just ended
      }
    }
    return nanos;
  }

  /** The name that a thread has for the system. */
  static String threadName(long pid, String thread) throws IOException {
    return Files.readString(process(pid).resolve("task").resolve(thread).resolve("comm")).strip();
  }

  /** Memory that is a process's own and in no file: heap, stacks, what its libraries allocate. */
  static long anonymousBytes(long pid) throws IOException {
    return kibibytes(process(pid).resolve("smaps_rollup"), "Anonymous:") << 10;
  }

  /** Memory that processes can still have without harm to others. */
  static long availableBytes() throws IOException {
    return kibibytes(ROOT.resolve("meminfo"), "MemAvailable:") << 10;
  }

  /** The processors that this process may run on, by number. */
  static List<Integer> allowedCpus() throws IOException {
    List<Integer> cpus = new ArrayList<>();
    String key = "Cpus_allowed_list:";
    for (String range : field(ROOT.resolve("self").resolve("status"), key).split(",", -1)) {
      String[] ends = range.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int cpu = Integer.parseInt(ends[0]); cpu <= last; cpu++) {
        cpus.add(cpu);
      }
    }
    return cpus;
  }

  private static long kibibytes(Path file, String key) throws IOException {
    return Long.parseLong(field(file, key).replace(" kB", ""));
  }

  private static String field(Path file, String key) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(key)) {
        return line.substring(key.length()).strip();
      }
    }
    throw new IOException("no " + key + " in " + file);
  }

  private static List<Path> tasks(long pid) throws IOException {
    try (Stream<Path> tasks = Files.list(process(pid).resolve("task"))) {
      return tasks.toList();
    }
  }

  private static Path process(long pid) {
    return ROOT.resolve(Long.toString(pid));
  }
}
