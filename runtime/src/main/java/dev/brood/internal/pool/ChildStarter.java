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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts child JVMs: launches a process and waits until it has greeted. */
final class ChildStarter extends WorkerStarter {
  /** Generous, since a machine may be very busy; a worker that ends earlier is noticed at once. */
  private static final long PATIENCE_SECONDS = 60;

  private final String pool;
  private final Settings settings;
  private final int generation;
  private final boolean rehearsal;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Prepares to start.
   *
   * @param generation how many JVMs are above the workers
   */
  ChildStarter(String pool, Settings settings, int generation) {
    this(pool, settings, generation, false);
  }

  /** Prepares to start workers of which nobody but a {@link Rehearsal} is to notice anything. */
  ChildStarter(String pool, Settings settings, int generation, boolean rehearsal) {
    this.pool = pool;
    this.settings = settings;
    this.generation = generation;
    this.rehearsal = rehearsal;
  }

  @Override
  Starting launch() {
    String name = "worker-" + count.incrementAndGet();
    WorkerCommand command =
        new WorkerCommand(
            pool, name, settings.workers(), generation, settings.jvmArguments(), rehearsal);
    PrivateDirectory directory = null;
    Listener listener = null;
    try {
      directory = new PrivateDirectory();
      listener = new Listener(directory.resolve("socket"));
      WorkerProcess process = WorkerProcess.start(command, directory, listener.invitation());
      return new Child(process, directory, listener);
    } catch (IOException e) {
      closeQuietly(listener);
      closeQuietly(directory);
      throw new WorkerStartException(pool + " " + name + " could not be started: " + e, e);
    }
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
  private static final class Child implements Starting {
    private final WorkerProcess process;
    private final PrivateDirectory directory;
    private final Listener listener;
    private @Nullable Channel channel;

    private Child(WorkerProcess process, PrivateDirectory directory, Listener listener) {
      this.process = process;
      this.directory = directory;
      this.listener = listener;
    }

    @Override
    public Started join() {
      CompletableFuture<Void> patience = new CompletableFuture<>();
      CompletableFuture<Void> kill = patience.thenRun(process::kill);
      CompletableFuture<Void> hangUp = process.onExit().thenRun(() -> closeQuietly(listener));
      patience.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
      try {
        channel = listener.accept();
        return new Started(process, channel, handle -> {});
      } catch (IOException e) {
        Ending ending = process.awaitFailedStart();
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

    @Override
    public void abort() {
      process.kill();
      process.awaitEnd(0);
      closeQuietly(channel);
      closeQuietly(listener);
      closeQuietly(directory);
    }
  }
}
