package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import dev.brood.internal.process.MemoryProbe;
import dev.brood.internal.process.WorkerHost;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells which workers are to be replaced because of their age or their memory. Thread-safe. */
final class Recycling {
  /** So often at most a worker's memory is looked at. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Settings settings;
  private final Timer timer;
  private final Consumer<WorkerHandle> retire;

  Recycling(Settings settings, Timer timer, Consumer<WorkerHandle> retire) {
    this.settings = settings;
    this.timer = timer;
    this.retire = retire;
  }

  private boolean isOverLimit(WorkerHost host) {
    return settings.recycleAboveMemory() < Long.MAX_VALUE
        && host.ownsProcess()
        && MemoryProbe.residentBytes(host.pid()).orElse(0) > settings.recycleAboveMemory();
  }

  /**
   * Checks a worker that has done nothing yet.
   *
   * @throws WorkerStartException if it is over the limit of memory already: each successor would be
   *     too
   */
  void checkFresh(WorkerHost host) {
    if (isOverLimit(host)) {
      long bytes = MemoryProbe.residentBytes(host.pid()).orElse(0);
      throw new WorkerStartException(
          host.description()
              + " needs "
              + bytes
              + " bytes before its first call, more than Pool.Builder.recycleAboveMemory allows ("
              + settings.recycleAboveMemory()
              + "); a worker of this pool would be replaced for ever",
          null);
    }
  }

  /** A worker has joined the pool. */
  void joined(WorkerHandle worker) {
    if (settings.recycleAfter().isPresent()) {
      Duration age = settings.recycleAfter().get();
      // The timer must not hold on to workers that end earlier.
      WeakReference<WorkerHandle> perhaps = new WeakReference<>(worker);
      Future<?> unused =
          timer.after(age.toNanos(), TimeUnit.NANOSECONDS, () -> retireIfThere(perhaps));
    }
  }

  private void retireIfThere(WeakReference<WorkerHandle> perhaps) {
    WorkerHandle worker = perhaps.get();
    if (worker != null) {
      retire.accept(worker);
    }
  }

  /** A worker has answered calls. Called by its collector. */
  void answered(WorkerHandle worker) {
    if (settings.recycleAboveMemory() < Long.MAX_VALUE
        && worker.isTimeToLook(PAUSE_NANOS)
        && isOverLimit(worker.host())) {
      retire.accept(worker);
    }
  }
}
