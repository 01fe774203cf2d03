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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One {@code map}: pulls inputs, keeps a bounded number of calls under way, and puts the results in
 * order. All of it happens on the thread that asked for the map, the owner; engines only add to
 * {@link #answered}. There is no future and no wake-up for each call: the owner sleeps until half
 * of what it has submitted is answered, or for a moment.
 *
 * <pre>
 * inputs ─► function ─► encode ─► batch ─► engine
 *                                            │
 * results ◄─ open ◄─ answered ◄──────────────╯
 * </pre>
 */
final class MapRun<T extends @Nullable Object, R extends @Nullable Object> {
  private static final int LOOK_AHEAD = 4096;
  private static final long LOOK_AHEAD_BYTES = 16 << 20;
  private static final int BATCH = 256;
  private static final int NEVER = -1;

  /** So often the owner looks at what has been answered, however many calls are still running. */
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Engine engine;
  private final Iterator<? extends T> inputs;
  private final Function<? super T, ? extends Call<? extends R>> function;
  private final Thread owner = Thread.currentThread();

  /** By the place of the input: the job as long as it is under way, then the result. */
  private final List<@Nullable Object> places = new ArrayList<>();

  private final List<Job> batch = new ArrayList<>(BATCH);
  private int underWay;
  private long bytesUnderWay;

  private final Queue<MapJob<?>> answered = new ConcurrentLinkedQueue<>();

  /** How many submitted jobs have not been answered. */
  private final AtomicInteger unanswered = new AtomicInteger();

  /** The owner wants to be woken when no more than so many are unanswered. */
  private volatile int wakeAt = NEVER;

  private volatile boolean failed;

  MapRun(
      Engine engine,
      Iterator<? extends T> inputs,
      Function<? super T, ? extends Call<? extends R>> function) {
    this.engine = engine;
    this.inputs = inputs;
    this.function = function;
  }

  List<R> run() {
    try {
      do {
        submitAhead();
        collect();
        if (underWay > 0) {
          await();
          collect();
        }
      } while (underWay > 0 || inputs.hasNext());
    } catch (Throwable e) {
      cancelAll();
      throw e;
    }
    return results();
  }

  private void submitAhead() {
    while (!failed
        && underWay < LOOK_AHEAD
        && (bytesUnderWay < LOOK_AHEAD_BYTES || underWay == 0)
        && inputs.hasNext()) {
      Call<? extends R> call = function.apply(inputs.next());
      MapJob<?> job = new MapJob<>(this, CallPool.generated(call), places.size());
      places.add(job);
      batch.add(job);
      underWay++;
      bytesUnderWay += job.arguments().size();
      if (batch.size() == BATCH) {
        submitBatch();
      }
    }
    submitBatch();
  }

  private void submitBatch() {
    if (!batch.isEmpty()) {
      unanswered.addAndGet(batch.size());
      engine.submit(batch);
      batch.clear();
    }
  }

  /** Opens what has been answered. Throws if any of it is a failure. */
  private void collect() {
    MapJob<?> job;
    while ((job = answered.poll()) != null) {
      places.set(job.place, job.open());
      underWay--;
      bytesUnderWay -= job.arguments().size();
    }
  }

  private void await() {
    wakeAt = inputs.hasNext() ? underWay / 2 : 0;
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
  private void answered(MapJob<?> job, boolean failure) {
    answered.add(job);
    if (failure) {
      failed = true;
    }
    if (unanswered.decrementAndGet() <= wakeAt || failure) {
      LockSupport.unpark(owner);
    }
  }

  private void cancelAll() {
    List<Job> open = new ArrayList<>();
    for (Object place : places) {
      if (place instanceof MapJob<?> job) {
        open.add(job);
      }
    }
    engine.cancel(open);
  }

  @SuppressWarnings("unchecked") // every job has been replaced by its result
  private List<R> results() {
    return (List<R>) places;
  }

  private static final class MapJob<R extends @Nullable Object> extends Job {
    private final MapRun<?, ?> run;
    private final WireCall<R> call;
    private final int place;
    private @Nullable Answer answer;

    MapJob(MapRun<?, ?> run, WireCall<R> call, int place) {
      super(call);
      this.run = run;
      this.call = call;
      this.place = place;
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
