package dev.brood.internal.pool;

import dev.brood.BroodException;
import dev.brood.WorkerStack;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends jobs that reach a limit of time. Each job with limits has an entry with the timer from its
 * submission on, and one from the beginning of each attempt.
 *
 * <p>A job that is running when its time is up is asked first for its stack, and then told lost, or
 * condemned to another attempt; its worker is stopped after that.
 */
final class TimeLimits {
  /** How long a worker may take to tell its stack. One that is stopped never does. */
  private static final long STACK_MILLIS = 250;

  /** How soon it is looked again for a job that is on its way from one place to another. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** From here on a limit is not noticed late because the timer has much to do. */
  private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What the engine does about it. */
  interface Engine {
    /**
     * Takes a job from the queue, or from a worker that has not begun it; it stays open. Tells
     * whether that could be done.
     */
    boolean unqueue(Job job);

    /** Settles a job with its loss, and releases it. */
    void lose(Job job, BroodException loss);

    /**
     * Says why the attempt that a worker is running will be followed by another; no more than that
     * attempt is meant, should it have ended in the meantime.
     */
    void sentence(WorkerHandle worker, Job job, BroodException verdict);

    /** The job that a worker is running has become unwanted. */
    void stop(WorkerHandle worker);

    /** A worker is to be killed unless it replies before the grace period is over. */
    void suspect(WorkerHandle worker, Future<?> reply);

    /** The pool in numbers, for messages. */
    String numbers();
  }

  private final Timer timer;
  private final Engine engine;

  TimeLimits(Timer timer, Engine engine) {
    this.timer = timer;
    this.engine = engine;
  }

  /** A job has been submitted, or has come back to the queue. */
  void watch(Job job) {
    Limits limits = job.limits();
    if (limits == null) {
      return;
    }
    Optional<Long> beginBy = limits.beginBy();
    Optional<Long> answerBy = limits.answerBy();
    if (beginBy.isPresent()) {
      at(limits, Alarms.Limit.BEGIN, beginBy.get(), () -> beginIsDue(job));
    }
    if (answerBy.isPresent()) {
      at(limits, Alarms.Limit.ANSWER, answerBy.get(), () -> answerIsDue(job));
    }
  }

  /** A job is over. */
  static void forget(Job job) {
    Limits limits = job.limits();
    if (limits != null) {
      limits.alarms().off();
    }
  }

  /** An attempt has begun. */
  void began(WorkerHandle worker, InFlight.Sent sent) {
    Limits limits = sent.job().limits();
    Duration timeout = limits == null ? null : limits.timeout();
    if (limits != null && timeout != null) {
      after(
          limits,
          Alarms.Limit.ATTEMPT,
          timeout.toNanos(),
          () -> attemptIsDue(worker, sent, timeout));
    }
  }

  private void at(Limits limits, Alarms.Limit which, long time, Runnable work) {
    after(limits, which, time - System.nanoTime(), work);
  }

  private void after(Limits limits, Alarms.Limit which, long nanos, Runnable work) {
    long due = System.nanoTime() + Math.max(0, nanos);
    limits
        .alarms()
        .set(
            which,
            timer.after(
                Math.max(0, nanos),
                TimeUnit.NANOSECONDS,
                () -> workOrWait(limits, which, nanos, System.nanoTime() - due, work)));
  }

  /**
   * If this process has been stopped, or has had no processor, so have its workers: they get the
   * time that they have lost, or all limits would be over at once.
   */
  private void workOrWait(Limits limits, Alarms.Limit which, long nanos, long late, Runnable work) {
    if (late < LATE_NANOS) {
      work.run();
      return;
    }
    long more = Math.min(late, Math.max(LATE_NANOS, nanos));
    limits.extend(more);
    after(limits, which, more, work);
  }

  // ---- a limit is reached ----

  private void beginIsDue(Job job) {
    Limits limits = job.limits();
    if (job.isSettled()
        || limits == null
        || limits.queueTimeout() == null
        || !job.lostAttempts().isEmpty()) { // it has begun before
      return;
    }
    Duration limit = limits.queueTimeout();
    if (engine.unqueue(job)) {
      engine.lose(job, Timeouts.queue(job, limit, engine.numbers()));
      return;
    }
    InFlight.Sent unused = runningOrLater(job, limits, Alarms.Limit.BEGIN, () -> beginIsDue(job));
  }

  /** The attempt that is running. If there is none, it is looked again before long. */
  private InFlight.@Nullable Sent runningOrLater(
      Job job, Limits limits, Alarms.Limit which, Runnable again) {
    WorkerHandle worker = job.holder;
    InFlight.Sent head = worker == null ? null : worker.head();
    if (head != null && head.job().equals(job)) {
      return head;
    }
    after(limits, which, LOOK_NANOS, again);
    return null;
  }

  private void answerIsDue(Job job) {
    Limits limits = job.limits();
    if (job.isSettled() || limits == null || limits.deadline() == null) {
      return;
    }
    Duration limit = limits.deadline();
    if (engine.unqueue(job)) {
      engine.lose(
          job,
          Timeouts.deadline(job, limit, "was still waiting for a worker", engine.numbers(), null));
      return;
    }
    WorkerHandle worker = job.holder;
    InFlight.Sent head = runningOrLater(job, limits, Alarms.Limit.ANSWER, () -> answerIsDue(job));
    if (worker != null && head != null) {
      withStack(
          worker,
          head,
          stack ->
              end(
                  worker,
                  head,
                  Timeouts.deadline(
                      job, limit, "was running on " + worker, engine.numbers(), stack),
                  false));
    }
  }

  private void attemptIsDue(WorkerHandle worker, InFlight.Sent sent, Duration limit) {
    if (!isRunning(worker, sent)) {
      return;
    }
    Job job = sent.job();
    withStack(
        worker,
        sent,
        stack ->
            end(
                worker,
                sent,
                Timeouts.execution(job, limit, worker.toString(), engine.numbers(), stack),
                true));
  }

  private static boolean isRunning(WorkerHandle worker, InFlight.Sent sent) {
    InFlight.Sent head = worker.head();
    return head != null && head.sequence() == sent.sequence() && !sent.job().isUnwanted();
  }

  // ---- and what follows ----

  private interface WithStack {
    void accept(@Nullable WorkerStack stack);
  }

  private void withStack(WorkerHandle worker, InFlight.Sent sent, WithStack then) {
    CompletableFuture<StackTraceElement[]> reply = worker.stackOf(sent.sequence());
    CompletableFuture<StackTraceElement[]> inTime = reply.copy();
    Future<?> patience =
        timer.after(
            STACK_MILLIS,
            TimeUnit.MILLISECONDS,
            () -> {
              if (inTime.complete(new StackTraceElement[0])) {
                engine.suspect(worker, reply);
              }
            });
    CompletableFuture<Void> unused =
        inTime.thenAccept(
            frames -> {
              patience.cancel(false);
              then.accept(frames.length == 0 ? null : new WorkerStack(worker.id().name(), frames));
            });
  }

  private void end(WorkerHandle worker, InFlight.Sent sent, BroodException loss, boolean another) {
    if (!isRunning(worker, sent)) {
      return; // it has ended in the meantime
    }
    Job job = sent.job();
    if (another && job.mayBeRetried(loss)) {
      engine.sentence(worker, job, loss);
    } else {
      job.lostBy(worker.id(), loss);
      job.settle(Answer.lost(loss));
    }
    engine.stop(worker);
  }
}
