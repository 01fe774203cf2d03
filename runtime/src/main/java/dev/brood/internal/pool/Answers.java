package dev.brood.internal.pool;

import dev.brood.internal.call.Outcome;
import dev.brood.internal.channel.Bodies;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The answers to neighbouring calls of one job, which are looked at one after the other. For one
 * thread at a time.
 */
abstract class Answers<R extends @Nullable Object> {
  private final BulkJob<R> job;
  private final int first;
  private final int count;
  private int at;
  private Outcome<R> opened = new Outcome<>();

  private Answers(BulkJob<R> job, int first, int count) {
    this.job = job;
    this.first = first;
    this.count = count;
  }

  /**
   * The same answer to each of them.
   *
   * @param first the first call's place among those of the job
   */
  static <R extends @Nullable Object> Answers<R> same(
      BulkJob<R> job, int first, int count, Answer answer) {
    return new Same<>(job, first, count, answer);
  }

  /**
   * What a worker has answered.
   *
   * @param first the first call's place among those of the job
   */
  static <R extends @Nullable Object> Answers<R> of(BulkJob<R> job, int first, Reply reply) {
    Bodies bodies = reply.bodies();
    return bodies == null
        ? new Same<>(job, first, reply.calls(), reply.answer())
        : new Several<>(job, first, reply.calls(), bodies, reply.index(), reply.worker());
  }

  /** How many there are. */
  final int count() {
    return count;
  }

  /** Whether there is one after this one. */
  final boolean hasNext() {
    return at + 1 < count;
  }

  /** Goes on to the next one. */
  final void next() {
    at++;
  }

  /** The input of the call, from 0. */
  final long place() {
    return job.place(first + at);
  }

  /** How many bytes of arguments the call had. */
  final long argumentsSize() {
    return job.argumentsSize(first + at);
  }

  /** How many bytes the answer has; 0 if there is none. */
  final long size() {
    return size(at);
  }

  /** How many bytes all of them have. */
  final long totalSize() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += size(i);
    }
    return sum;
  }

  /** Whether any of the calls has failed. */
  final boolean hasFailure() {
    for (int i = 0; i < count; i++) {
      if (isFailure(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Opens the answer. This runs user code.
   *
   * @return why there is no value; null if there is one
   */
  final @Nullable Throwable open() {
    opened = open(job.call(first + at), at);
    return opened.failure();
  }

  /** What the call has returned, after the answer has been opened. */
  final R value() {
    return opened.value();
  }

  /** What a blocking operation throws for a call that has failed. */
  final CompletionException exception(Throwable failure) {
    return new CompletionException(
        "the call for input " + place() + " failed: " + Words.of(failure), failure);
  }

  abstract long size(int index);

  abstract boolean isFailure(int index);

  abstract Outcome<R> open(WireCall<R> call, int index);

  private static final class Same<R extends @Nullable Object> extends Answers<R> {
    private final Answer answer;

    Same(BulkJob<R> job, int first, int count, Answer answer) {
      super(job, first, count);
      this.answer = answer;
    }

    @Override
    long size(int index) {
      return answer.size();
    }

    @Override
    boolean isFailure(int index) {
      return answer.isFailure();
    }

    @Override
    Outcome<R> open(WireCall<R> call, int index) {
      return answer.open(call);
    }
  }

  private static final class Several<R extends @Nullable Object> extends Answers<R> {
    private final Bodies bodies;
    private final int begin;
    private final WorkerId worker;

    /** Used for one after the other. */
    private final WireReader reader = new WireReader(Payload.EMPTY);

    private final Outcome<R> outcome = new Outcome<>();

    Several(BulkJob<R> job, int first, int count, Bodies bodies, int begin, WorkerId worker) {
      super(job, first, count);
      this.bodies = bodies;
      this.begin = begin;
      this.worker = worker;
    }

    @Override
    long size(int index) {
      return (long) bodies.to(begin + index) - bodies.from(begin + index);
    }

    @Override
    boolean isFailure(int index) {
      int from = bodies.from(begin + index);
      return from == bodies.to(begin + index) || !Outcome.isOfReturned(bodies.bytes()[from]);
    }

    @Override
    Outcome<R> open(WireCall<R> call, int index) {
      reader.reset(bodies.bytes(), bodies.from(begin + index), bodies.to(begin + index));
      outcome.read(call, reader, worker.frame());
      return outcome;
    }
  }
}
