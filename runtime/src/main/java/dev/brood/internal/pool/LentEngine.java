package dev.brood.internal.pool;

import java.util.List;

/** An engine that is lent to a call: it ends and changes its size only where it was started. */
interface LentEngine extends Engine {
  @Override
  default void resize(int workers) {
    throw new UnsupportedOperationException("only who has started a pool changes its size");
  }

  @Override
  default void shutdown() {}

  @Override
  default List<Job> shutdownNow() {
    return List.of();
  }

  @Override
  default boolean isShutdown() {
    return false;
  }

  @Override
  default boolean awaitTermination(long nanos) {
    return false;
  }
}
