package dev.brood.internal.pool;

/**
 * How many calls a worker may have in hand. Short calls are sent ahead so that the worker need not
 * wait for the next one; long calls are not, so that each goes to whoever is free first. Not
 * thread-safe.
 */
final class Window {
  /** Calls worth about so much time are sent ahead. */
  private static final double AHEAD_NANOS = 500_000;

  private static final int MAX_CALLS = 2048;

  private static final long STUCK_NANOS = 20_000_000;

  /**
   * Of many calls shorter than that one is sent ahead, or the worker would wait for it each time.
   */
  private static final double ONE_AHEAD_NANOS = 15_000_000;

  /** What surely fits a ring, so that a frame sent ahead is not left lying here. */
  private static final long MAX_BYTES = 128 << 10;

  /** How much the newest measurement counts. */
  private static final double WEIGHT = 0.2;

  private double averageNanos = AHEAD_NANOS;
  private boolean measured;
  private long lastAnswer;

  /**
   * How many more calls may be sent.
   *
   * @param ofMany whether they belong to one operation on many calls, so that the next one is as
   *     urgent as any other
   */
  int room(int load, long bytes, boolean ofMany) {
    if (load == 0) {
      return Math.max(1, calls(ofMany));
    }
    return bytes >= MAX_BYTES ? 0 : Math.max(0, calls(ofMany) - load);
  }

  private int calls(boolean ofMany) {
    int least = ofMany && measured && averageNanos < ONE_AHEAD_NANOS ? 2 : 1;
    return (int) Math.min(MAX_CALLS, Math.max(least, AHEAD_NANOS / averageNanos));
  }

  /** Whether there has been no answer for longer than calls that are sent ahead should take. */
  boolean isStuck(long now) {
    return now - lastAnswer > STUCK_NANOS;
  }

  /** The worker is given something to do after it had nothing. */
  void begin(long now) {
    lastAnswer = now;
  }

  /** So many answers have come. */
  void answered(int count, long now) {
    double nanosEach = (double) (now - lastAnswer) / count;
    averageNanos += WEIGHT * (nanosEach - averageNanos);
    lastAnswer = now;
    measured = true;
  }
}
