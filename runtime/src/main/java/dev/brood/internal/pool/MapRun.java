package dev.brood.internal.pool;

import dev.brood.Call;
import dev.brood.CallInterruptedException;
import dev.brood.internal.call.Outcome;
import dev.brood.wire.WireCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One {@code map} or {@code forEach}: pulls inputs, keeps a bounded number of calls under way, and
 * gives each result its place. All of it happens on the thread that asked for the map, the owner;
 * engines only add to {@link #answered}. There is no future and no wake-up for each call: the owner
 * sleeps until half of what it has submitted is answered, or for a moment.
 *
 * <pre>
 * calls ─► encode ─► batch ─► engine
 *                                            │
 * results ◄─ open ◄─ answered ◄──────────────╯
 * </pre>
 */
final class MapRun<R extends @Nullable Object> {
  private static final int LOOK_AHEAD = 4096;
  private static final long LOOK_AHEAD_BYTES = 16 << 20;
  private static final int BATCH = 256;
  private static final int NEVER = -1;

  /** So often the owner looks at what has been answered, however many calls are still running. */
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Engine engine;
  private final Iterator<Call<? extends R>> calls;
  private final Thread owner = Thread.currentThread();

  /** Each job knows its index here; the last one fills the gap that another leaves. */
  private final List<MapJob<R>> underWay = new ArrayList<>();

  private final List<Job> batch = new ArrayList<>(BATCH);
  private long submitted;
  private long bytesUnderWay;

  private final Queue<MapJob<R>> answered = new ConcurrentLinkedQueue<>();

  /** How many submitted jobs have not been answered. */
  private final AtomicInteger unanswered = new AtomicInteger();

  /** The owner wants to be woken when no more than so many are unanswered. */
  private volatile int wakeAt = NEVER;

  private volatile boolean failed;

  MapRun(Engine engine, Iterator<Call<? extends R>> calls) {
    this.engine = engine;
    this.calls = calls;
  }

  /** Gives all results, in the order of the inputs. */
  List<R> run() {
    ResultList<R> results = new ResultList<>();
    run(results);
    return results.list();
  }

  /** Hands out each result as it comes, and keeps none. */
  void run(Results<R> results) {
    try {
      do {
        submitAhead();
        collect(results);
        if (!underWay.isEmpty()) {
          await();
          collect(results);
        }
      } while (!underWay.isEmpty() || calls.hasNext());
    } catch (Throwable e) {
      cancelAll();
      throw e;
    }
  }

  private void submitAhead() {
    while (!failed
        && underWay.size() < LOOK_AHEAD
        && (bytesUnderWay < LOOK_AHEAD_BYTES || underWay.isEmpty())
        && calls.hasNext()) {
      MapJob<R> job = job(calls.next());
      underWay.add(job);
      batch.add(job);
      bytesUnderWay += job.size();
      if (batch.size() == BATCH) {
        submitBatch();
      }
    }
    submitBatch();
  }

  @SuppressWarnings("unchecked") // a result is only read from a call
  private MapJob<R> job(Call<? extends R> call) {
    WireCall<R> generated = (WireCall<R>) CallPool.generated(call);
    return new MapJob<>(this, generated, submitted++, underWay.size());
  }

  private void submitBatch() {
    if (!batch.isEmpty()) {
      unanswered.addAndGet(batch.size());
      engine.submit(batch);
      batch.clear();
    }
  }

  /** Opens what has been answered. Throws if any of it is a failure. */
  private void collect(Results<R> results) {
    MapJob<R> job;
    while ((job = answered.poll()) != null) {
      results.put(job.place, job.open());
      MapJob<R> last = underWay.remove(underWay.size() - 1);
      if (last != job) {
        underWay.set(job.index, last);
        last.index = job.index;
      }
      bytesUnderWay -= job.size();
    }
  }

  private void await() {
    wakeAt = calls.hasNext() ? underWay.size() / 2 : 0;
    if (unanswered.get() > wakeAt && !failed) {
      LockSupport.parkNanos(this, MOMENT_NANOS);
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new CallInterruptedException(
            "interrupted while waiting for a map; its calls are cancelled", null);
      }
    }
    wakeAt = NEVER;
  }

  /** Called by engines. */
  private void answered(MapJob<R> job, boolean failure) {
    answered.add(job);
    if (failure) {
      failed = true;
    }
    if (unanswered.decrementAndGet() <= wakeAt || failure) {
      LockSupport.unpark(owner);
    }
  }

  private void cancelAll() {
    engine.cancel(List.copyOf(underWay));
  }

  /** Takes the results, on the owner's thread. */
  interface Results<R extends @Nullable Object> {
    /**
     * Takes a result.
     *
     * @param place of the input, from 0
     */
    void put(long place, R result);
  }

  private static final class MapJob<R extends @Nullable Object> extends Job {
    private final MapRun<R> run;
    private final WireCall<R> call;
    private final long place;
    private int index;
    private @Nullable Answer answer;

    MapJob(MapRun<R> run, WireCall<R> call, long place, int index) {
      super(call);
      this.run = run;
      this.call = call;
      this.place = place;
      this.index = index;
    }

    @Override
    void publish(Answer answer) {
      this.answer = answer;
      run.answered(this, answer.isFailure());
    }

    R open() {
      Answer arrived = answer;
      if (arrived == null) {
        throw new AssertionError("not answered yet");
      }
      Outcome<R> outcome = arrived.open(call);
      if (outcome.failure() != null) {
        throw new CompletionException(
            "the call for input " + place + " failed: " + outcome.failure(), outcome.failure());
      }
      return outcome.value();
    }
  }
}
