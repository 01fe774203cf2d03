package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Calls;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.fixtures.TextsParallel;
import dev.brood.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Results are published by the rules of reactive streams. */
class PublisherTest {
  private static final String END = "complete";

  private final HoldingEngine engine = new HoldingEngine();
  private final CallbackExecutor callbacks = new CallbackExecutor("test", new Timer("test"));
  private final Bulk bulk = new Bulk(engine, callbacks);
  private final AtomicInteger pulled = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final List<Throwable> uncaught = new ArrayList<>();

  @AfterEach
  void stop() {
    engine.shutdown();
    callbacks.awaitIdle();
  }

  private Calls<Integer> numbers(IntStream inputs) {
    return Calls.of(
        inputs.peek(x -> pulled.incrementAndGet()).onClose(closed::incrementAndGet),
        TextsParallel::number);
  }

  private static IntStream endless() {
    return IntStream.iterate(0, x -> x + 1);
  }

  /** Notes all signals, and that no two are given at a time. */
  private static class Notes implements Flow.Subscriber<Integer> {
    final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();
    final AtomicInteger inside = new AtomicInteger();
    Flow.@Nullable Subscription subscription;

    private void signal(Object signal) {
      if (inside.incrementAndGet() != 1) {
        signals.add(new AssertionError("two signals at a time"));
      }
      if (!Thread.currentThread().getName().contains("callback")) {
        signals.add(new AssertionError("on " + Thread.currentThread()));
      }
      signals.add(signal);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      signal(given);
      inside.decrementAndGet();
    }

    @Override
    public void onNext(Integer item) {
      signal(item);
      received(item);
      inside.decrementAndGet();
    }

    void received(Integer unused) {}

    @Override
    public void onError(Throwable failure) {
      signal(failure);
      inside.decrementAndGet();
    }

    @Override
    public void onComplete() {
      signal(END);
      inside.decrementAndGet();
    }

    Object next() {
      return Await.next(signals);
    }

    Flow.Subscription awaitSubscription() {
      return (Flow.Subscription) next();
    }
  }

  private Notes subscribe(Calls<Integer> calls) {
    Notes notes = new Notes();
    bulk.publisher(calls).subscribe(notes);
    return notes;
  }

  @Test
  void resultsComeInOrderAsFarAsTheyAreRequested() {
    engine.answerOnThreads(2);
    Notes notes = subscribe(numbers(IntStream.range(0, 10)));
    Flow.Subscription subscription = notes.awaitSubscription();
    assertThat(pulled.get()).isLessThanOrEqualTo(1); // to see whether there is any
    subscription.request(3);
    for (int i = 0; i < 3; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    callbacks.awaitIdle();
    assertThat(notes.signals).isEmpty();
    subscription.request(Long.MAX_VALUE);
    for (int i = 3; i < 10; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    assertThat(notes.next()).isEqualTo(END);
    assertThat(closed).hasValue(1);
  }

  @RepeatedTest(20)
  void manyRequestsFromManyThreadsAddUp() {
    engine.answerOnThreads(2);
    Notes notes = subscribe(numbers(IntStream.range(0, 2000)));
    Flow.Subscription subscription = notes.awaitSubscription();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int j = 0; j < 500; j++) {
                  subscription.request(1);
                }
              });
      thread.start();
    }
    for (int i = 0; i < 2000; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    assertThat(notes.next()).isEqualTo(END);
  }

  @Test
  void theEndIsToldWithoutBeingRequested() {
    engine.answerOnThreads(1);
    Notes none = subscribe(numbers(IntStream.empty()));
    none.awaitSubscription();
    assertThat(none.next()).isEqualTo(END);
    Notes one = subscribe(numbers(IntStream.of(5)));
    one.awaitSubscription().request(1);
    assertThat(one.next()).isEqualTo(5);
    assertThat(one.next()).isEqualTo(END);
  }

  @Test
  void theLookAheadIsBounded() {
    engine.answerOnThreads(1);
    Notes notes = subscribe(numbers(endless()));
    Flow.Subscription subscription = notes.awaitSubscription();
    subscription.request(5);
    for (int i = 0; i < 5; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    callbacks.awaitIdle();
    assertThat(pulled.get()).isLessThanOrEqualTo(LookAhead.LIMIT + 5);
    subscription.cancel();
  }

  /** A subscriber that requests the next result from within each signal. */
  private Notes oneByOne(int last) {
    return new Notes() {
      @Override
      public void onSubscribe(Flow.Subscription given) {
        given.request(1);
        super.onSubscribe(given);
      }

      @Override
      void received(Integer item) {
        Flow.Subscription own = subscription;
        if (own != null && item < last) {
          own.request(1);
        }
      }
    };
  }

  @Test
  void requestsFromWithinSignalsDoNotNest() {
    engine.answerOnThreads(1);
    Notes notes = oneByOne(50_000);
    bulk.publisher(numbers(IntStream.range(0, 50_000))).subscribe(notes);
    notes.awaitSubscription();
    for (int i = 0; i < 50_000; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    assertThat(notes.next()).isEqualTo(END);
  }

  @Test
  void requestsThatAreNotPositiveAreAnError() {
    for (long count : new long[] {0, -1}) {
      Notes notes = subscribe(numbers(endless()));
      Flow.Subscription subscription = notes.awaitSubscription();
      subscription.request(count);
      assertThat(notes.next())
          .isInstanceOfSatisfying(
              IllegalArgumentException.class,
              e -> assertThat(e).hasMessageContainingAll("" + count, "3.9"));
      subscription.request(1);
      subscription.cancel();
      callbacks.awaitIdle();
      assertThat(notes.signals).isEmpty();
    }
    assertThat(closed).hasValue(2);
  }

  @Test
  void requestsBeyondAllNumbersAreEndless() {
    engine.answerOnThreads(1);
    Notes notes = subscribe(numbers(IntStream.range(0, 100)));
    Flow.Subscription subscription = notes.awaitSubscription();
    subscription.request(Long.MAX_VALUE);
    subscription.request(Long.MAX_VALUE);
    for (int i = 0; i < 100; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    assertThat(notes.next()).isEqualTo(END);
  }

  @Test
  void nobodyCannotSubscribe() {
    assertThatThrownBy(() -> bulk.publisher(numbers(endless())).subscribe(null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void aFailureComesInItsPlaceAsItIs() {
    engine.answerOnThreads(2);
    Notes notes = subscribe(numbers(IntStream.of(1, 2, -1, 3)));
    notes.awaitSubscription().request(10);
    assertThat(notes.next()).isEqualTo(1);
    assertThat(notes.next()).isEqualTo(2);
    assertThat(notes.next()).isExactlyInstanceOf(IllegalArgumentException.class);
    callbacks.awaitIdle();
    assertThat(notes.signals).isEmpty();
    assertThat(closed).hasValue(1);
  }

  @Test
  void aResultThatIsNullIsAFailure() {
    engine.answerOnThreads(1);
    Notes notes =
        subscribe(
            Calls.of(
                IntStream.of(1, 2),
                x ->
                    ChoresParallel.squareWith(
                        out -> out.writeInt(x),
                        in -> {
                          int square = in.readInt();
                          return square == 4 ? null : square;
                        })));
    notes.awaitSubscription().request(10);
    assertThat(notes.next()).isEqualTo(1);
    assertThat(notes.next())
        .isInstanceOfSatisfying(
            NullPointerException.class, e -> assertThat(e).hasMessageContaining("input 1"));
  }

  @Test
  void whatTheInputsThrowComesAfterTheResultsBefore() {
    engine.answerOnThreads(2);
    Notes notes =
        subscribe(
            numbers(
                endless()
                    .peek(
                        x -> {
                          if (x == 3) {
                            throw new IllegalStateException("item 3");
                          }
                        })));
    notes.awaitSubscription().request(10);
    for (int i = 0; i < 3; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    assertThat(notes.next()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cancellingEndsTheCallsAndAllSignals() {
    Notes notes = subscribe(numbers(endless()));
    Flow.Subscription subscription = notes.awaitSubscription();
    subscription.request(100);
    engine.take(16);
    subscription.cancel();
    subscription.cancel();
    subscription.request(5);
    assertThat(engine.cancelled.size()).isGreaterThanOrEqualTo(16);
    engine.cancelled.forEach(engine::answer);
    callbacks.awaitIdle();
    assertThat(notes.signals).isEmpty();
    assertThat(closed).hasValue(1);
  }

  @Test
  void cancellingFromWithinASignalEndsAllSignals() {
    engine.answerOnThreads(1);
    Notes notes =
        new Notes() {
          @Override
          void received(Integer item) {
            if (subscription != null && item == 3) {
              subscription.cancel();
            }
          }
        };
    bulk.publisher(numbers(endless())).subscribe(notes);
    notes.awaitSubscription().request(100);
    for (int i = 0; i < 4; i++) {
      assertThat(notes.next()).isEqualTo(i);
    }
    callbacks.awaitIdle();
    assertThat(notes.signals).isEmpty();
  }

  @Test
  void eachSubscriberHasTheCallsRunAnew() {
    engine.answerOnThreads(2);
    Flow.Publisher<Integer> publisher =
        bulk.publisher(Calls.of(List.of(1, 2), TextsParallel::number));
    for (int i = 0; i < 3; i++) {
      Notes notes = new Notes();
      publisher.subscribe(notes);
      notes.awaitSubscription().request(5);
      assertThat(List.of(notes.next(), notes.next(), notes.next())).containsExactly(1, 2, END);
    }
    assertThat(engine.answered()).isEqualTo(6);
  }

  @Test
  void aSecondSubscriberFailsWhereInputsCanBeReadOnlyOnce() {
    engine.answerOnThreads(1);
    Flow.Publisher<Integer> publisher = bulk.publisher(numbers(IntStream.of(1)));
    Notes first = new Notes();
    publisher.subscribe(first);
    first.awaitSubscription().request(1);
    assertThat(first.next()).isEqualTo(1);
    assertThat(first.next()).isEqualTo(END);
    Notes second = new Notes();
    publisher.subscribe(second);
    second.awaitSubscription();
    assertThat(second.next()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEngineThatIsShutDownRefuses() {
    engine.shutdown();
    Notes notes = subscribe(numbers(IntStream.empty()));
    notes.awaitSubscription();
    assertThat(notes.next()).isInstanceOf(RejectedExecutionException.class);
  }

  private void expectBrokenOff(Notes broken) {
    CountDownLatch reported = new CountDownLatch(1);
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          uncaught.add(thrown);
          reported.countDown();
        });
    try {
      bulk.publisher(numbers(endless())).subscribe(broken);
      Await.latch(reported);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    callbacks.awaitIdle();
    assertThat(uncaught).hasSize(1).first().isInstanceOf(UnsupportedOperationException.class);
    assertThat(broken.signals).noneMatch(Throwable.class::isInstance).doesNotContain(END);
    assertThat(closed).hasValue(1);
  }

  private static Notes failing(Consumer<Integer> received) {
    return new Notes() {
      @Override
      public void onSubscribe(Flow.Subscription given) {
        given.request(10);
        super.onSubscribe(given);
      }

      @Override
      void received(Integer item) {
        received.accept(item);
      }
    };
  }

  @Test
  void aSubscriberThatThrowsIsCancelled() {
    engine.answerOnThreads(1);
    expectBrokenOff(
        failing(
            item -> {
              throw new UnsupportedOperationException();
            }));
  }

  @Test
  void aSubscriberThatThrowsAtOnceIsCancelled() {
    expectBrokenOff(
        new Notes() {
          @Override
          public void onSubscribe(Flow.Subscription given) {
            throw new UnsupportedOperationException();
          }
        });
    assertThat(pulled).hasValue(0);
  }
}
