package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Listener;
import dev.brood.internal.process.Ending;
import dev.brood.internal.process.PrivateDirectory;
import dev.brood.internal.process.WorkerCommand;
import dev.brood.internal.process.WorkerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts workers: launches a process and waits until it has greeted. */
final class WorkerStarter {
  /** How often a replacement's start is tried before those who wait for it are told. */
  private static final int ATTEMPTS = 3;

  private static final long FIRST_PAUSE_MILLIS = 100;

  /** Generous, since a machine may be very busy; a worker that ends earlier is noticed at once. */
  private static final long PATIENCE_SECONDS = 60;

  private final String pool;
  private final int workers;
  private final List<String> jvmArguments;
  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  WorkerStarter(String pool, int workers, List<String> jvmArguments) {
    this.pool = pool;
    this.workers = workers;
    this.jvmArguments = jvmArguments;
  }

  /** A worker that has greeted. */
  record Started(WorkerProcess process, Channel channel) {}

  /**
   * Launches a process; it boots while others are launched.
   *
   * @throws WorkerStartException if the operating system refuses
   */
  Starting launch() {
    String name = "worker-" + count.incrementAndGet();
    WorkerCommand command = new WorkerCommand(pool, name, workers, jvmArguments);
    PrivateDirectory directory = null;
    Listener listener = null;
    try {
      directory = new PrivateDirectory();
      listener = new Listener(directory.resolve("socket"));
      WorkerProcess process = WorkerProcess.start(command, directory, listener.invitation());
      return new Starting(process, directory, listener);
    } catch (IOException e) {
      closeQuietly(listener);
      closeQuietly(directory);
      throw new WorkerStartException(pool + " " + name + " could not be started: " + e, e);
    }
  }

  /**
   * Starts a worker, and tries again a few times, after ever longer pauses, if that fails.
   *
   * @throws WorkerStartException if the last attempt fails, or any after {@link #close}
   */
  Started startPatiently() {
    for (int attempt = 1; ; attempt++) {
      try {
        return launch().join();
      } catch (WorkerStartException e) {
        if (attempt == ATTEMPTS || closesWithin(FIRST_PAUSE_MILLIS << attempt)) {
          throw e;
        }
      }
    }
  }

  private boolean closesWithin(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends all trying again. */
  void close() {
    closed.countDown();
  }

  private static void closeQuietly(@Nullable Closeable resource) {
    if (resource != null) {
      try {
        resource.close();
      } catch (IOException e) {
        // What cannot be deleted is left to the operating system's own cleaning of its folder.
      }
    }
  }

  /** A process that was launched and has not greeted yet. */
  static final class Starting {
    private final WorkerProcess process;
    private final PrivateDirectory directory;
    private final Listener listener;
    private @Nullable Channel channel;

    private Starting(WorkerProcess process, PrivateDirectory directory, Listener listener) {
      this.process = process;
      this.directory = directory;
      this.listener = listener;
    }

    /**
     * Waits until the worker has greeted.
     *
     * @throws WorkerStartException if it ends instead, if it takes too long, or if this thread is
     *     interrupted; the process is gone then
     */
    Started join() {
      CompletableFuture<Void> patience = new CompletableFuture<>();
      CompletableFuture<Void> kill = patience.thenRun(process::kill);
      CompletableFuture<Void> hangUp = process.onExit().thenRun(() -> closeQuietly(listener));
      patience.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
      try {
        channel = listener.accept();
        return new Started(process, channel);
      } catch (IOException e) {
        Ending ending = process.awaitEnd(0);
        throw new WorkerStartException(
            process.description()
                + " ended with "
                + ending.exit()
                + " before it was ready"
                + (patience.isDone() ? " and was killed after " + PATIENCE_SECONDS + " s" : "")
                + (Thread.currentThread().isInterrupted() ? ": the starting was interrupted" : "")
                + ending.output(),
            e);
      } finally {
        kill.cancel(false);
        hangUp.cancel(false);
        closeQuietly(listener);
        closeQuietly(directory);
      }
    }

    /** Ends a process that is no longer wanted, and waits for its end. */
    void abort() {
      process.kill();
      process.awaitEnd(0);
      closeQuietly(channel);
      closeQuietly(listener);
      closeQuietly(directory);
    }
  }
}
