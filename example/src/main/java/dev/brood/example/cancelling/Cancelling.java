package dev.brood.example.cancelling;

import dev.brood.CallOptions;
import dev.brood.ExecutionTimeoutException;
import dev.brood.Pool;
import dev.brood.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of work that nobody wants any more, on a pool with a single worker.
 *
 * <p>The lesson: cancelling a task ends its work, whatever the work is doing.
 *
 * <ul>
 *   <li>{@link Task#withdraw} takes a call back that has not begun, and tells whether it could: the
 *       one way to know that nothing has happened.
 *   <li>{@link Task#cancel} does so too. If the call is running, its thread is interrupted. Code
 *       that heeds that ends in order, and its worker goes on with the next call.
 *   <li>If the code does not end within the pool's grace period, its process is killed and
 *       replaced. No thread can be ended like that.
 *   <li>{@link Task#stopped} tells when the work has really ended. The task itself is complete as
 *       soon as it is cancelled.
 *   <li>A limit of time does the same without anybody watching. The exception's cause is the stack
 *       of the worker: what it was doing when its time was up.
 * </ul>
 *
 * <p>All the while the pool serves on.
 */
public final class Cancelling {
  private static final Duration GRACE = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final long LOOK_MILLIS = 5;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String THIS_PROGRAM = Chores.class.getPackageName();

  private final ChoresParallel.Async tasks;
  private final ChoresParallel.Blocking here;
  private final ChoresParallel.Blocking hurried;
  private final Path notes;
  private final PrintStream out;

  private Cancelling(Pool pool, Path notes, PrintStream out) {
    this.tasks = ChoresParallel.on(pool);
    this.here = ChoresParallel.blocking(pool);
    this.hurried = ChoresParallel.blocking(pool, CallOptions.none().timeout(LIMIT));
    this.notes = notes;
    this.out = out;
  }

  /** Runs the program. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException, InterruptedException {
    Path notes = Files.createTempFile("cancelling", ".txt");
    try (Pool pool = Pool.builder().workers(1).gracePeriod(GRACE).start()) {
      new Cancelling(pool, notes, out).run();
    } finally {
      Files.delete(notes);
    }
  }

  private void run() throws IOException, InterruptedException {
    Task<Void> hour = tasks.waitForAnHour(notes);
    awaitBeginning();
    withdrawn(tasks.oddPerfectNumber(notes));
    interrupted(hour);
    killed();
    outOfTime();
    out.println("The pool serves on, in process " + here.process() + ".");
  }

  /** The only worker is busy, so this one waits in the queue. */
  private void withdrawn(Task<Long> next) {
    out.println("A call that has not begun is withdrawn, and never runs.");
    out.println("  withdraw(): " + next.withdraw());
    out.println("  cancelled:  " + next.isCancelled());
    out.println();
  }

  private void interrupted(Task<Void> running) throws IOException {
    out.println("A call that is running is interrupted. This one heeds that.");
    out.println("  withdraw(): " + running.withdraw());
    out.println("  cancel():   " + running.cancel(true));
    running.stopped().join();
    out.println("  stopped():  it has " + Files.readString(notes));
    out.println("  its worker, process " + here.process() + ", is free for others");
    out.println();
  }

  private void killed() throws IOException, InterruptedException {
    long process = here.process();
    Files.writeString(notes, "");
    Task<Long> running = tasks.oddPerfectNumber(notes);
    awaitBeginning();
    out.println("This one does not, so its process is killed after " + GRACE.toMillis() + " ms.");
    out.println("  cancel():   " + running.cancel(true));
    running.stopped().join();
    out.println("  stopped():  process " + process + " has ended, " + here.process() + " serves");
    out.println();
  }

  private void outOfTime() throws IOException {
    out.println("A limit of time, here " + LIMIT.toMillis() + " ms, does so by itself.");
    try {
      long number = hurried.oddPerfectNumber(notes);
      throw new IllegalStateException("a sensation: " + number);
    } catch (ExecutionTimeoutException e) {
      out.println("  " + e.getMessage());
      Throwable worker = e.getCause();
      if (worker != null) {
        out.println("  caused by " + worker);
        Arrays.stream(worker.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(THIS_PROGRAM))
            .forEach(frame -> out.println("      at " + frame));
      }
    }
    out.println();
  }

  /** Waits until the work has written to its notes. */
  private void awaitBeginning() throws IOException, InterruptedException {
    long since = System.nanoTime();
    while (!Files.readString(notes).equals(Chores.BEGUN)) {
      if (System.nanoTime() - since > PATIENCE_NANOS) {
        throw new IllegalStateException("the work has not begun");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
