package dev.brood.internal.pool;

import dev.brood.Outcome;
import dev.brood.wire.WireCall;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One call of many. */
final class BulkJob<R extends @Nullable Object> extends Job {
  /** Of the input, from 0. */
  final long place;

  /** The neighbours under way; they belong to the look-ahead. */
  @Nullable BulkJob<R> previous;

  @Nullable BulkJob<R> next;

  private final LookAhead<R> owner;
  private final WireCall<R> call;
  private volatile @Nullable Answer answer;

  /**
   * Encodes the arguments.
   *
   * @throws dev.brood.WireException if that fails
   */
  BulkJob(LookAhead<R> owner, WireCall<R> call, long place) {
    super(call);
    this.owner = owner;
    this.call = call;
    this.place = place;
  }

  @Override
  void publish(Answer answer) {
    this.answer = answer;
    owner.answered(this, answer.isFailure());
  }

  boolean isAnswered() {
    return answer != null;
  }

  /** How many bytes the answer has; 0 if there is none. */
  long answerSize() {
    Answer arrived = answer;
    return arrived == null ? 0 : arrived.size();
  }

  /** Opens the answer, which has come. This runs user code. */
  Outcome<R> open() {
    Answer arrived = answer;
    if (arrived == null) {
      throw new AssertionError("not answered yet");
    }
    dev.brood.internal.call.Outcome<R> opened = arrived.open(call);
    Throwable failure = opened.failure();
    return failure == null ? new Outcome.Success<>(opened.value()) : new Outcome.Failure<>(failure);
  }

  /** What a blocking operation throws for a call that has failed. */
  CompletionException exception(Throwable failure) {
    return new CompletionException(
        "the call for input " + place + " failed: " + Words.of(failure), failure);
  }
}
