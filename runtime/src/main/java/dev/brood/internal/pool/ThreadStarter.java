package dev.brood.internal.pool;

import dev.brood.WireException;
import dev.brood.WorkerStartException;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.RingChannel;
import dev.brood.internal.process.Ending;
import dev.brood.internal.process.WorkerHost;
import dev.brood.internal.worker.Environment;
import dev.brood.internal.worker.Server;
import dev.brood.internal.worker.Uplink;
import dev.brood.wire.EntryPoints;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts workers that are threads of this JVM. They run the same main loop as a child JVM does,
 * over a channel in memory.
 */
final class ThreadStarter extends WorkerStarter {
  private final String pool;
  private final Numbers numbers;
  private final BiFunction<WorkerHandle, Uplink, Environment.Inner> inner;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Prepares to start.
   *
   * @param inner makes the pool for the calls of calls of a worker
   */
  ThreadStarter(
      String pool, Numbers numbers, BiFunction<WorkerHandle, Uplink, Environment.Inner> inner) {
    this.pool = pool;
    this.numbers = numbers;
    this.inner = inner;
  }

  @Override
  Starting launch() {
    ThreadWorker worker = new ThreadWorker(pool + " worker-" + count.incrementAndGet());
    worker.thread.start();
    return worker;
  }

  private final class ThreadWorker implements Starting, WorkerHost, Environment {
    private final String name;
    private final Thread thread;
    private final Channel poolEnd;
    private final Channel workerEnd;
    private final CompletableFuture<Void> exit = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile @Nullable WorkerHandle handle;

    ThreadWorker(String name) {
      this.name = name;
      RingChannel.Pair pair = RingChannel.Pair.create();
      poolEnd = pair.pool();
      workerEnd = pair.worker();
      thread = new Thread(this::serve, "brood " + name);
      thread.setDaemon(true);
    }

    private void serve() {
      try {
        Server server = new Server(workerEnd, this);
        ready.complete(null);
        server.serve();
      } catch (IOException e) {
        // Killed: the pool does not listen any more.
      } finally {
        boolean unused =
            ready.completeExceptionally(new IllegalStateException("there is no room for threads"));
        workerEnd.close();
        exit.complete(null);
      }
    }

    // ---- as the starter's ----

    @Override
    public Started join() {
      try {
        ready.get();
      } catch (ExecutionException e) {
        throw new WorkerStartException(
            name + " could not be started" + ADVICE_FOR_MORE, e.getCause());
      } catch (InterruptedException e) {
        kill();
        Thread.currentThread().interrupt();
        throw new WorkerStartException(name + " could not be started: interrupted", e);
      }
      return new Started(this, poolEnd, joined -> handle = joined);
    }

    @Override
    public void abort() {
      kill();
    }

    // ---- as the pool sees it ----

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean ownsProcess() {
      return false;
    }

    @Override
    public long pid() {
      return ProcessHandle.current().pid();
    }

    @Override
    public StackTraceElement frame() {
      return new StackTraceElement(
          "brood." + pool, name.substring(pool.length() + 1), "thread", -1);
    }

    @Override
    public CompletableFuture<?> onExit() {
      return exit;
    }

    /** A thread cannot be ended; it is left to itself, and whatever it still does is in vain. */
    @Override
    public void kill() {
      workerEnd.close();
      thread.interrupt();
      exit.complete(null);
    }

    @Override
    public Ending awaitEnd(long patienceMillis) {
      boolean interrupted = false;
      long since = System.nanoTime();
      long patience = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
      while (!exit.isDone()) {
        try {
          exit.get(Math.max(0, patience - (System.nanoTime() - since)), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          kill();
        } catch (ExecutionException e) {
          throw new AssertionError("the end of a thread cannot fail", e);
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return new Ending(0);
    }

    @Override
    public void cutLifeLine() {}

    // ---- as its calls see it ----

    @Override
    public String worker() {
      return name;
    }

    @Override
    public boolean isProcess() {
      return false;
    }

    @Override
    public void leave() {}

    @Override
    public void abort(Throwable reason) {
      kill();
    }

    @Override
    public EntryPoints table(Frame introduction) {
      TableRef ref = numbers.table(introduction.table());
      if (ref == null || ref.table() == null) {
        throw new WireException("no table " + introduction.table() + " is known");
      }
      return ref.table();
    }

    @Override
    public Inner inner(Uplink uplink) {
      WorkerHandle joined = handle;
      if (joined == null) {
        throw new IllegalStateException(name + " has not joined its pool");
      }
      return inner.apply(joined, uplink);
    }
  }
}
