package dev.brood.internal.pool;

import dev.brood.CallContext;
import dev.brood.CallOptions;
import dev.brood.internal.call.CurrentCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of time that a job has, and where it was submitted. Points of time are those of {@link
 * System#nanoTime}.
 */
final class Limits {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 4);

  private final @Nullable Duration timeout;
  private final @Nullable Duration queueTimeout;
  private final @Nullable Duration deadline;
  private final long submittedAt;

  /** How much later the deadline is. */
  private volatile long extension;

  private final StackTraceElement[] place;
  private final Alarms alarms = new Alarms();

  private Limits(
      @Nullable Duration timeout,
      @Nullable Duration queueTimeout,
      @Nullable Duration deadline,
      long submittedAt,
      StackTraceElement[] place) {
    this.timeout = timeout;
    this.queueTimeout = queueTimeout;
    this.deadline = deadline;
    this.submittedAt = submittedAt;
    this.place = place;
  }

  /**
   * The limits of a call that is submitted now, by this thread; null if it has none. A call made by
   * a call has that one's deadline at the latest.
   */
  static @Nullable Limits of(CallOptions options) {
    Optional<Duration> inherited =
        CurrentCall.get().flatMap(CallContext::remaining).map(Limits::notPast);
    if (inherited.isEmpty()
        && options.timeout().isEmpty()
        && options.queueTimeout().isEmpty()
        && options.deadline().isEmpty()) {
      return null;
    }
    return new Limits(
        shortest(options.timeout(), Optional.empty()),
        shortest(options.queueTimeout(), Optional.empty()),
        shortest(options.deadline(), inherited),
        System.nanoTime(),
        placeOfCaller());
  }

  /** This thread's stack, without the frames of this package on top. */
  private static StackTraceElement[] placeOfCaller() {
    StackTraceElement[] stack = new Throwable().getStackTrace();
    String here = Limits.class.getPackageName() + ".";
    int first = 0;
    while (first < stack.length && stack[first].getClassName().startsWith(here)) {
      first++;
    }
    return Arrays.copyOfRange(stack, first, stack.length);
  }

  private static Duration notPast(Duration left) {
    return left.isNegative() || left.isZero() ? Duration.ofNanos(1) : left;
  }

  private static @Nullable Duration shortest(Optional<Duration> one, Optional<Duration> other) {
    Duration shortest = null;
    if (one.isPresent()) {
      shortest = one.get();
    }
    if (other.isPresent() && (shortest == null || other.get().compareTo(shortest) < 0)) {
      shortest = other.get();
    }
    return shortest == null || shortest.compareTo(LONGEST) < 0 ? shortest : LONGEST;
  }

  /** How long an attempt may take; null for as long as it likes. */
  @Nullable Duration timeout() {
    return timeout;
  }

  /** How long the job may be queued; null for as long as it takes. */
  @Nullable Duration queueTimeout() {
    return queueTimeout;
  }

  /** How long it may take from its submission to its answer; null for as long as it likes. */
  @Nullable Duration deadline() {
    return deadline;
  }

  /** When the job must have begun; empty if at no particular time. */
  Optional<Long> beginBy() {
    return queueTimeout == null
        ? Optional.empty()
        : Optional.of(submittedAt + queueTimeout.toNanos());
  }

  /** When the job must be answered; empty if at no particular time. */
  Optional<Long> answerBy() {
    return deadline == null
        ? Optional.empty()
        : Optional.of(submittedAt + deadline.toNanos() + extension);
  }

  /** The answer may come so much later. Called by the timer only. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread only
  void extend(long nanos) {
    extension += nanos;
  }

  /** Whether the job should have been answered by now. */
  boolean isOver() {
    return answerBy().filter(time -> time - System.nanoTime() <= 0).isPresent();
  }

  /** What the timer is to do about them. */
  Alarms alarms() {
    return alarms;
  }

  /** Where the job was submitted. */
  StackTraceElement[] place() {
    return place.clone();
  }
}
