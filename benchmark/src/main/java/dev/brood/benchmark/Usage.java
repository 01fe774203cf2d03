package dev.brood.benchmark;

import java.io.IOException;
import java.util.Map;

/** What a process takes of the machine while it is watched. CPU is a share of one processor. */
final class Usage {
  private final String kind;
  private final long pid;
  private Map<String, Long> before = Map.of();
  private long beganNanos;
  private double cpu;
  private double busiestCpu;
  private String busiestThread = "–";
  private long anonymousBytes;

  /**
   * Watches nothing yet.
   *
   * @param kind what kind of process it is
   */
  Usage(String kind, long pid) {
    this.kind = kind;
    this.pid = pid;
  }

  void begin() throws IOException {
    anonymousBytes = Proc.anonymousBytes(pid);
    before = Proc.cpuNanos(pid);
    beganNanos = System.nanoTime();
  }

  void end() throws IOException {
    Map<String, Long> after = Proc.cpuNanos(pid);
    double time = System.nanoTime() - beganNanos;
    for (Map.Entry<String, Long> thread : after.entrySet()) {
      double share = (thread.getValue() - before.getOrDefault(thread.getKey(), 0L)) / time;
      cpu += share;
      if (share > busiestCpu) {
        busiestCpu = share;
        busiestThread = Proc.threadName(pid, thread.getKey());
      }
    }
  }

  String kind() {
    return kind;
  }

  double cpu() {
    return cpu;
  }

  double busiestCpu() {
    return busiestCpu;
  }

  String busiestThread() {
    return busiestThread;
  }

  /** Before it was watched. */
  long anonymousBytes() {
    return anonymousBytes;
  }
}
