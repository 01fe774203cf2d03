package dev.brood.internal.channel;

import java.util.concurrent.TimeUnit;

/**
 * How long it is worth while to look for something again and again before one sleeps: a few
 * microseconds without letting go of the processor, unless others wait for it, and then a while in
 * which they may have it. To be woken takes longer than that. For one thread.
 */
public final class Patience {
  /**
   * Looks that are made in a row; they take about three microseconds. A short call is there and
   * back meanwhile: a single yield costs as much as such a call.
   */
  private static final int SPINS = 100;

  /** So long a thread yields before it sleeps. */
  private static final long YIELDING_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private final int spins;
  private int looks;
  private long since;

  /**
   * Begins.
   *
   * @param crowded whether there are more threads that could run than processors
   */
  public Patience(boolean crowded) {
    spins = crowded ? 0 : SPINS;
  }

  /** It begins anew, since something has come. */
  public void renew() {
    looks = 0;
  }

  /** Lets a moment pass; false if it is time to sleep. */
  public boolean lasts() {
    if (looks < spins) {
      looks++;
      Thread.onSpinWait();
      return true;
    }
    long now = System.nanoTime();
    if (looks == spins) {
      looks++;
      since = now;
    } else if (now - since > YIELDING_NANOS) {
      return false;
    }
    Thread.yield();
    return true;
  }
}
