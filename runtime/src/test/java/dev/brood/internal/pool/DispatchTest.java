package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.internal.pool.Dispatch.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books: every job is in one place, and is open until it is done. */
class DispatchTest {
  private final Dispatch<String> dispatch = new Dispatch<>();
  private long now;

  private List<Share<String>> deal() {
    return dispatch.deal(now);
  }

  /** Makes workers known for calls so short that many of them are sent ahead. */
  private void joinFast(String... workers) {
    List.of(workers).forEach(dispatch::join);
    for (int i = 0; i < 50; i++) {
      dispatch.submit(TestJob.several(workers.length));
      List<Share<String>> shares = deal();
      now += 1000;
      for (Share<String> share : shares) {
        dispatch.answered(share.worker(), share.jobs(), now);
        dispatch.done(share.jobs().size());
      }
    }
  }

  @Test
  void jobsWaitUntilThereIsAWorker() {
    dispatch.submit(TestJob.several(3));
    assertThat(deal()).isEmpty();
    assertThat(dispatch.open()).isEqualTo(3);
    dispatch.join("a");
    assertThat(deal()).hasSize(1).first().extracting(Share::worker).isEqualTo("a");
  }

  @Test
  void jobsAreDealtInTheirOrder() {
    List<Job> jobs = TestJob.several(3);
    dispatch.join("a");
    dispatch.join("b");
    dispatch.submit(jobs);
    List<Share<String>> shares = deal();
    assertThat(shares)
        .containsExactly(
            new Share<>("a", List.of(jobs.get(0))), new Share<>("b", List.of(jobs.get(1))));
    assertThat(deal()).as("nobody has room").isEmpty();
    assertThat(dispatch.queued()).containsExactly(jobs.get(2));
  }

  @Test
  void idleWorkersComeFirst() {
    joinFast("busy");
    dispatch.submit(TestJob.several(1));
    assertThat(deal()).extracting(Share::worker).containsExactly("busy");
    dispatch.join("idle");
    dispatch.submit(TestJob.several(1));
    assertThat(deal()).extracting(Share::worker).containsExactly("idle");
    dispatch.submit(TestJob.several(1));
    assertThat(deal()).extracting(Share::worker).containsExactly("busy");
  }

  @Test
  void workersGetEqualShares() {
    joinFast("a", "b");
    dispatch.submit(TestJob.several(10));
    assertThat(deal()).extracting(share -> share.jobs().size()).containsExactly(5, 5);
  }

  @Test
  void manyBytesAreNotSentAhead() {
    joinFast("a");
    List<Job> large = List.of(new TestJob(1 << 20), new TestJob(1 << 20), new TestJob(1));
    dispatch.submit(large);
    assertThat(deal()).containsExactly(new Share<>("a", large.subList(0, 1)));
    assertThat(deal()).isEmpty();
    dispatch.answered("a", large.subList(0, 1), now);
    assertThat(deal()).containsExactly(new Share<>("a", large.subList(1, 2)));
  }

  @Test
  void whatIsGivenBackComesFirstAndInOrder() {
    joinFast("a");
    List<Job> jobs = TestJob.several(3);
    List<Job> later = TestJob.several(1);
    dispatch.submit(jobs);
    deal();
    dispatch.submit(later);
    dispatch.giveBack("a", jobs);
    List<Job> all = new ArrayList<>(jobs);
    all.addAll(later);
    assertThat(dispatch.queued()).containsExactlyElementsOf(all);
    assertThat(deal()).containsExactly(new Share<>("a", all));
    assertThat(dispatch.open()).isEqualTo(4);
  }

  @Test
  void whatIsGivenBackSettledIsDone() {
    dispatch.join("a");
    List<Job> jobs = TestJob.several(1);
    dispatch.submit(jobs);
    deal();
    jobs.get(0).abandon();
    dispatch.leave("a");
    dispatch.giveBack("a", jobs);
    assertThat(dispatch.isQueueEmpty()).isTrue();
    assertThat(dispatch.open()).isZero();
    assertThat(dispatch.hasWorkers()).isFalse();
  }

  @Test
  void onlyAQueuedJobIsWithdrawn() {
    dispatch.join("a");
    List<Job> jobs = TestJob.several(2);
    dispatch.submit(jobs);
    deal();
    assertThat(dispatch.withdraw(jobs.get(0))).isFalse();
    assertThat(dispatch.withdraw(jobs.get(1))).isTrue();
    assertThat(dispatch.withdraw(jobs.get(1))).isFalse();
    assertThat(dispatch.open()).isEqualTo(1);
  }

  @Test
  void settledJobsAreDroppedFromTheQueueOnly() {
    dispatch.join("a");
    List<Job> jobs = TestJob.several(3);
    dispatch.submit(jobs);
    deal();
    jobs.get(0).abandon();
    jobs.get(1).abandon();
    dispatch.dropSettled();
    assertThat(dispatch.queued()).containsExactly(jobs.get(2));
    assertThat(dispatch.open()).isEqualTo(2);
  }

  @Test
  void drainedJobsStayOpenUntilTheyAreDone() {
    List<Job> jobs = TestJob.several(3);
    dispatch.submit(jobs);
    assertThat(dispatch.drain()).isEqualTo(jobs);
    assertThat(dispatch.isQueueEmpty()).isTrue();
    assertThat(dispatch.open()).isEqualTo(3);
    dispatch.done(3);
    assertThat(dispatch.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noJobIsLostWhateverHappens(long seed) {
    Random random = new Random(seed);
    Map<String, List<Job>> inHand = new HashMap<>();
    int submitted = 0;
    int done = 0;
    for (int step = 0; step < 5000; step++) {
      now += random.nextInt(100_000);
      switch (random.nextInt(5)) {
        case 0 -> {
          int count = random.nextInt(20);
          dispatch.submit(TestJob.several(count));
          submitted += count;
        }
        case 1 -> {
          String worker = "w" + random.nextInt(5);
          if (!inHand.containsKey(worker)) {
            inHand.put(worker, new ArrayList<>());
            dispatch.join(worker);
          }
        }
        case 2 -> {
          String worker = "w" + random.nextInt(5);
          List<Job> unstarted = inHand.remove(worker);
          if (unstarted != null) {
            dispatch.leave(worker);
            dispatch.giveBack(worker, unstarted);
          }
        }
        default -> {
          for (Map.Entry<String, List<Job>> worker : inHand.entrySet()) {
            List<Job> jobs = worker.getValue();
            int count = Math.min(jobs.size(), random.nextInt(10));
            if (count > 0) {
              List<Job> answered = List.copyOf(jobs.subList(0, count));
              jobs.subList(0, count).clear();
              dispatch.answered(worker.getKey(), answered, now);
              dispatch.done(count);
              done += count;
            }
          }
        }
      }
      for (Share<String> share : deal()) {
        inHand.get(share.worker()).addAll(share.jobs());
      }
      int held = inHand.values().stream().mapToInt(List::size).sum();
      assertThat(dispatch.open()).isEqualTo(submitted - done);
      assertThat(dispatch.queued().size() + held).isEqualTo(submitted - done);
      assertThat(dispatch.workers()).containsExactlyInAnyOrderElementsOf(inHand.keySet());
    }
  }
}
