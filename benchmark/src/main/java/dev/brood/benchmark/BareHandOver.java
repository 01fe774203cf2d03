package dev.brood.benchmark;

import java.time.Duration;

/**
 * A word handed to another thread and back, both of them spinning. It is what the processors need
 * to see each other's writes, so no call to another thread or process can be quicker.
 */
final class BareHandOver implements Turn {
  private static final int END = -1;

  /** With a single processor the other side can only go on when this one lets it. */
  private static final int SPINS = 100;

  private volatile int request;
  private volatile int reply;

  @Override
  public Sample take(Duration atLeast) throws Exception {
    request = 0;
    reply = 0;
    Thread other = new Thread(this::answer, "hand-over");
    other.setDaemon(true);
    other.start();
    try {
      return Turn.each(this::ask).take(atLeast);
    } finally {
      request = END;
      other.join();
    }
  }

  private int ask() {
    int next = (reply + 1) & Integer.MAX_VALUE;
    request = next;
    int spins = 0;
    while (reply != next) {
      spins = pause(spins);
    }
    return next;
  }

  private void answer() {
    int last = 0;
    int spins = 0;
    while (last != END) {
      int next = request;
      if (next == last) {
        spins = pause(spins);
      } else {
        reply = next;
        last = next;
        spins = 0;
      }
    }
  }

  private static int pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
      return spins + 1;
    }
    Thread.yield();
    return 0;
  }
}
