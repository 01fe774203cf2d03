package dev.brood.internal.pool;

import dev.brood.WorkerOutput;
import dev.brood.internal.process.OutputSink;
import dev.brood.internal.process.WorkerHost;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes the lines of a pool's workers on to the user's code, on a thread that does nothing else.
 * The thread is there while there is something to be passed on.
 *
 * <p>Concurrency: {@link #lock} guards all state; the user's code is called by the thread, which
 * does not hold it then.
 */
final class OutputWriter implements OutputSink {
  /** So many bytes may wait, and so many count for each line beside its own. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int OVERHEAD = 64;

  private static final long ROOM_MILLIS = 5;
  private static final long IDLE_MILLIS = 1_000;

  private final String pool;
  private final WorkerOutput output;
  private final Consumer<Throwable> failed;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<WorkerOutput.Line> waiting = new ArrayDeque<>();
  private long bytes;

  /** There is a thread, and it is passing something on. */
  private boolean running;

  private boolean busy;

  /** Nothing more will come; somebody is to tell the user's code; and it knows. */
  private boolean ended;

  private boolean closed;
  private boolean told;

  /** For the thread only. */
  private boolean hasFailed;

  OutputWriter(String pool, WorkerOutput output) {
    this(pool, output, failure -> log(pool, failure));
  }

  OutputWriter(String pool, WorkerOutput output, Consumer<Throwable> failed) {
    this.pool = pool;
    this.output = output;
    this.failed = failed;
  }

  private static void log(String pool, Throwable failure) {
    System.getLogger(WorkerOutput.class.getName())
        .log(Level.ERROR, "what the workers of " + pool + " print is lost", failure);
  }

  @Override
  public boolean offer(WorkerHost from, boolean error, @Nullable String call, byte[] line) {
    lock.lock();
    try {
      if (isFull()) {
        runSoon(); // it may have been impossible before
        long unused = await(TimeUnit.MILLISECONDS.toNanos(ROOM_MILLIS));
        if (isFull()) {
          return false;
        }
      }
      if (!closed) { // otherwise it comes from what a worker has left behind
        waiting.add(new WorkerOutput.Line(from.name(), from.pid(), call, error, line));
        bytes += line.length + OVERHEAD;
        runSoon();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void awaitEmpty(long millis) {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (left > 0 && (busy || !waiting.isEmpty() || ended != told)) {
        runSoon(); // it may have been impossible before
        left = await(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull() {
    return bytes >= MAX_BYTES;
  }

  @Override
  public void end() {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        runSoon();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts end the wait, and are kept for later. */
  @SuppressWarnings("WaitNotInLoop") // whoever calls this looks again
  private long await(long nanos) {
    try {
      return changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void runSoon() {
    changed.signalAll();
    if (!running) {
      Thread thread = new Thread(this::run, "brood " + pool + " output");
      thread.setDaemon(true);
      running = true;
      try {
        thread.start();
      } catch (OutOfMemoryError e) { // there is no room for another thread
        running = false;
      }
    }
  }

  private void run() {
    try {
      List<WorkerOutput.Line> lines;
      while (!(lines = next()).isEmpty()) {
        for (WorkerOutput.Line line : lines) {
          attempt(() -> output.accept(line));
        }
        attempt(output::flush);
      }
      if (isLast()) {
        attempt(output::close);
        told();
      }
    } catch (RuntimeException | Error e) { // no memory: with the next line another thread tries
      giveUp();
    }
  }

  private void giveUp() {
    lock.lock();
    try {
      running = false;
      busy = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What is to be passed on; if nothing is for a while, or nothing more will be, none. */
  private List<WorkerOutput.Line> next() {
    lock.lock();
    try {
      busy = false;
      changed.signalAll();
      long left = TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
      while (waiting.isEmpty() && !ended && left > 0) {
        left = await(left);
      }
      List<WorkerOutput.Line> lines = List.copyOf(waiting);
      waiting.clear();
      bytes = 0;
      busy = !lines.isEmpty();
      running = busy;
      changed.signalAll();
      return lines;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is up to this thread to close the output. */
  private boolean isLast() {
    lock.lock();
    try {
      boolean last = ended && !closed && !running;
      closed |= last;
      return last;
    } finally {
      lock.unlock();
    }
  }

  private void told() {
    lock.lock();
    try {
      told = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void attempt(Runnable code) {
    try {
      code.run();
    } catch (RuntimeException | Error e) {
      if (!hasFailed) {
        hasFailed = true;
        tell(e);
      }
    }
  }

  private void tell(Throwable failure) {
    try {
      failed.accept(failure);
    } catch (RuntimeException | Error e) {
      // A logger that fails as well: nobody is left to be told.
    }
  }
}
