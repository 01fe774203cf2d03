package dev.brood.example.crashtour;

import dev.brood.CallOptions;
import dev.brood.ExecutionTimeoutException;
import dev.brood.Pool;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import dev.brood.WorkerOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A tour of everything that ends a JVM, on a pool with a single worker that survives all of it.
 *
 * <p>The lesson: a worker's death costs the call that it was running, and nothing else. The caller
 * gets an exception that tells what has happened; the pool has another worker by the next call.
 *
 * <ul>
 *   <li>{@link WorkerCrashedException#end} tells it as data: the kind of end, exit code or signal,
 *       the last lines that the worker wrote, the head of the file that a JVM writes as it crashes.
 *   <li>An {@link OutOfMemoryError} is thrown to the caller like any exception of the method. The
 *       worker is replaced all the same: who knows what such a JVM has left half done.
 *   <li>An endless loop is ended by a limit of time.
 *   <li>A method that says that it is {@code idempotent} is run again; its caller notices nothing.
 * </ul>
 */
public final class CrashTour {
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final Pool pool;
  private final DangersParallel.Blocking here;
  private final PrintStream out;

  private CrashTour(Pool pool, PrintStream out) {
    this.pool = pool;
    this.here = DangersParallel.blocking(pool);
    this.out = out;
  }

  /** Runs the program. */
  public static void main(String... arguments) throws Exception {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException, InterruptedException {
    Path crashFile = Files.createTempFile("crash", ".log");
    try (Pool pool =
        Pool.builder()
            .workers(1)
            .name("tour")
            .jvmArguments("-Xmx64m", "-XX:ErrorFile=" + crashFile)
            .output(WorkerOutput.discard()) // a crash quotes the last lines all the same
            .start()) {
      new CrashTour(pool, out).run();
    } finally {
      Files.deleteIfExists(crashFile);
    }
  }

  /** A stop of the tour. */
  private interface Danger {
    int call() throws IOException, InterruptedException;
  }

  private void run() throws IOException, InterruptedException {
    lose("A segmentation fault", here::segmentationFault);
    lose("System.exit(3)", here::exit);
    outOfMemory();
    endlessLoop();
    lose("Killed from outside", here::killed);
    repeated();
    out.println("The pool serves on: 7 times 7 is " + here.square(7) + ".");
  }

  private void lose(String title, Danger danger) throws IOException, InterruptedException {
    long before = here.process();
    try {
      int result = danger.call();
      throw new IllegalStateException("it survived, and returned " + result);
    } catch (WorkerCrashedException e) {
      tell(title, e, before);
    }
  }

  private void tell(String title, WorkerCrashedException crash, long before) {
    WorkerEnd end = crash.end();
    out.println(title + ":");
    out.println("  caught:    " + crash.getClass().getSimpleName() + ", " + end.kind());
    end.signal().ifPresent(signal -> out.println("  signal:    " + signal));
    end.exitCode().ifPresent(code -> out.println("  exit code: " + code));
    end.stderr().forEach(line -> out.println("  stderr:    " + line));
    end.crashReport().stream().limit(2).forEach(line -> out.println("  report:    " + line));
    tellSuccessor(before);
  }

  private void tellSuccessor(long before) {
    out.println("  process " + before + " has ended, " + here.process() + " serves");
    out.println();
  }

  private void outOfMemory() {
    long before = here.process();
    try {
      int mebibytes = here.outOfMemory();
      throw new IllegalStateException("there was room for " + mebibytes);
    } catch (OutOfMemoryError e) {
      out.println("No memory left:");
      out.println("  caught:    " + e);
      tellSuccessor(before);
    }
  }

  private void endlessLoop() {
    long before = here.process();
    try {
      int steps = DangersParallel.blocking(pool, CallOptions.none().timeout(LIMIT)).endlessLoop();
      throw new IllegalStateException("it ended after " + steps);
    } catch (ExecutionTimeoutException e) {
      out.println("An endless loop, with a limit of " + LIMIT.toMillis() + " ms:");
      out.println("  caught:    " + e.getClass().getSimpleName());
      tellSuccessor(before);
    }
  }

  private void repeated() {
    out.println("A method that may be repeated, and whose first worker dies:");
    out.println("  returned:  " + here.attempt(here.process()));
    out.println();
  }
}
