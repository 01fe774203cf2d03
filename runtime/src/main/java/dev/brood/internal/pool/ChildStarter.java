package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.Hello;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.channel.RingChannel;
import dev.brood.internal.process.Ending;
import dev.brood.internal.process.OutputSink;
import dev.brood.internal.process.WorkerCommand;
import dev.brood.internal.process.WorkerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts child JVMs: launches a process and waits until it has greeted. */
final class ChildStarter extends WorkerStarter {
  /** Generous, since a machine may be very busy; a worker that ends earlier is noticed at once. */
  private static final long PATIENCE_SECONDS = 60;

  /** A worker that has let go of its channel is about to end. */
  private static final long ENDING_SECONDS = 5;

  private final String pool;
  private final Settings settings;
  private final int generation;
  private final Timer timer;
  private final boolean rehearsal;
  private final OutputSink output;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Prepares to start.
   *
   * @param generation how many JVMs are above the workers
   * @param timer ends workers that do not get ready
   * @param output takes what the workers write
   */
  ChildStarter(String pool, Settings settings, int generation, Timer timer, OutputSink output) {
    this(pool, settings, generation, timer, output, false);
  }

  /** Prepares to start workers of which nobody but a {@link Rehearsal} is to notice anything. */
  static ChildStarter forRehearsal(String name, Settings settings, Timer timer) {
    return new ChildStarter(name, settings, 1, timer, OutputSink.NOBODY, true);
  }

  private ChildStarter(
      String pool,
      Settings settings,
      int generation,
      Timer timer,
      OutputSink output,
      boolean rehearsal) {
    this.output = output;
    this.pool = pool;
    this.settings = settings;
    this.generation = generation;
    this.timer = timer;
    this.rehearsal = rehearsal;
  }

  @Override
  Starting launch() {
    String name = "worker-" + count.incrementAndGet();
    WorkerCommand command =
        new WorkerCommand(pool, name, settings.workers(), generation, settings.launch(), rehearsal);
    MeetingPlace place = null;
    try {
      place = MeetingPlace.create();
      return new Child(command, place, timer, output);
    } catch (IOException | RuntimeException | OutOfMemoryError e) { // no memory, or no thread
      if (place != null) {
        closeQuietly(place::abandon);
      }
      throw new WorkerStartException(
          pool + " " + name + " could not be started: " + e + noteOfInterrupt(), e);
    }
  }

  @Override
  void allEnded() {
    output.end();
  }

  @Override
  void awaitRemains(long millis) {
    output.awaitEmpty(millis);
  }

  private static String noteOfInterrupt() {
    return Thread.currentThread().isInterrupted() ? ": the starting was interrupted" : "";
  }

  private static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      // What cannot be deleted is left to the operating system's own cleaning of its folder.
    }
  }

  /** A process that was launched and has not greeted yet. */
  private static final class Child implements Starting {
    private final MeetingPlace place;
    private final WorkerProcess process;
    private final Timer timer;

    /** Mapped while the process gets ready; until then nobody here can sleep. */
    private volatile @Nullable RingChannel channel;

    private Child(WorkerCommand command, MeetingPlace place, Timer timer, OutputSink output)
        throws IOException {
      this.place = place;
      this.timer = timer;
      process =
          WorkerProcess.start(
              command, place.directory(), place.files().invitation(), output, this::rung);
    }

    private void rung() {
      RingChannel mapped = channel;
      if (mapped != null) {
        mapped.rung();
      }
    }

    @Override
    public Started join() {
      long begun = System.nanoTime();
      Future<?> kill = timer.after(PATIENCE_SECONDS, TimeUnit.SECONDS, process::kill);
      try {
        RingChannel mapped = map();
        Hello.verify(firstFrame(mapped));
        return new Started(process, mapped, handle -> {});
      } catch (IOException e) {
        boolean byItself = !(e instanceof ProtocolException) && hasGone() && endsByItself();
        giveUp();
        boolean isLate = System.nanoTime() - begun >= TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Ending ending = process.awaitFailedStart();
        throw new WorkerStartException(
            process.description()
                + " ended with "
                + ending.exit()
                + " before it was ready"
                + (isLate ? " and was killed after " + PATIENCE_SECONDS + " s" : "")
                + (e instanceof ProtocolException ? ": " + e.getMessage() : "")
                + noteOfInterrupt()
                + ending.remains(),
            e,
            byItself && !isLate ? Autopsy.ofStart(process, ending) : null);
      } catch (RuntimeException | Error e) { // no memory
        abort();
        throw new WorkerStartException(
            process.description() + " could not be listened to: " + e, e);
      } finally {
        kill.cancel(false);
        closeQuietly(place);
      }
    }

    private RingChannel map() throws IOException {
      RingChannel mapped = place.files().poolEnd(process::ring, process.onExit());
      channel = mapped;
      CompletableFuture<Void> unused = process.onExit().thenRun(mapped::peerGone);
      return mapped;
    }

    private static Frame firstFrame(RingChannel channel) throws IOException {
      while (true) {
        List<Frame> frames = channel.poll();
        if (!frames.isEmpty()) {
          return frames.get(0);
        }
        if (channel.isEnded() || Thread.currentThread().isInterrupted()) {
          throw new IOException("no greeting came");
        }
        boolean unused = channel.await();
      }
    }

    /** Whether the other side has ended the conversation that has not begun, be it by its end. */
    private boolean hasGone() {
      RingChannel mapped = channel;
      return mapped != null && mapped.isEnded();
    }

    /** Waits for the end of a process that is about to end. */
    private boolean endsByItself() {
      try {
        process.onExit().get(ENDING_SECONDS, TimeUnit.SECONDS);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } catch (ExecutionException | TimeoutException e) {
        return false;
      }
    }

    private void giveUp() {
      RingChannel mapped = channel;
      if (mapped != null) {
        mapped.close();
      } else {
        closeQuietly(place::abandon);
      }
    }

    @Override
    public void abort() {
      process.kill();
      process.awaitEnd(0);
      giveUp();
      closeQuietly(place);
    }
  }
}
