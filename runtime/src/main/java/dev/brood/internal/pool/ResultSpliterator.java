package dev.brood.internal.pool;

import dev.brood.Calls;
import java.util.Spliterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of results is made of. Whoever asks for an element does the work: pulls calls,
 * submits them, and waits if need be. It is never split, so that a parallel stream also consumes it
 * bit by bit.
 */
final class ResultSpliterator<R extends @Nullable Object> implements Spliterator<R> {
  /** Who waits for less than that would have less to wait for with a longer look-ahead. */
  private static final long SHORT_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Waiter waiter;
  private final LookAhead<R> ahead;
  private final int characteristics;
  private boolean over;
  private volatile boolean closed;

  private ResultSpliterator(
      Engine engine, Callbacks callbacks, Calls<R> calls, LookAhead.Order order) {
    this.waiter = new Waiter(engine);
    this.ahead = new LookAhead<>(engine, callbacks, calls, order, true, waiter).slowStart();
    this.characteristics = order == LookAhead.Order.INPUTS ? ORDERED : 0;
  }

  /** A stream of the results, as they are wanted. */
  static <R extends @Nullable Object> Stream<R> stream(
      Engine engine, Callbacks callbacks, Calls<R> calls, LookAhead.Order order) {
    ResultSpliterator<R> results = new ResultSpliterator<>(engine, callbacks, calls, order);
    return StreamSupport.stream(results, false).onClose(results::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super R> action) {
    if (over) {
      return false;
    }
    try {
      Answers<R> answers = take();
      if (answers != null) {
        action.accept(value(answers));
        return true;
      }
    } catch (Throwable e) {
      over = true;
      ahead.end();
      Throwable unused = ahead.closeSource(e);
      throw e;
    }
    over = true;
    ahead.closeSource();
    return false;
  }

  /** Waits for the next answer; null if there is none. */
  private @Nullable Answers<R> take() {
    Answers<R> answers;
    while ((answers = ahead.next()) == null) {
      if (closed) {
        throw new IllegalStateException("the stream has been closed");
      }
      if (ahead.isDone()) {
        ahead.throwSourceFailure();
        return null;
      }
      await();
    }
    return answers;
  }

  private void await() {
    long began = System.nanoTime();
    while (ahead.mustWait()) {
      if (!waiter.await(ahead::mustWait, 0)) {
        throw LookAhead.interrupted("the next result of a stream");
      }
    }
    ahead.awake();
    if (System.nanoTime() - began < SHORT_WAIT_NANOS) {
      ahead.grow();
    }
  }

  private R value(Answers<R> answers) {
    Throwable failure = answers.open();
    if (failure != null) {
      ahead.throwIfRefused(failure);
      throw answers.exception(failure);
    }
    return answers.value();
  }

  private void close() {
    closed = true;
    ahead.end();
    ahead.closeSource();
  }

  @Override
  public @Nullable Spliterator<R> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return characteristics;
  }
}
