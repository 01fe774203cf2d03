package dev.brood.internal.pool;

import dev.brood.WorkerOutput;
import dev.brood.internal.process.Launch;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pool is started with, as {@link dev.brood.Pool.Builder} describes it. Checked there, and
 * never changed.
 */
public record Settings(
    @Nullable String name,
    int workers,
    int minWorkers,
    Launch launch,
    Duration idleTimeout,
    Duration gracePeriod,
    long recycleAfterCalls,
    Optional<Duration> recycleAfter,
    long recycleAboveMemory,
    int maxQueuedCalls,
    long maxQueuedBytes,
    int maxNesting,
    WorkerOutput output) {
  /** So long that nobody sees the end of it, and yet a number of nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** Of longer durations, that is what is kept. */
  public Settings {
    idleTimeout = atMost(idleTimeout);
    gracePeriod = atMost(gracePeriod);
    recycleAfter = recycleAfter.map(Settings::atMost);
  }

  private static Duration atMost(Duration time) {
    return time.compareTo(LONGEST) < 0 ? time : LONGEST;
  }
}
