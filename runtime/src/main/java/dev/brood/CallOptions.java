package dev.brood;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Call} is to be run: limits of time, repetition of lost attempts, and precedence. A
 * call takes them by {@link Call#with}, a generated proxy by its factory:
 *
 * <pre>{@code
 * CallOptions patient = CallOptions.none().timeout(Duration.ofSeconds(30)).retries(3);
 * RangesParallel.on(pool, patient).howManyWithinRange(row, 4, 8);
 * pool.map(rows, row -> RangesParallel.howManyWithinRange(row, 4, 8).with(patient));
 * }</pre>
 *
 * <p>There are three limits of time, each with an exception of its own:
 *
 * <table>
 * <caption>Limits of time</caption>
 * <tr><th>limit</th><th>runs</th><th>exception</th></tr>
 * <tr><td>{@link #timeout(Duration)}</td><td>from the start of each attempt in a worker</td>
 *     <td>{@link ExecutionTimeoutException}</td></tr>
 * <tr><td>{@link #queueTimeout(Duration)}</td><td>while the call waits for a worker</td>
 *     <td>{@link QueueTimeoutException}</td></tr>
 * <tr><td>{@link #deadline(Duration)}</td><td>from the submission to the answer, over all</td>
 *     <td>{@link DeadlineExceededException}</td></tr>
 * </table>
 *
 * <p>A call that runs beyond a limit is ended as a cancelled one is: its thread is interrupted, and
 * after the pool's grace period its worker is killed.
 *
 * <p>Immutable; each method returns a new object, or this one if nothing changes.
 */
public final class CallOptions {
  private static final CallOptions NONE = new CallOptions(null, null, null, -1, 0);

  private final @Nullable Duration timeout;
  private final @Nullable Duration queueTimeout;
  private final @Nullable Duration deadline;
  private final int retries;
  private final int priority;

  private CallOptions(
      @Nullable Duration timeout,
      @Nullable Duration queueTimeout,
      @Nullable Duration deadline,
      int retries,
      int priority) {
    this.timeout = timeout;
    this.queueTimeout = queueTimeout;
    this.deadline = deadline;
    this.retries = retries;
    this.priority = priority;
  }

  /**
   * No limits, priority 0, and as many retries as are usual: 2 after crashes for idempotent
   * methods, none after a limit of time.
   */
  public static CallOptions none() {
    return NONE;
  }

  /**
   * Limits each attempt, counted from when a worker begins with it. An attempt of an idempotent
   * method that reaches the limit is followed by another only if {@link #retries(int)} was said;
   * the call may then take {@code retries + 1} times as long. A {@link #deadline(Duration)} limits
   * all of it.
   *
   * @param timeout more than zero
   */
  public CallOptions timeout(Duration timeout) {
    return new CallOptions(positive(timeout), queueTimeout, deadline, retries, priority);
  }

  /**
   * Limits the time in the queue: whoever has not been begun by then will not be.
   *
   * @param queueTimeout more than zero
   */
  public CallOptions queueTimeout(Duration queueTimeout) {
    return new CallOptions(timeout, positive(queueTimeout), deadline, retries, priority);
  }

  /**
   * Limits everything, counted from the submission: the queue, all attempts, and the way back. A
   * call made within a call that has a deadline has that one at the latest.
   *
   * @param deadline more than zero
   */
  public CallOptions deadline(Duration deadline) {
    return new CallOptions(timeout, queueTimeout, positive(deadline), retries, priority);
  }

  /**
   * How often an attempt that was lost by a crash or by its time limit is followed by another. If
   * nothing is said, 2 crashes are, and no time limit. For methods that are declared {@linkplain
   * Parallel#idempotent idempotent} only: a call of any other method runs at most once, and to ask
   * for retries of it is an error when the call takes these options.
   *
   * @param retries 0 or more
   */
  public CallOptions retries(int retries) {
    if (retries < 0) {
      throw new IllegalArgumentException("a call cannot be retried " + retries + " times");
    }
    return new CallOptions(timeout, queueTimeout, deadline, retries, priority);
  }

  /**
   * Which queued calls come first: those of higher priority, and among equals those that were
   * submitted earlier. A call that is running is never displaced.
   *
   * @param priority any number; 0 if nothing is said
   */
  public CallOptions priority(int priority) {
    return new CallOptions(timeout, queueTimeout, deadline, retries, priority);
  }

  private static Duration positive(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("a limit of time is more than zero, not " + limit);
    }
    return limit;
  }

  /** The limit of each attempt. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** The limit of the time in the queue. */
  public Optional<Duration> queueTimeout() {
    return Optional.ofNullable(queueTimeout);
  }

  /** The limit of everything. */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /** How often a lost attempt is followed by another; empty if nothing was said. */
  public OptionalInt retries() {
    return retries < 0 ? OptionalInt.empty() : OptionalInt.of(retries);
  }

  /** Which queued calls come first. */
  public int priority() {
    return priority;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallOptions that
        && Objects.equals(timeout, that.timeout)
        && Objects.equals(queueTimeout, that.queueTimeout)
        && Objects.equals(deadline, that.deadline)
        && retries == that.retries
        && priority == that.priority;
  }

  @Override
  public int hashCode() {
    return Objects.hash(timeout, queueTimeout, deadline, retries, priority);
  }

  @Override
  public String toString() {
    return "CallOptions[timeout="
        + timeout
        + ", queueTimeout="
        + queueTimeout
        + ", deadline="
        + deadline
        + ", retries="
        + (retries < 0 ? "usual" : retries)
        + ", priority="
        + priority
        + "]";
  }
}
