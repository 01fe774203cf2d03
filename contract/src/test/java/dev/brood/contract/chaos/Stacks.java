package dev.brood.contract.chaos;

import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What everybody is doing, for those who have to understand a hang. */
final class Stacks {
  private Stacks() {}

  /** Prints the stacks of this process and of its workers. */
  static void print(PrintStream out) {
    out.println("---- the parent, " + ProcessHandle.current().pid());
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    stacks.forEach(
        (thread, stack) -> {
          out.println(thread.getName() + ", " + thread.getState());
          for (StackTraceElement frame : stack) {
            out.println("    at " + frame);
          }
        });
    for (ProcessHandle worker : NoLeaks.workers()) {
      out.println("---- " + worker.pid() + " " + worker.info().commandLine().orElse("?"));
      print(worker, out);
    }
    out.flush();
  }

  private static void print(ProcessHandle worker, PrintStream out) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(worker.pid()), "Thread.print", "-l")
              .redirectErrorStream(true)
              .start();
      // One that is stopped does not answer.
      process
          .onExit()
          .orTimeout(10, TimeUnit.SECONDS)
          .exceptionally(e -> process.destroyForcibly());
      out.write(process.getInputStream().readAllBytes());
    } catch (IOException e) {
      out.println("no stacks: " + e);
    }
  }
}
