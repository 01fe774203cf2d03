package dev.brood.internal.pool;

import dev.brood.internal.call.Outcome;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has to say of a job: the worker's envelope, still closed, or why there is none.
 *
 * <p>It is opened by whoever waits for it, never by the thread that brought it, since opening runs
 * user code.
 */
final class Answer {
  private final @Nullable Payload envelope;
  private final @Nullable WorkerId worker;
  private final @Nullable Throwable loss;

  private Answer(@Nullable Payload envelope, @Nullable WorkerId worker, @Nullable Throwable loss) {
    this.envelope = envelope;
    this.worker = worker;
    this.loss = loss;
  }

  /** A worker's answer. */
  static Answer of(Payload envelope, WorkerId worker) {
    return new Answer(envelope, worker, null);
  }

  /** No answer will come. */
  static Answer lost(Throwable loss) {
    return new Answer(null, null, loss);
  }

  /** Who has answered; null if nobody has. */
  @Nullable WorkerId worker() {
    return worker;
  }

  /** The envelope; null if there is none. */
  @Nullable Payload envelope() {
    return envelope;
  }

  /** Why there is no envelope; null if there is one. */
  @Nullable Throwable loss() {
    return loss;
  }

  boolean isFailure() {
    return envelope == null || !Outcome.hasReturned(envelope);
  }

  /** How many bytes the envelope has; 0 if there is none. */
  long size() {
    return envelope == null ? 0 : envelope.size();
  }

  /** The envelope of a method that has returned, still closed; null if there is a failure. */
  @Nullable Payload returned() {
    return isFailure() ? null : envelope;
  }

  <R extends @Nullable Object> Outcome<R> open(WireCall<R> call) {
    if (envelope != null && worker != null) {
      return Outcome.open(call, envelope, worker.frame());
    }
    return Outcome.failed(loss == null ? new AssertionError("neither answer nor loss") : loss);
  }
}
