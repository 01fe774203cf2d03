package dev.brood.internal.worker;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Stands in for the serving thread while that is busy with a long call. It looks every few
 * milliseconds whether the same call is still running, and waits for frames while that call awaits
 * answers; while nothing runs it sleeps, so that an idle worker uses no time.
 *
 * <p>Concurrency: only the serving thread changes {@link #steps}. {@link #asleep} is set by the
 * deputy, which then looks at the steps once more, and cleared by the serving thread after it has
 * changed them; so either of them sees what the other did. The same holds for {@link #listening}.
 */
final class Deputy {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** So many looks at an idle worker, and the deputy goes to sleep. */
  private static final int LOOKS = 20;

  /** What the deputy does now and then. */
  interface Duty {
    void lookAfter() throws IOException;
  }

  /** What the deputy does while a call awaits answers. */
  interface Listening {
    /** Waits for something to arrive; tells whether there is more to wait for. */
    boolean listen() throws IOException;
  }

  private final Duty duty;
  private final Listening ears;
  private final Consumer<Throwable> failed;
  private final Thread thread;

  private static final VarHandle STEPS;

  static {
    try {
      STEPS = MethodHandles.lookup().findVarHandle(Deputy.class, "steps", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Odd while a call runs; rises with each beginning and each end. */
  private volatile int steps;

  private volatile boolean asleep;

  /** The deputy waits for frames, or is about to. */
  private volatile boolean listening;

  private volatile boolean dismissed;

  /**
   * Starts the deputy.
   *
   * @param failed told if the deputy cannot go on
   */
  Deputy(Duty duty, Listening ears, Consumer<Throwable> failed) {
    this.duty = duty;
    this.ears = ears;
    this.failed = failed;
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

  /**
   * Called by the serving thread. Tells whether the deputy waits for frames, or may be about to:
   * then it is to be woken.
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread only
  boolean callEnds() {
    steps++;
    return listening;
  }

  /** Called by the serving thread: a call ends, and another one may begin. As {@link #callEnds}. */
  boolean nextCall() {
    STEPS.setOpaque(this, steps + 2); // nobody needs to know at once
    return listening;
  }

  boolean isCallRunning() {
    return (steps & 1) == 1;
  }

  /** Answers are awaited by the call that is running. Any thread may say so. */
  void beListening() {
    LockSupport.unpark(thread);
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
        if (running) {
          listen();
        }
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
    } catch (RuntimeException | Error e) {
      failed.accept(e); // a call that waits for answers would wait for ever
    }
  }

  private void listen() throws IOException {
    listening = true;
    try {
      boolean more = true;
      while (more && isCallRunning() && !dismissed) {
        more = ears.listen();
      }
    } finally {
      listening = false;
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
