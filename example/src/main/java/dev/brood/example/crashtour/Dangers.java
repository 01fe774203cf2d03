package dev.brood.example.crashtour;

import dev.brood.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Code that does to its process what threads could not survive. */
final class Dangers {
  private Dangers() {}

  /** What native code does when it reads where nothing is. */
  @Parallel
  static int segmentationFault() throws IOException, InterruptedException {
    System.err.println("reading at address 0");
    return signal("-SEGV");
  }

  /** What an operator does, or the kernel when memory is scarce. */
  @Parallel
  static int killed() throws IOException, InterruptedException {
    return signal("-KILL");
  }

  private static int signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(process())).start().waitFor();
    return endlessLoop();
  }

  /** What a library does that believes the whole JVM to be its own. */
  @Parallel
  static int exit() {
    System.exit(3);
    return 0;
  }

  /** What a leak comes to in the end. */
  @Parallel
  static int outOfMemory() {
    List<byte[]> hoard = new ArrayList<>();
    while (hoard.size() < Integer.MAX_VALUE) {
      hoard.add(new byte[1 << 20]);
    }
    return hoard.size();
  }

  /** Looks at no interrupt, as native code and many a library do not. */
  @Parallel
  static int endlessLoop() {
    int steps = 0;
    while (steps >= 0) {
      steps = (steps + 1) & Integer.MAX_VALUE;
    }
    return steps;
  }

  /** Safe to run again, so a worker's death costs nothing but time. The first attempt dies. */
  @Parallel(idempotent = true)
  static String attempt(long victim) {
    if (process() == victim) {
      Runtime.getRuntime().halt(1);
    }
    return "done at the second attempt";
  }

  @Parallel
  static int square(int x) {
    return x * x;
  }

  /** The process that runs this. */
  @Parallel
  static long process() {
    return ProcessHandle.current().pid();
  }
}
