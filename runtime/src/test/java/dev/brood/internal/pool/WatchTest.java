package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WorkerCrashedException;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.RingChannel;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import dev.brood.wire.Payload;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Threads that look for answers themselves: which ones, for how long, and how many. */
class WatchTest {
  private final Watch watch = new Watch();
  private final List<Job> answered = new ArrayList<>();

  /** A worker that is played; how many watch it is counted. */
  private final class Played extends PlayedHost implements WorkerHandle.Listener {
    private final RingChannel.Pair pair = RingChannel.Pair.create();
    private final AtomicInteger watching = new AtomicInteger();
    private final WorkerHandle handle;

    Played() {
      Channel counted =
          (Channel)
              Proxy.newProxyInstance(
                  Channel.class.getClassLoader(),
                  new Class<?>[] {Channel.class},
                  (proxy, method, arguments) -> {
                    switch (method.getName()) {
                      case "watch" -> watching.incrementAndGet();
                      case "unwatch" -> watching.decrementAndGet();
                      default -> {}
                    }
                    return method.invoke(pair.pool(), arguments);
                  });
      handle =
          new WorkerHandle(
              new WorkerStarter.Started(this, counted, joined -> {}),
              new Numbers(),
              new Farewells(),
              new NoInnerCalls(),
              this);
    }

    Job send() {
      Job job = new TestJob();
      job.holder = handle;
      assertThat(handle.send(List.of(job))).isEmpty();
      return job;
    }

    void answer(long sequence) {
      pair.worker().send(List.of(Frame.outcome(sequence, Payload.EMPTY)));
    }

    @Override
    public boolean isCrowded() {
      return watch.isCrowded();
    }

    @Override
    public void answered(WorkerHandle worker, List<Reply> replies) {
      replies.forEach(reply -> answered.add(reply.job()));
    }

    @Override
    public void departing(WorkerHandle worker, List<Job> unstarted) {}

    @Override
    public void ended(
        WorkerHandle worker, List<Job> lost, Function<Job, WorkerCrashedException> crash) {}
  }

  private static final class NoInnerCalls implements InnerCalls.Submitter {
    @Override
    public void submitInner(WorkerHandle worker, long maker, List<? extends Job> jobs) {
      throw new AssertionError("no call makes calls here");
    }

    @Override
    public void blockedOrNot(WorkerHandle worker) {}

    @Override
    public void end(List<? extends Job> jobs) {}

    @Override
    public void cancel(List<? extends Job> jobs) {}
  }

  /** Says that it is necessary, and runs one step each time it is asked. */
  private static BooleanSupplier steps(Runnable... steps) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      steps[next.get()].run();
      return next.incrementAndGet() < steps.length;
    };
  }

  @Test
  void whoeverHoldsTheJobIsWatchedThoughThatChanges() {
    Played first = new Played();
    Played second = new Played();
    Job job = first.send();
    watch.watch(
        job,
        steps(
            () -> assertThat(first.watching).hasValue(0),
            () -> {
              assertThat(first.watching).hasValue(1);
              job.holder = second.handle;
            },
            () -> {
              assertThat(first.watching).hasValue(0);
              assertThat(second.watching).hasValue(1);
              job.holder = null; // queued again
            },
            () -> {
              assertThat(second.watching).hasValue(1);
              job.holder = first.handle;
            },
            () -> {
              assertThat(first.watching).hasValue(1);
              assertThat(second.watching).hasValue(0);
            }));
    assertThat(first.watching).hasValue(0);
    assertThat(second.watching).hasValue(0);
  }

  @Test
  void anAnswerIsCollectedByWhoeverWatches() {
    Played worker = new Played();
    Job job = worker.send();
    Job behind = worker.send();
    worker.answer(0);
    watch.watch(job, () -> answered.isEmpty());
    assertThat(answered).containsExactly(job);
    worker.answer(1);
    watch.watch(() -> List.of(new Played().handle, worker.handle), () -> answered.size() < 2);
    assertThat(answered).containsExactly(job, behind);
    assertThat(worker.watching).hasValue(0);
  }

  @Test
  void whoeverWatchesLosesPatience() {
    Played worker = new Played();
    Job job = worker.send();
    Future<Boolean> watched = Threads.run(() -> watchFor(job));
    assertThat(Await.value(watched)).isTrue();
    job.holder = null;
    assertThat(Await.value(Threads.run(() -> watchFor(job)))).isTrue();
    assertThat(worker.watching).hasValue(0);
  }

  private boolean watchFor(Job job) {
    watch.watch(job, () -> true);
    return true;
  }

  @Test
  void anEndIsLeftToTheCollector() {
    Played worker = new Played();
    Job job = worker.send();
    worker.pair.worker().close();
    assertThat(Await.value(Threads.run(() -> watchFor(job)))).as("nobody hangs").isTrue();
    assertThat(worker.pair.pool().await()).as("it was woken up").isFalse();
    assertThat(worker.watching).hasValue(0);
  }

  @Test
  void aFaultIsLeftToTheCollector() {
    Played worker = new Played();
    Job job = worker.send();
    worker.answer(77);
    assertThat(Await.value(Threads.run(() -> watchFor(job)))).as("nobody hangs").isTrue();
    assertThat(worker.exit).as("it was killed").isDone();
    assertThat(worker.pair.pool().await()).as("it was woken up").isFalse();
  }

  @Test
  void whoeverIsInterruptedDoesNotWatch() {
    Job job = new Played().send();
    Thread.currentThread().interrupt();
    watch.watch(job, () -> true);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void thereIsACrowdIfMoreThreadsCouldRunThanThereAreProcessors() {
    int processors = Runtime.getRuntime().availableProcessors();
    watch.running(processors);
    assertThat(watch.isCrowded()).isFalse();
    List<Boolean> seen = new ArrayList<>();
    watch.watch(List::of, steps(() -> seen.add(watch.isCrowded())));
    assertThat(seen).as("this thread looks as well").containsExactly(true);
    watch.running(processors - 1);
    watch.watch(List::of, steps(() -> seen.add(watch.isCrowded())));
    assertThat(seen).containsExactly(true, false);
    watch.running(processors + 1);
    assertThat(watch.isCrowded()).isTrue();
  }

  @Test
  void noMoreWatchThanThereAreProcessors() {
    int most = Runtime.getRuntime().availableProcessors();
    AtomicInteger looking = new AtomicInteger();
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<Boolean>> watchers = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      watchers.add(
          Threads.run(
              () -> {
                watch.watch(
                    List::of,
                    () -> {
                      looking.incrementAndGet();
                      Await.latch(gate);
                      return false;
                    });
                return true;
              }));
    }
    Await.until(() -> looking.get() == most);
    watch.watch(
        () -> {
          throw new AssertionError("one too many");
        },
        () -> true);
    watch.watch(
        new TestJob(),
        () -> { // nor for a job
          throw new AssertionError("one too many");
        });
    gate.countDown();
    watchers.forEach(watcher -> assertThat(Await.value(watcher)).isTrue());
    watch.watch(List::of, () -> looking.incrementAndGet() == 0);
    assertThat(looking).as("now there is a place").hasValue(most + 1);
  }

  @Test
  void whoeverFailsLeavesItsPlace() {
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(
              () ->
                  watch.watch(
                      new TestJob(),
                      () -> {
                        throw new IllegalStateException("the caller's");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    AtomicInteger looks = new AtomicInteger();
    watch.watch(new TestJob(), () -> looks.incrementAndGet() < 3);
    assertThat(looks).hasValue(3);
  }
}
