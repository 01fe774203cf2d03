package dev.brood.contract.chaos;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about, and since when. Whoever has been about the same thing for long is stuck
 * if much else has happened since, or nothing at all; on a machine that has hardly any time for us
 * everything takes long.
 */
final class Progress {
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final long MUCH = 20_000;

  private record Step(String what, long since, long calls) {}

  private final String who;
  private final LongSupplier calls;
  private volatile @Nullable Step step;

  /**
   * Prepares to be told.
   *
   * @param calls how many calls have ended so far, be they whose they may
   */
  Progress(String who, LongSupplier calls) {
    this.who = who;
    this.calls = calls;
  }

  /** Something new begins. */
  void begin(String what) {
    step = new Step(what, System.nanoTime(), calls.getAsLong());
  }

  /** Nothing is to be expected any more. */
  void end() {
    step = null;
  }

  boolean isStuck() {
    Step now = step;
    if (now == null || System.nanoTime() - now.since() < LONG.toNanos()) {
      return false;
    }
    long since = calls.getAsLong() - now.calls();
    return since == 0 || since > MUCH;
  }

  @Override
  public String toString() {
    Step now = step;
    return now == null ? who : who + " with " + now.what();
  }
}
