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
  private final Dispatch<String> dispatch = new Dispatch<>(100);
  private long now;

  private List<Share<String>> deal() {
    return dispatch.deal(now);
  }

  private static List<Reply> replies(List<Job> jobs) {
    return jobs.stream().map(TestJob::reply).toList();
  }

  private void join(String worker) {
    dispatch.join(worker, Long.MAX_VALUE, now);
  }

  /** Makes workers known for calls so short that many of them are sent ahead. */
  private void joinFast(String... workers) {
    List.of(workers).forEach(this::join);
    for (int i = 0; i < 50; i++) {
      dispatch.submit(TestJob.several(workers.length));
      List<Share<String>> shares = deal();
      now += 1000;
      for (Share<String> share : shares) {
        dispatch.answered(share.worker(), replies(share.jobs()), now);
      }
    }
  }

  @Test
  void jobsWaitUntilThereIsAWorker() {
    dispatch.submit(TestJob.several(3));
    assertThat(deal()).isEmpty();

    join("a");
    assertThat(deal()).hasSize(1).first().extracting(Share::worker).isEqualTo("a");
  }

  @Test
  void jobsAreDealtInTheirOrder() {
    List<Job> jobs = TestJob.several(3);
    join("a");
    join("b");
    dispatch.submit(jobs);
    List<Share<String>> shares = deal();
    assertThat(shares)
        .containsExactly(
            new Share<>("a", List.of(jobs.get(0))), new Share<>("b", List.of(jobs.get(1))));
    assertThat(deal()).as("nobody has room").isEmpty();
    assertThat(dispatch.queue().drain()).containsExactly(jobs.get(2));
  }

  @Test
  void idleWorkersComeFirst() {
    joinFast("busy");
    dispatch.submit(TestJob.several(1));
    assertThat(deal()).extracting(Share::worker).containsExactly("busy");
    join("idle");
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
    dispatch.answered("a", replies(large.subList(0, 1)), now);
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
    assertThat(deal()).containsExactly(new Share<>("a", all));
  }

  @Test
  void whatIsGivenBackSettledIsNotQueuedAgain() {
    join("a");
    List<Job> jobs = TestJob.several(1);
    dispatch.submit(jobs);
    deal();
    jobs.get(0).abandon();
    dispatch.leave("a");
    assertThat(dispatch.giveBack("a", jobs)).isEqualTo(jobs);
    assertThat(dispatch.queue().isEmpty()).isTrue();
    assertThat(dispatch.hasWorkers()).isFalse();
  }

  @Test
  void whoHasSeveralJobsIsRelievedWhenAnotherIsIdle() {
    joinFast("a");
    List<Job> jobs = TestJob.several(3);
    dispatch.submit(jobs);
    assertThat(deal()).hasSize(1);
    assertThat(dispatch.toBeRelieved(now)).as("nobody else could").isEmpty();
    join("b");
    assertThat(dispatch.toBeRelieved(now)).containsExactly(new Dispatch.Relief<>("a", false));
    assertThat(dispatch.toBeRelieved(now)).as("is under way").isEmpty();
    assertThat(dispatch.relieved("a", jobs.subList(2, 3))).isEmpty();
    assertThat(deal()).containsExactly(new Share<>("b", jobs.subList(2, 3)));
  }

  @Test
  void whoCouldNotBeRelievedIsAskedAgainAfterItsNextAnswer() {
    joinFast("a", "b");
    List<Job> jobs = TestJob.several(6);
    dispatch.submit(jobs);
    List<Share<String>> shares = deal();
    dispatch.answered("b", replies(shares.get(1).jobs()), now);
    assertThat(dispatch.toBeRelieved(now)).hasSize(1);
    assertThat(dispatch.relieved("a", List.of())).isEmpty();
    assertThat(dispatch.toBeRelieved(now)).isEmpty();
    dispatch.answered("a", replies(shares.get(0).jobs().subList(0, 1)), now);
    assertThat(dispatch.toBeRelieved(now)).hasSize(1);
  }

  @Test
  void allThatStandsBehindALongJobIsTakenFromIt() {
    joinFast("a", "b");
    dispatch.submit(TestJob.several(4));
    assertThat(deal()).hasSize(2);
    now += 1_000_000_000;
    assertThat(dispatch.toBeRelieved(now))
        .containsExactly(new Dispatch.Relief<>("a", true), new Dispatch.Relief<>("b", true));
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
            join(worker);
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
              dispatch.answered(worker.getKey(), replies(answered), now);
              done += count;
            }
          }
        }
      }
      for (Share<String> share : deal()) {
        inHand.get(share.worker()).addAll(share.jobs());
      }
      int held = inHand.values().stream().mapToInt(List::size).sum();
      assertThat(dispatch.queue().size() + held).isEqualTo(submitted - done);
      assertThat(dispatch.workers()).containsExactlyInAnyOrderElementsOf(inHand.keySet());
    }
  }

  // ---- how many workers there are ----

  private List<Share<String>> answerAll(List<Share<String>> shares) {
    for (Share<String> share : shares) {
      dispatch.answered(share.worker(), replies(share.jobs()), now);
    }
    return shares;
  }

  @Test
  void noMoreWorkersThanTheSizeAreBusy() {
    Dispatch<String> small = new Dispatch<>(1);
    small.join("a", Long.MAX_VALUE, now);
    small.join("b", Long.MAX_VALUE, now);
    small.submit(TestJob.several(2));
    assertThat(small.deal(now)).extracting(Share::worker).containsExactly("a");
    small.setBlocked("a", true);
    assertThat(small.deal(now)).extracting(Share::worker).containsExactly("b");
  }

  @Test
  void aWorkerWhoseQuotaIsUsedUpRetires() {
    dispatch.join("a", 2, now);
    dispatch.submit(TestJob.several(3));
    assertThat(dispatch.serving()).isEqualTo(1);
    answerAll(deal());
    assertThat(dispatch.serving()).as("it is due").isZero();
    assertThat(answerAll(deal())).hasSize(1);
    assertThat(deal()).isEmpty();
    assertThat(dispatch.canServe()).isFalse();
    assertThat(dispatch.takeRetired()).containsExactly("a");
    assertThat(dispatch.queue().size()).isEqualTo(1);
  }

  @Test
  void aWorkerThatIsDueRetiresWhenAnotherIsThere() {
    join("old");
    dispatch.setDue("old");
    dispatch.retireDue(1);
    assertThat(dispatch.takeRetired()).isEmpty();
    join("new");
    dispatch.retireDue(1);
    assertThat(dispatch.takeRetired()).containsExactly("old");
  }

  @Test
  void idleWorkersRetireDownToTheLeast() {
    join("a");
    join("b");
    now += 100;
    join("c");
    assertThat(dispatch.mayShrinkBelow(1)).isTrue();
    dispatch.retireIdle(now - 50, 1);
    assertThat(dispatch.takeRetired()).containsExactly("a", "b");
    assertThat(dispatch.mayShrinkBelow(1)).isFalse();
  }

  @Test
  void aSmallerSizeRetiresIdleWorkersFirst() {
    join("busy");
    join("idle");
    dispatch.submit(TestJob.several(1));
    assertThat(deal()).extracting(Share::worker).containsExactly("busy");
    dispatch.resize(1);
    assertThat(dispatch.takeRetired()).containsExactly("idle");
    assertThat(dispatch.serving()).isEqualTo(1);
  }
}
