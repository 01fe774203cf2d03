package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.util.concurrent.CompletableFuture;

/** A future under test, whose source is about to give 6, or to fail with {@code bad}. */
interface Subject extends AutoCloseable {
  CompletableFuture<Integer> future();

  /** Has the source give what it gives, and waits for it. */
  void settle();

  @Override
  void close();

  /** A future of the JDK. */
  static Subject ofJdk(boolean succeeds) {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    return new Subject() {
      @Override
      public CompletableFuture<Integer> future() {
        return future;
      }

      @Override
      public void settle() {
        if (succeeds) {
          future.complete(6);
        } else {
          future.completeExceptionally(new IllegalArgumentException("bad"));
        }
      }

      @Override
      public void close() {}
    };
  }

  /** A task of a pool. */
  static Subject ofPool(Pool pool, boolean succeeds) {
    Gate gate = new Gate();
    CompletableFuture<Integer> future =
        pool.submit(
            succeeds ? WorkParallel.pass(gate.port(), 6) : WorkParallel.passAndFail(gate.port()));
    return new Subject() {
      @Override
      public CompletableFuture<Integer> future() {
        return future;
      }

      @Override
      public void settle() {
        gate.open();
        if (!future.isDone()) {
          Await.value(future.handle((value, failure) -> true));
        }
      }

      @Override
      public void close() {
        gate.open();
        future.cancel(true);
        gate.close();
      }
    };
  }
}
