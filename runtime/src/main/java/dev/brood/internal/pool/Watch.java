package dev.brood.internal.pool;

import dev.brood.internal.channel.Patience;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait for answers and meanwhile look for them themselves: to be woken takes longer
 * than most calls. They do so for a moment only, and no more of them than there are processors.
 *
 * <p>With workers that run calls they may be more than that. Then there is a crowd, and whoever
 * waits, here or in a worker, lets go of its processor at once.
 */
final class Watch {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final AtomicInteger watching = new AtomicInteger();
  private volatile int running;

  /** So many workers run calls now. */
  void running(int workers) {
    if (running != workers) {
      running = workers;
    }
  }

  /** Whether there are fewer processors than workers that run calls and threads that watch. */
  boolean isCrowded() {
    return running + watching.get() > PROCESSORS;
  }

  /** Looks for what the worker sends that has a job in hand. */
  void watch(Job awaited, BooleanSupplier necessary) {
    lookIfOneOfFew(() -> new Holder(awaited), necessary);
  }

  /**
   * Looks for what all workers send.
   *
   * @param workers asked for once
   */
  void watch(Supplier<List<WorkerHandle>> workers, BooleanSupplier necessary) {
    lookIfOneOfFew(() -> new All(workers.get()), necessary);
  }

  private void lookIfOneOfFew(Supplier<Watched> watched, BooleanSupplier necessary) {
    try {
      if (watching.incrementAndGet() <= PROCESSORS) {
        look(watched.get(), necessary);
      }
    } finally {
      watching.decrementAndGet();
    }
  }

  private void look(Watched watched, BooleanSupplier necessary) {
    Patience patience = new Patience(isCrowded());
    boolean lasts = true;
    try {
      while (lasts && necessary.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
        if (watched.help()) {
          patience.renew();
        } else {
          lasts = patience.lasts();
        }
      }
    } finally {
      watched.unwatch();
    }
  }

  /** Whose messages are looked for. */
  private interface Watched {
    /** Collects what has come, if anything has. */
    boolean help();

    void unwatch();
  }

  /** The worker that has a job in hand, which may become another one. */
  private static final class Holder implements Watched {
    private final Job job;
    private @Nullable WorkerHandle watched;

    Holder(Job job) {
      this.job = job;
    }

    @Override
    public boolean help() {
      WorkerHandle holder = job.holder;
      if (holder == null) {
        return false;
      }
      if (!holder.equals(watched)) {
        unwatch();
        holder.watch();
        watched = holder;
      }
      return holder.help();
    }

    @Override
    public void unwatch() {
      if (watched != null) {
        watched.unwatch();
        watched = null;
      }
    }
  }

  private record All(List<WorkerHandle> workers) implements Watched {
    All {
      workers.forEach(WorkerHandle::watch);
    }

    @Override
    public boolean help() {
      boolean some = false;
      for (WorkerHandle worker : workers) {
        some |= worker.help();
      }
      return some;
    }

    @Override
    public void unwatch() {
      workers.forEach(WorkerHandle::unwatch);
    }
  }
}
