package dev.brood.internal.pool;

import dev.brood.Calls;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls as far as one subscriber requests their results, and a bounded number ahead. Signals
 * are given in steps on callback threads, one at a time; what the subscriber asks for is only
 * noted, so that it may do so from within a signal.
 */
final class BulkSubscription<R extends @Nullable Object> implements Flow.Subscription {
  private final Steps steps;
  private final LookAhead<R> ahead;
  private final AtomicLong requested = new AtomicLong();
  private volatile boolean cancelled;
  private volatile @Nullable IllegalArgumentException misuse;

  // Of the steps. The subscriber is forgotten at the end.
  private Flow.@Nullable Subscriber<? super R> subscriber;
  private boolean begun;

  BulkSubscription(
      Engine engine, Callbacks callbacks, Calls<R> calls, Flow.Subscriber<? super R> subscriber) {
    this.subscriber = subscriber;
    this.steps = new Steps(callbacks, this::step);
    this.ahead =
        new LookAhead<>(engine, callbacks, calls, LookAhead.Order.INPUTS, true, steps).slowStart();
  }

  void begin() {
    steps.run();
  }

  @Override
  public void request(long count) {
    if (count <= 0) {
      misuse =
          new IllegalArgumentException(
              "a subscriber requests at least one result, not " + count + " (§3.9)");
    } else {
      requested.accumulateAndGet(count, BulkSubscription::sum);
    }
    steps.run();
  }

  /** More than can be counted is as good as no limit. */
  private static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  @Override
  public void cancel() {
    cancelled = true;
    ahead.end();
    steps.run();
  }

  private void step() {
    Flow.Subscriber<? super R> receiver = subscriber;
    if (receiver == null) {
      return;
    }
    try {
      if (!begun) {
        begun = true;
        receiver.onSubscribe(this);
      }
    } catch (Throwable e) {
      breakOff(e);
      return;
    }
    Throwable failure;
    try {
      ahead.awake();
      ahead.open();
      while (!isOver()) {
        if (requested.get() == 0) {
          ahead.peek(); // so that the end is told without being asked for
          if (!ahead.isDone()) {
            return;
          }
          continue;
        }
        Answers<R> answers = ahead.next();
        if (answers != null) {
          if (!deliver(receiver, value(answers))) {
            return;
          }
        } else if (!ahead.isDone() && ahead.mustWait()) {
          return;
        }
      }
      ahead.throwSourceFailure();
      failure = misuse;
    } catch (Failed e) {
      failure = e.failure;
    } catch (Throwable e) {
      failure = e;
    }
    end(receiver, failure);
  }

  private boolean isOver() {
    return cancelled || misuse != null || ahead.isDone();
  }

  private R value(Answers<R> answers) throws Failed {
    Throwable failure = answers.open();
    if (failure != null) {
      throw new Failed(failure);
    }
    R value = answers.value();
    if (value == null) {
      throw new NullPointerException(
          "the result for input " + answers.place() + " is null, which cannot be published");
    }
    return value;
  }

  private boolean deliver(Flow.Subscriber<? super R> receiver, R value) {
    requested.getAndUpdate(count -> count == Long.MAX_VALUE ? count : count - 1);
    try {
      receiver.onNext(value);
      return true;
    } catch (Throwable e) {
      breakOff(e);
      return false;
    }
  }

  /** A subscriber that throws is as good as gone. */
  private void breakOff(Throwable thrown) {
    cancelled = true;
    Throwable unused = release(thrown);
    report(thrown);
  }

  private void end(Flow.Subscriber<? super R> receiver, @Nullable Throwable reason) {
    Throwable failure = release(reason);
    if (cancelled) {
      return;
    }
    try {
      if (failure == null) {
        receiver.onComplete();
      } else {
        receiver.onError(failure);
      }
    } catch (Throwable e) {
      report(e);
    }
  }

  /** Gives back whatever is held. Returns the failure, with what goes wrong meanwhile. */
  private @Nullable Throwable release(@Nullable Throwable failure) {
    subscriber = null;
    ahead.end();
    return ahead.closeSource(failure);
  }

  private static void report(Throwable thrown) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
  }

  /** Carries the failure of a call, which is signalled as it is. */
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Throwable failure;

    Failed(Throwable failure) {
      super(null, null, false, false);
      this.failure = failure;
    }
  }
}
