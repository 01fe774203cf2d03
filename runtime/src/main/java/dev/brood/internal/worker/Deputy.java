package dev.brood.internal.worker;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands in for the serving thread while that is busy with a long call. It looks every few
 * milliseconds whether the same call is still running; while nothing runs it sleeps, so that an
 * idle worker uses no time.
 *
 * <p>Concurrency: only the serving thread changes {@link #steps}. {@link #asleep} is set by the
 * deputy, which then looks at the steps once more, and cleared by the serving thread after it has
 * changed them; so either of them sees what the other did.
 */
final class Deputy {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** So many looks at an idle worker, and the deputy goes to sleep. */
  private static final int LOOKS = 20;

  /** What the deputy does. */
  interface Duty {
    void lookAfter() throws IOException;
  }

  private final Duty duty;
  private final Thread thread;

  /** Odd while a call runs; rises with each beginning and each end. */
  private volatile int steps;

  private volatile boolean asleep;

  private volatile boolean dismissed;

  Deputy(Duty duty) {
    this.duty = duty;
    thread = new Thread(this::watch, "brood deputy");
    thread.setDaemon(true);
    thread.start();
  }

  /** Called by the serving thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread only
  void callBegins() {
    steps++;
    if (asleep) {
      asleep = false;
      LockSupport.unpark(thread);
    }
  }

  /** Called by the serving thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread only
  void callEnds() {
    steps++;
  }

  /** There will be no more calls. */
  void dismiss() {
    dismissed = true;
    LockSupport.unpark(thread);
  }

  private void watch() {
    int seen = 0;
    int idle = 0;
    try {
      while (!dismissed) {
        LockSupport.parkNanos(this, LOOK_NANOS);
        int now = steps;
        boolean running = (now & 1) == 1;
        if (running && now == seen) {
          duty.lookAfter();
        }
        idle = running || now != seen ? 0 : idle + 1;
        if (idle > LOOKS) {
          sleep(now);
          idle = 0;
        }
        seen = now;
      }
    } catch (IOException e) {
      // The conversation is over, which the serving thread finds out by itself.
    }
  }

  private void sleep(int seen) {
    asleep = true;
    if (steps != seen) {
      asleep = false;
    }
    while (asleep && !dismissed) {
      LockSupport.park(this);
    }
  }
}
