package dev.brood.internal.pool;

import dev.brood.Call;
import dev.brood.CallContext;
import dev.brood.CallInterruptedException;
import dev.brood.Calls;
import dev.brood.internal.call.CurrentCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
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
 * source ─► gather ─► batch ─► engine
 *                                │
 * taken ◄─ open ◄─ answers ◄─────╯
 * </pre>
 *
 * <p>Used by one thread at a time, the owner, which may change. There is no future and no wake-up
 * for each call: engines only note an answer, and wake the owner if it waits for that one. Only
 * {@link #end} is for every thread.
 */
final class LookAhead<R extends @Nullable Object> {
  /** The most calls that are under way. */
  static final int LIMIT = 16384;

  /** The most bytes that they have, arguments and expected results together. */
  static final long LIMIT_BYTES = 16 << 20;

  private static final int BATCH = 256;
  private static final int NEVER = -1;

  /** So many calls are pulled at most before the clock is read again, which is dear beside them. */
  private static final int MOST_UNTIMED = 16;

  /** A source that takes longer than that for its calls is timed at each of them. */
  private static final long SLOW_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  /** So long may a batch grow. */
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** So long are further calls pulled while there is an answer to be taken. */
  private static final long PATIENCE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private static final VarHandle PENDING;

  static {
    try {
      PENDING = MethodHandles.lookup().findVarHandle(LookAhead.class, "pending", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** In which order answers are given back. */
  enum Order {
    /** In that of the inputs. */
    INPUTS,
    /** In that in which they come. */
    ANSWERS
  }

  private final Engine engine;
  private final Callbacks callbacks;
  private final Calls<R> source;
  private final Order order;
  private final boolean endsAtFailure;
  private final Runnable wake;

  /** The call that these ones are made by, whichever thread pulls them. */
  private final @Nullable CallContext caller = CurrentCall.get().orElse(null);

  private final UnderWay<R> underWay;

  /** True while a thread uses what has been gathered, which takes a moment. */
  private final AtomicBoolean gate = new AtomicBoolean();

  private final Gathering<R> gathering;

  // Of the owner.
  private @Nullable Answers<R> current;
  private @Nullable Iterator<Call<? extends R>> calls;
  private int limit;
  private long pulled;
  private int callsUnderWay;
  private long bytes;
  private long expectedResult;
  private boolean exhausted;
  private @Nullable Throwable sourceFailure;
  private long batchBegun;

  /** When the clock was read last, and how many calls are pulled before it is read again. */
  private long now;

  private int untimed;
  private int mostUntimed = 1;

  // Shared with the threads of the engine.
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicBoolean flushing = new AtomicBoolean();

  /** How many calls have been pulled and are not submitted. Changed within the gate only. */
  private volatile int pending;

  /** Somebody will submit soon what has been pulled, should its source have become slow. */
  private volatile boolean flushComing;

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
      Callbacks callbacks,
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
    this.underWay = new UnderWay<>(order);
    this.gathering = new Gathering<>(this, engine.together(), underWay::add);
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
        && !underWay.isEnded()
        && !(failed && endsAtFailure)
        && refusal == null
        && (callsUnderWay == 0
            || (callsUnderWay < limit && bytes + callsUnderWay * expectedResult < LIMIT_BYTES));
  }

  /** Pulls one call; false if there is none. */
  private boolean pull() {
    try {
      Iterator<Call<? extends R>> source = open();
      if (!source.hasNext()) {
        exhausted = true;
        return false;
      }
      bytes += gather(source.next());
    } catch (Throwable e) {
      sourceFailure = e;
      exhausted = true;
      return false;
    }
    callsUnderWay++;
    int waiting = pending;
    if (waiting == 1) {
      batchBegun = now;
    }
    boolean timed = ++untimed >= mostUntimed;
    if (timed) {
      clock();
    }
    // Only while all workers have something to do may calls wait for others that come slowly.
    boolean wanted = unanswered.get() < workers;
    if (waiting >= BATCH || (timed && (wanted || now - batchBegun > BATCH_NANOS))) {
      flush();
    } else if (wanted && !flushComing) {
      flushComing = true;
      Future<?> unused =
          callbacks.after(
              BATCH_NANOS,
              TimeUnit.NANOSECONDS,
              () -> {
                flushComing = false;
                flushElsewhere();
              });
    }
    return true;
  }

  private long clock() {
    long before = now;
    now = System.nanoTime();
    boolean slow = now - before > SLOW_NANOS || engine.together() == 1;
    mostUntimed = slow ? 1 : Math.min(MOST_UNTIMED, 2 * mostUntimed);
    untimed = 0;
    return now;
  }

  /** Gathers a call; returns how many bytes of arguments it has. */
  @SuppressWarnings("unchecked") // a result is only read from a call
  private long gather(@Nullable Call<? extends R> call) {
    if (call == null) {
      throw new NullPointerException("the call for input " + pulled + " is null");
    }
    long size = gathering.prepare(CallPool.generated((Call<R>) call), pulled);
    enterGate();
    try {
      gathering.add();
      PENDING.setOpaque(this, pending + 1); // seen by all when the gate is left
      pulled++;
      return size;
    } finally {
      gate.set(false);
    }
  }

  private void enterGate() {
    while (!gate.compareAndSet(false, true)) {
      Thread.yield();
    }
  }

  /** Submits what has been pulled. */
  private void flush() {
    List<BulkJob<R>> jobs;
    enterGate();
    try {
      jobs = takeBatch();
    } finally {
      gate.set(false);
    }
    submit(jobs);
  }

  /** As {@link #flush}, on a thread that is not the owner's. */
  private void flushElsewhere() {
    CallContext other = enter();
    try {
      flush();
    } finally {
      leave(other);
    }
  }

  private List<BulkJob<R>> takeBatch() {
    gathering.finish();
    pending = 0;
    List<BulkJob<R>> jobs = underWay.takeBatch();
    for (BulkJob<R> job : jobs) {
      unanswered.addAndGet(job.count());
    }
    return jobs;
  }

  private void submit(List<BulkJob<R>> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    try {
      engine.submit(jobs);
    } catch (RejectedExecutionException e) {
      refusal = e;
      jobs.forEach(job -> job.settle(Answer.lost(e)));
    }
    if (underWay.isEnded()) { // perhaps before the engine had them
      engine.cancel(jobs);
    }
  }

  // ---- taking ----

  private boolean isReady() {
    Answers<R> present = current;
    if (present != null && present.hasNext()) {
      return true;
    }
    return underWay.isReady();
  }

  /** Takes the next answer: the one at which these are; null if there is none now. */
  @Nullable Answers<R> poll() {
    Answers<R> taken = current;
    if (taken != null && taken.hasNext() && !underWay.isEnded()) {
      taken.next();
    } else {
      taken = underWay.take();
      current = taken;
      if (taken == null) {
        return null;
      }
    }
    callsUnderWay--;
    bytes -= taken.argumentsSize();
    expectedResult = Math.max(taken.size(), expectedResult - expectedResult / 8);
    return taken;
  }

  /**
   * Takes the next answer as {@link #poll} does, and pulls further calls as they are needed; null
   * if the owner has to wait, or if there is none to come.
   */
  @Nullable Answers<R> next() {
    if (isReady() && callsUnderWay > limit / 2) {
      return poll();
    }
    refill();
    Answers<R> taken = poll();
    while (taken == null && growIfStuck()) {
      refill();
      taken = poll();
    }
    return taken;
  }

  /** Whether the look-ahead is used up and may become longer. */
  private boolean isGrowable() {
    return limit < LIMIT
        && callsUnderWay >= limit
        && !exhausted
        && !underWay.isEnded()
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
    long results = underWay.answersSize();
    expectedResult = Math.max(expectedResult, results / callsUnderWay);
    limit = Math.min(LIMIT, 2 * limit);
    return mayPull();
  }

  /** Looks further ahead from now on, since the owner waits often. */
  void grow() {
    limit = Math.min(LIMIT, 2 * limit);
  }

  /** Finds out whether there are more inputs, if nothing is under way. */
  void peek() {
    if (callsUnderWay == 0 && !exhausted) {
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
    return exhausted && callsUnderWay == 0;
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
  void throwIfRefused(Throwable failure) {
    RuntimeException refused = refusal;
    if (refused != null && refused == failure) {
      throw refused;
    }
  }

  boolean isEnded() {
    return underWay.isEnded();
  }

  // ---- waiting ----

  /**
   * Whether the owner has to wait for the next answer. It is woken when that is there, or when it
   * is time to look further ahead.
   */
  boolean mustWait() {
    if (order == Order.ANSWERS) {
      wakeAt = Integer.MAX_VALUE;
      return !isReady() && callsUnderWay > 0 && !underWay.isEnded();
    }
    BulkJob<R> head = underWay.head();
    int stuck = isGrowable() ? limit / 2 : NEVER;
    awaited = head;
    wakeAt = stuck;
    return head != null && !isReady() && !underWay.isEnded() && unanswered.get() > stuck;
  }

  /**
   * Whether the owner has to wait for several answers; it is woken when half of them are there, or
   * all if there are no more inputs, or when one is a failure that ends everything.
   */
  boolean mustWaitForMany() {
    int enough = exhausted ? 0 : callsUnderWay / 2;
    wakeAt = enough;
    return unanswered.get() > enough && !(failed && endsAtFailure) && !underWay.isEnded();
  }

  /** The owner is awake. */
  void awake() {
    wakeAt = NEVER;
    awaited = null;
  }

  // ---- what happens to jobs elsewhere ----

  /** A worker has answered calls of a job. */
  void received(BulkJob<R> job, Reply reply) {
    tell(job, underWay.received(job, reply));
  }

  /** All calls of a job that have no answer yet have this one. */
  void settled(BulkJob<R> job, Answer answer) {
    tell(job, underWay.settled(job, answer));
  }

  /** The last calls of a job become one of their own. */
  void split(BulkJob<R> job, int end, BulkJob<R> rest) {
    if (underWay.split(job, end, rest)) {
      wake.run(); // it may wait for the one that is not the head any more
    }
  }

  private void tell(BulkJob<R> job, @Nullable Answers<R> answers) {
    if (answers == null) {
      return;
    }
    boolean failure = answers.hasFailure();
    if (failure) {
      failed = true;
    }
    int left = unanswered.addAndGet(-answers.count());
    if (left < workers && pending > 0 && flushing.compareAndSet(false, true)) {
      callbacks.execute(
          () -> {
            flushing.set(false);
            flushElsewhere();
          });
    }
    if (left <= wakeAt || job == awaited || (failure && endsAtFailure)) {
      wake.run();
    }
  }

  // ---- the end ----

  /** Cancels what is under way; nothing more is pulled. For every thread; twice does no harm. */
  void end() {
    List<Job> left = underWay.end();
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
