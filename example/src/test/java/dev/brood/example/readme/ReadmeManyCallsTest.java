package dev.brood.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs what the README shows of many calls. */
class ReadmeManyCallsTest {
  private static Pool pool;

  private final List<Object> reports = new ArrayList<>();

  @BeforeAll
  static void start() {
    pool = Pool.start(2);
  }

  @AfterAll
  static void noWorkerIsLeft() {
    pool.close();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  private void report(Object what) {
    reports.add(what);
  }

  @Test
  void manyCalls() {
    // region many
    // all results, in order; the first failure ends the whole
    List<Boolean> primes = pool.map(IntStream.range(2, 100), PrimesParallel::isPrime);

    // what became of each: a failure ends no other call
    List<Outcome<Boolean>> outcomes =
        pool.outcomes(Calls.of(List.of(7, 1, 9), PrimesParallel::isPrime));
    for (Outcome<Boolean> outcome : outcomes) {
      report(outcome.isSuccess() ? outcome.get() : outcome.failure());
    }

    // no results: any number of calls, in constant memory
    pool.forEach(IntStream.range(2, 10_000), PrimesParallel::check);
    // endregion
    assertThat(primes).hasSize(98).startsWith(true, true, false, true);
    assertThat(reports).hasSize(3).startsWith(true).endsWith(false);
    assertThat(reports.get(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void streams() {
    // region streams
    // results as you want them, in order; a bounded number of calls is under way
    try (Stream<Long> squares =
        pool.stream(IntStream.iterate(1, i -> i + 1), PrimesParallel::square)) {
      squares.limit(5).forEach(this::report);
    }

    // results as they come
    try (Stream<Long> squares =
        pool.streamAsCompleted(Calls.of(IntStream.range(0, 100), PrimesParallel::square))) {
      squares.forEach(this::report);
    }
    // endregion
    assertThat(reports).hasSize(105).startsWith(1L, 4L, 9L, 16L, 25L).contains(99L * 99);
  }

  @Test
  void withoutWaiting() throws Exception {
    // region async
    // one future for all results; outcomesAsync and forEachAsync likewise
    CompletableFuture<List<Long>> later =
        pool.mapAsync(Calls.of(IntStream.range(0, 100), PrimesParallel::square));

    // results as a subscriber requests them
    Flow.Publisher<Long> published =
        pool.publisher(Calls.of(List.of(1, 2, 3), PrimesParallel::square));
    // endregion
    Collected collected = new Collected();
    published.subscribe(collected);
    collected.over.await();
    assertThat(later.get()).hasSize(100).endsWith(99L * 99);
    assertThat(collected.items).containsExactly(1L, 4L, 9L);
  }

  @Test
  void mapReduce() {
    // region reduce
    // combined where they were computed: one result travels back
    Optional<Long> sum =
        pool.mapReduce(
            Calls.of(IntStream.rangeClosed(1, 1_000), PrimesParallel::square), PrimesParallel::sum);
    // endregion
    assertThat(sum).contains(333_833_500L);
  }

  private static final class Collected implements Flow.Subscriber<Long> {
    private final ConcurrentLinkedQueue<Long> items = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Long item) {
      items.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      over.countDown();
    }

    @Override
    public void onComplete() {
      over.countDown();
    }
  }
}
