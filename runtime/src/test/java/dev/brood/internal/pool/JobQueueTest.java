package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.CallOptions;
import dev.brood.fixtures.Probe;
import dev.brood.wire.WireCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is next: the deepest, then those of higher priority, then who came first. */
class JobQueueTest {
  private final JobQueue queue = new JobQueue();

  private static Job job(int depth, int priority) {
    WireCall<?> call = Probe.of(() -> "result");
    return new Job(
        Part.of(call), List.of(), CallOptions.none().priority(priority), depth, Map.of()) {
      @Override
      void publish(Answer answer) {}

      @Override
      boolean isCounted() {
        return priority > 0;
      }
    };
  }

  @Test
  void theDeepestAndThenTheMostUrgentComeFirst() {
    List<Job> jobs =
        List.of(job(0, 0), job(0, 5), job(2, 0), job(0, -1), job(0, 0), job(1, 9), job(0, 5));
    jobs.forEach(queue::addLast);
    assertThat(queue.drain())
        .containsExactly(
            jobs.get(2),
            jobs.get(5),
            jobs.get(1),
            jobs.get(6),
            jobs.get(0),
            jobs.get(4),
            jobs.get(3));
    assertThat(queue.poll()).isNull();
  }

  @Test
  void whatComesBackIsFirstAmongItsEquals() {
    Job first = job(0, 1);
    Job back = job(0, 1);
    Job ordinary = job(0, 0);
    queue.addLast(first);
    queue.addFirst(back);
    queue.addFirst(ordinary);
    assertThat(queue.drain()).containsExactly(back, first, ordinary);
  }

  @Test
  void aJobIsTakenOutFromAnywhereOnce() {
    List<Job> jobs = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      jobs.add(job(random.nextInt(3), random.nextInt(3) - 1));
    }
    jobs.forEach(queue::addLast);
    List<Job> expected = new ArrayList<>(queue.drain());
    jobs.forEach(queue::addLast);
    while (!jobs.isEmpty()) {
      Job gone = jobs.remove(random.nextInt(jobs.size()));
      assertThat(queue.remove(gone)).isTrue();
      assertThat(queue.remove(gone)).isFalse();
      expected.remove(gone);
      assertThat(queue.size()).isEqualTo(expected.size());
      if (jobs.size() == 500) {
        assertThat(queue.drain()).isEqualTo(expected);
        return;
      }
    }
  }

  @Test
  void onlyCountedJobsCount() {
    Job counted = job(0, 1);
    queue.addLast(counted);
    queue.addLast(job(0, 0));
    assertThat(queue.counted()).isEqualTo(1);
    assertThat(queue.countedBytes()).isEqualTo(counted.size());
    queue.drain();
    assertThat(queue.counted()).isZero();
    assertThat(queue.countedBytes()).isZero();
  }
}
