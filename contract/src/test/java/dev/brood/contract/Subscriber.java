package dev.brood.contract;

import dev.brood.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes what is published, and lets the test decide how much it wants. */
final class Subscriber<T> implements Flow.Subscriber<T> {
  private final BlockingQueue<T> items = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final CompletableFuture<Void> completed = new CompletableFuture<>();

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
  }

  @Override
  public void onNext(T item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable failure) {
    completed.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    completed.complete(null);
  }

  void request(long count) {
    Await.value(subscription).request(count);
  }

  void cancel() {
    Await.value(subscription).cancel();
  }

  /** The next items. */
  List<T> awaitItems(int count) {
    List<T> taken = new ArrayList<>();
    try {
      while (taken.size() < count) {
        T item = items.poll(Await.SECONDS, TimeUnit.SECONDS);
        if (item == null) {
          throw new AssertionError("a hang after " + taken);
        }
        taken.add(item);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
    return taken;
  }

  /** What has come and was not taken. */
  List<T> overflow() {
    return List.copyOf(items);
  }

  CompletableFuture<Void> completed() {
    return completed;
  }
}
