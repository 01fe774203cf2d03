package dev.brood.internal.pool;

import dev.brood.Call;
import dev.brood.CallContext;
import dev.brood.CallInterruptedException;
import dev.brood.Calls;
import dev.brood.internal.call.CurrentCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one operation that are under way: pulls calls from their source, encodes and submits
 * a bounded number of them ahead of what has been taken, and gives back those that are answered.
 *
 * <pre>
 * source ─► encode ─► batch ─► engine
 *                                │
 * taken ◄─ open ◄─ answered ◄────╯
 * </pre>
 *
 * <p>Used by one thread at a time, the owner, which may change. There is no future and no wake-up
 * for each call: engines only note an answer, and wake the owner if it waits for that one. Only
 * {@link #end} is for every thread.
 */
final class LookAhead<R extends @Nullable Object> {
  /** The most calls that are under way. */
  static final int LIMIT = 4096;

  /** The most bytes that they have, arguments and expected results together. */
  static final long LIMIT_BYTES = 16 << 20;

  private static final int BATCH = 256;
  private static final int NEVER = -1;

  /** So long may a batch grow. */
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** So long are further calls pulled while there is an answer to be taken. */
  private static final long PATIENCE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  /** In which order answers are given back. */
  enum Order {
    /** In that of the inputs. */
    INPUTS,
    /** In that in which they come. */
    ANSWERS
  }

  private final Engine engine;
  private final Executor callbacks;
  private final Calls<R> source;
  private final Order order;
  private final boolean endsAtFailure;
  private final Runnable wake;

  /** The call that these ones are made by, whichever thread pulls them. */
  private final @Nullable CallContext caller = CurrentCall.get().orElse(null);

  /** Guards the jobs under way, of which other threads submit and cancel some. */
  private final Object lock = new Object();

  private @Nullable BulkJob<R> first;
  private @Nullable BulkJob<R> last;
  private List<BulkJob<R>> batch = new ArrayList<>();
  private volatile boolean ended;

  // Of the owner.
  private @Nullable Iterator<Call<? extends R>> calls;
  private int limit;
  private long pulled;
  private int underWay;
  private long bytes;
  private long expectedResult;
  private boolean exhausted;
  private @Nullable Throwable sourceFailure;
  private long batchBegun;

  /** When the clock was read last, which is dear beside a short call. */
  private long now;

  // Shared with the threads of the engine.
  private final Queue<BulkJob<R>> answered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicBoolean flushing = new AtomicBoolean();

  /** How many jobs are in the batch. */
  private volatile int pending;

  /** How many workers there are to be kept busy. */
  private volatile int workers = 1;

  private volatile boolean failed;
  private volatile @Nullable RuntimeException refusal;

  /** The owner wants to be woken when no more than so many are unanswered. */
  private volatile int wakeAt = NEVER;

  /** The owner wants to be woken when this one is answered. */
  private volatile @Nullable BulkJob<R> awaited;

  /**
   * Prepares calls; none is pulled yet.
   *
   * @param callbacks submit what has been pulled while the owner waits for more inputs
   * @param endsAtFailure whether nothing more is pulled when a call has failed
   * @param wake wakes the owner; runs on any thread
   */
  LookAhead(
      Engine engine,
      Executor callbacks,
      Calls<R> source,
      Order order,
      boolean endsAtFailure,
      Runnable wake) {
    this.engine = engine;
    this.callbacks = callbacks;
    this.source = source;
    this.order = order;
    this.endsAtFailure = endsAtFailure;
    this.wake = wake;
    this.limit = LIMIT;
  }

  /** Begins with a short look-ahead; it grows with the demand. */
  LookAhead<R> slowStart() {
    limit = Math.min(LIMIT, Math.max(16, 4 * engine.size()));
    return this;
  }

  /**
   * Opens the source, if that has not been done.
   *
   * @throws RejectedExecutionException if the engine is shut down, whatever the source holds
   */
  Iterator<Call<? extends R>> open() {
    Iterator<Call<? extends R>> opened = calls;
    if (opened == null) {
      if (engine.isShutdown()) {
        throw new RejectedExecutionException("the pool is shut down");
      }
      opened = source.iterator();
      calls = opened;
    }
    return opened;
  }

  /** Closes the source. */
  void closeSource() {
    source.close();
  }

  /**
   * Closes the source when everything is over.
   *
   * @param failure why it is over; null if all went well
   * @return the failure, with what goes wrong while closing
   */
  @SuppressWarnings("ReferenceEquality") // an exception cannot suppress itself
  @Nullable Throwable closeSource(@Nullable Throwable failure) {
    try {
      source.close();
      return failure;
    } catch (Throwable e) {
      if (failure == null) {
        return e;
      }
      if (failure != e) {
        failure.addSuppressed(e);
      }
      return failure;
    }
  }

  // ---- pulling ----

  /**
   * Pulls calls as far as the look-ahead reaches, and submits them. Stops early when there is an
   * answer to be taken and pulling takes long.
   */
  void refill() {
    CallContext other = enter();
    try {
      pullAhead();
      flush();
    } finally {
      leave(other);
    }
  }

  private @Nullable CallContext enter() {
    return caller == null ? null : CurrentCall.set(caller);
  }

  private void leave(@Nullable CallContext other) {
    if (caller != null) {
      CallContext unused = CurrentCall.set(other);
    }
  }

  private void pullAhead() {
    workers = engine.size();
    long began = clock();
    while (mayPull() && pull()) {
      if (isReady() && (unanswered.get() == 0 || now - began > PATIENCE_NANOS)) {
        break;
      }
    }
  }

  private boolean mayPull() {
    return !exhausted
        && !ended
        && !(failed && endsAtFailure)
        && refusal == null
        && (underWay == 0 || (underWay < limit && bytes + underWay * expectedResult < LIMIT_BYTES));
  }

  /** Pulls one call; false if there is none. */
  private boolean pull() {
    BulkJob<R> job;
    try {
      Iterator<Call<? extends R>> source = open();
      if (!source.hasNext()) {
        exhausted = true;
        return false;
      }
      job = job(source.next());
    } catch (Throwable e) {
      sourceFailure = e;
      exhausted = true;
      return false;
    }
    if (!add(job)) {
      return false;
    }
    underWay++;
    bytes += job.size();
    clock();
    if (pending == 1) {
      batchBegun = now;
    }
    // Only while all workers have something to do may calls wait for others to join them.
    if (pending >= BATCH || unanswered.get() < workers || now - batchBegun > BATCH_NANOS) {
      flush();
    }
    return true;
  }

  private long clock() {
    now = System.nanoTime();
    return now;
  }

  @SuppressWarnings("unchecked") // a result is only read from a call
  private BulkJob<R> job(@Nullable Call<? extends R> call) {
    if (call == null) {
      throw new NullPointerException("the call for input " + pulled + " is null");
    }
    BulkJob<R> job = new BulkJob<>(this, CallPool.generated((Call<R>) call), pulled);
    pulled++;
    return job;
  }

  /** Adds a job to the batch, unless everything has ended while it was being made. */
  private boolean add(BulkJob<R> job) {
    synchronized (lock) {
      if (ended) {
        return false;
      }
      BulkJob<R> before = last;
      job.previous = before;
      if (before == null) {
        first = job;
      } else {
        before.next = job;
      }
      last = job;
      batch.add(job);
      pending = batch.size();
      return true;
    }
  }

  /** Submits the batch. */
  private void flush() {
    List<BulkJob<R>> jobs;
    synchronized (lock) {
      if (batch.isEmpty()) {
        return;
      }
      jobs = batch;
      batch = new ArrayList<>();
      pending = 0;
      unanswered.addAndGet(jobs.size());
    }
    try {
      engine.submit(jobs);
    } catch (RejectedExecutionException e) {
      refusal = e;
      jobs.forEach(job -> job.settle(Answer.lost(e)));
    }
    if (ended) { // perhaps before the engine had them
      engine.cancel(jobs);
    }
  }

  // ---- taking ----

  private boolean isReady() {
    BulkJob<R> head = first;
    return order == Order.INPUTS ? head != null && head.isAnswered() : !answered.isEmpty();
  }

  /** Takes the next job that is answered; null if there is none now. */
  @Nullable BulkJob<R> poll() {
    BulkJob<R> job;
    synchronized (lock) {
      job = order == Order.INPUTS ? first : answered.poll();
      if (job == null || !job.isAnswered() || ended) {
        return null;
      }
      unlink(job);
    }
    underWay--;
    bytes -= job.size();
    expectedResult = Math.max(job.answerSize(), expectedResult - expectedResult / 8);
    return job;
  }

  private void unlink(BulkJob<R> job) {
    BulkJob<R> before = job.previous;
    BulkJob<R> after = job.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    job.previous = null; // so that a job that lives long keeps no others
    job.next = null;
  }

  /**
   * Takes the next job that is answered, and pulls further calls as they are needed; null if the
   * owner has to wait, or if there is none to come.
   */
  @Nullable BulkJob<R> next() {
    if (isReady() && underWay > limit / 2) {
      return poll();
    }
    refill();
    BulkJob<R> job = poll();
    while (job == null && growIfStuck()) {
      refill();
      job = poll();
    }
    return job;
  }

  /** Whether the look-ahead is used up and may become longer. */
  private boolean isGrowable() {
    return limit < LIMIT
        && underWay >= limit
        && !exhausted
        && !ended
        && !(failed && endsAtFailure)
        && refusal == null;
  }

  /**
   * Looks further ahead where most calls have been answered, but not the one whose turn it is:
   * otherwise the workers would wait with it.
   *
   * @return whether more calls may be pulled now
   */
  private boolean growIfStuck() {
    if (!isGrowable() || unanswered.get() > limit / 2) {
      return false;
    }
    long results = 0;
    synchronized (lock) {
      for (BulkJob<R> job = first; job != null; job = job.next) {
        results += job.answerSize();
      }
    }
    expectedResult = Math.max(expectedResult, results / underWay);
    limit = Math.min(LIMIT, 2 * limit);
    return mayPull();
  }

  /** Looks further ahead from now on, since the owner waits often. */
  void grow() {
    limit = Math.min(LIMIT, 2 * limit);
  }

  /** Finds out whether there are more inputs, if nothing is under way. */
  void peek() {
    if (underWay == 0 && !exhausted) {
      try {
        exhausted = !open().hasNext();
      } catch (Throwable e) {
        sourceFailure = e;
        exhausted = true;
      }
    }
  }

  /** Whether there are no more inputs, and all that were taken have been given back. */
  boolean isDone() {
    return exhausted && underWay == 0;
  }

  /** Throws what the source has thrown in the place of further calls, if it has. */
  void throwSourceFailure() {
    Throwable thrown = sourceFailure;
    if (thrown != null) {
      throw LookAhead.<RuntimeException>rethrow(thrown);
    }
  }

  /** Throws a failure if it means that the engine has not taken the call. */
  @SuppressWarnings("ReferenceEquality") // the very exception
  void throwIfRefused(@Nullable Throwable failure) {
    RuntimeException refused = refusal;
    if (refused != null && refused == failure) {
      throw refused;
    }
  }

  boolean isEnded() {
    return ended;
  }

  // ---- waiting ----

  /**
   * Whether the owner has to wait for the next answer. It is woken when that is there, or when it
   * is time to look further ahead.
   */
  boolean mustWait() {
    if (order == Order.ANSWERS) {
      wakeAt = Integer.MAX_VALUE;
      return answered.isEmpty() && underWay > 0 && !ended;
    }
    BulkJob<R> head = first;
    int stuck = isGrowable() ? limit / 2 : NEVER;
    awaited = head;
    wakeAt = stuck;
    return head != null && !head.isAnswered() && !ended && unanswered.get() > stuck;
  }

  /**
   * Whether the owner has to wait for several answers; it is woken when half of them are there, or
   * all if there are no more inputs, or when one is a failure that ends everything.
   */
  boolean mustWaitForMany() {
    int enough = exhausted ? 0 : underWay / 2;
    wakeAt = enough;
    return unanswered.get() > enough && !(failed && endsAtFailure) && !ended;
  }

  /** The owner is awake. */
  void awake() {
    wakeAt = NEVER;
    awaited = null;
  }

  /** Called by engines. */
  void answered(BulkJob<R> job, boolean failure) {
    if (order == Order.ANSWERS) {
      answered.add(job);
    }
    if (failure) {
      failed = true;
    }
    int left = unanswered.decrementAndGet();
    if (left < workers && pending > 0 && flushing.compareAndSet(false, true)) {
      callbacks.execute(
          () -> {
            flushing.set(false);
            CallContext other = enter();
            try {
              flush();
            } finally {
              leave(other);
            }
          });
    }
    if (left <= wakeAt || job == awaited || (failure && endsAtFailure)) {
      wake.run();
    }
  }

  // ---- the end ----

  /** Cancels what is under way; nothing more is pulled. For every thread; twice does no harm. */
  void end() {
    List<Job> left = new ArrayList<>();
    synchronized (lock) {
      ended = true;
      for (BulkJob<R> job = first; job != null; job = job.next) {
        left.add(job);
      }
      first = null;
      last = null;
      batch.clear();
      pending = 0;
    }
    if (!left.isEmpty()) {
      engine.cancel(left);
    }
    wake.run();
  }

  /** What the owner throws when it was interrupted while it waited. */
  static CallInterruptedException interrupted(String what) {
    return new CallInterruptedException(
        "interrupted while waiting for " + what + "; its calls are cancelled", null);
  }

  /** Throws anything, for what was caught as a Throwable to be thrown again. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> RuntimeException rethrow(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
