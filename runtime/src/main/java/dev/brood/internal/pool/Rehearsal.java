package dev.brood.internal.pool;

import dev.brood.CallOptions;
import dev.brood.WorkerOutput;
import dev.brood.WorkerStartException;
import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.channel.Tables;
import dev.brood.internal.process.Archive;
import dev.brood.wire.Payload;
import dev.brood.wire.WireWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link Archive} with which later workers start faster, if there is none yet: a worker
 * that belongs to no pool runs a few calls, and its JVM writes down what it has loaded as it ends.
 * All that happens beside a pool, later than its start and behind everything else on the machine;
 * it ends with the pool, so what does not get done is left to a pool that lives longer.
 *
 * <pre>
 *              begin                      done or failed, or its worker is dead
 *  COMING ──────────────► UNDER_WAY ──────────────────────────────────────────► OVER
 *    ╰───────── abort ────────┴─ abort: kills the worker                          ▲
 *                  ╰──────────────────────────────────────────────────────────────╯
 * </pre>
 */
final class Rehearsal {
  /** A pool that ends sooner has better things to do. */
  static final long DELAY_MILLIS = 1_000;

  /** Nobody waits for it, and it comes after everybody else. */
  private static final long PATIENCE_MILLIS = 120_000;

  private static final String TABLE = "dev.brood.internal.child.Rehearsed";
  private static final int VALUES = 0;
  private static final int FAILURE = 1;

  private final String name;
  private final Settings settings;
  private final Timer timer;

  private enum State {
    COMING,
    UNDER_WAY,
    OVER
  }

  private State state = State.COMING;
  private boolean aborted;
  private @Nullable Thread thread;
  private WorkerStarter.@Nullable Started worker;

  /**
   * Prepares.
   *
   * @param settings of the pool whose successors are to start faster
   */
  Rehearsal(String pool, Settings settings, Timer timer) {
    this.name = pool + " rehearsal";
    this.settings = settings;
    this.timer = timer;
  }

  /**
   * Begins, on a thread of its own, unless it was aborted before.
   *
   * @param whenOver run when it is over, if it has begun
   */
  void begin(Runnable whenOver) {
    Thread made =
        new Thread(
            () -> {
              try {
                run();
              } finally {
                over();
                whenOver.run();
              }
            },
            "brood " + name);
    made.setDaemon(true);
    made.setPriority(Thread.MIN_PRIORITY);
    synchronized (this) {
      if (state != State.COMING) {
        return;
      }
      state = State.UNDER_WAY;
      thread = made;
      try {
        made.start();
      } catch (OutOfMemoryError e) { // there is no room for another thread
        state = State.OVER;
      }
    }
  }

  synchronized boolean isUnderWay() {
    return state == State.UNDER_WAY;
  }

  /** Ends it soon. Does not wait. */
  void abort() {
    WorkerStarter.Started present;
    synchronized (this) {
      if (aborted) {
        return;
      }
      aborted = true;
      if (state == State.COMING) {
        state = State.OVER;
      }
      present = worker;
      if (state == State.UNDER_WAY && present == null && thread != null) {
        thread.interrupt(); // it is starting the worker, or about to
      }
    }
    if (present != null) {
      present.host().kill();
    }
  }

  private synchronized void over() {
    state = State.OVER;
  }

  private synchronized boolean isAborted() {
    return aborted;
  }

  private void run() {
    Archive archive = Archive.of(settings.launch());
    if (archive == null || archive.keep()) {
      return;
    }
    try (Archive.Making making = archive.make()) {
      if (making != null && !isAborted() && perform(making.jvmArguments()) && !isAborted()) {
        boolean unused = making.finish(); // without it, workers start as they did
      }
    }
  }

  /** Tells whether the worker has ended in order. */
  private boolean perform(List<String> jvmArguments) {
    WorkerStarter starter = ChildStarter.forRehearsal(name, settings(jvmArguments), timer);
    try {
      WorkerStarter.Started started = starter.launch().join();
      synchronized (this) {
        worker = started;
      }
      if (isAborted()) {
        started.host().kill();
      }
      try (Channel channel = started.channel()) {
        channel.claims().offer(0);
        channel.claims().offer(1);
        channel.send(calls());
        channel.endSending();
        while (!channel.isEnded()) { // the worker answers, and then ends its side
          channel.receive();
        }
      } catch (ProtocolException e) {
        started.host().kill();
      }
      started.host().cutLifeLine();
      return started.host().awaitEnd(PATIENCE_MILLIS).exitCode() == 0;
    } catch (WorkerStartException e) {
      return false;
    }
  }

  /** Sized like any worker, for the archive has to suit those. */
  private Settings settings(List<String> jvmArguments) {
    return new Settings(
        name,
        settings.workers(),
        1,
        settings.launch().rehearsing(jvmArguments),
        settings.idleTimeout(),
        settings.gracePeriod(),
        0,
        Optional.empty(),
        0,
        1,
        1,
        1,
        WorkerOutput.discard());
  }

  private static List<Frame> calls() {
    Terms terms =
        new Terms(
            "rehearsed",
            false,
            CallOptions.none().deadline(Duration.ofDays(1)),
            false,
            0,
            Map.of());
    return List.of(
        Tables.toFrame(0, TABLE, 0),
        Frame.call(0, 0, VALUES, values()),
        Frame.terms(terms.write()),
        Frame.call(1, 0, FAILURE, Payload.EMPTY));
  }

  private static Payload values() {
    WireWriter out = new WireWriter();
    out.writeInt(1);
    out.writeString("one");
    out.writeIntArray(new int[] {1, 2, 3});
    out.begin(1);
    out.writeString("two");
    out.end();
    return out.toPayload();
  }
}
