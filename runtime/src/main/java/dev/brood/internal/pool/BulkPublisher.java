package dev.brood.internal.pool;

import dev.brood.Calls;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Has calls run anew for each subscriber. */
final class BulkPublisher<R extends @Nullable Object> implements Flow.Publisher<R> {
  private final Engine engine;
  private final Callbacks callbacks;
  private final Calls<R> calls;

  BulkPublisher(Engine engine, Callbacks callbacks, Calls<R> calls) {
    this.engine = engine;
    this.callbacks = callbacks;
    this.calls = calls;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super R> subscriber) {
    new BulkSubscription<>(engine, callbacks, calls, Objects.requireNonNull(subscriber)).begin();
  }
}
