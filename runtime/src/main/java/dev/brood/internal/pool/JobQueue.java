package dev.brood.internal.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that wait for a worker. Calls made by calls come first, the deepest before all, since others
 * wait for them; among those of one depth the ones of higher priority; and then who came first. A
 * job can be taken out from anywhere at the same cost, since jobs are linked to their neighbours.
 * Not thread-safe.
 */
final class JobQueue {
  private record Rank(int depth, int priority) {}

  /** The jobs of one rank, between the first and the last. */
  static final class Lane {
    private final Rank rank;
    private @Nullable Job first;
    private @Nullable Job last;

    private Lane(Rank rank) {
      this.rank = rank;
    }
  }

  private final TreeMap<Rank, Lane> lanes =
      new TreeMap<>(
          Comparator.comparingInt(Rank::depth).thenComparingInt(Rank::priority).reversed());

  /** Most jobs are of this rank. */
  private final Lane ordinary = new Lane(new Rank(0, 0));

  private int size;
  private int counted;
  private long countedBytes;

  JobQueue() {
    lanes.put(ordinary.rank, ordinary);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many calls there are. */
  int size() {
    return size;
  }

  /** How many of the jobs count towards the limits of what may be queued. */
  int counted() {
    return counted;
  }

  /** How many bytes those have. */
  long countedBytes() {
    return countedBytes;
  }

  void addLast(Job job) {
    Lane lane = lane(job);
    link(lane, lane.last, job, null);
  }

  void addFirst(Job job) {
    Lane lane = lane(job);
    link(lane, null, job, lane.first);
  }

  private Lane lane(Job job) {
    int priority = job.options().priority();
    return job.depth() == 0 && priority == 0
        ? ordinary
        : lanes.computeIfAbsent(new Rank(job.depth(), priority), Lane::new);
  }

  private void link(Lane lane, @Nullable Job before, Job job, @Nullable Job after) {
    job.lane = lane;
    job.before = before;
    job.after = after;
    if (before == null) {
      lane.first = job;
    } else {
      before.after = job;
    }
    if (after == null) {
      lane.last = job;
    } else {
      after.before = job;
    }
    size += job.count();
    if (job.isCounted()) {
      counted++;
      countedBytes += job.size();
    }
  }

  /** The job that is next; null if there is none. */
  @Nullable Job peek() {
    Lane best = lanes.firstEntry().getValue();
    if (best == ordinary && best.first == null && lanes.size() > 1) {
      best = lanes.higherEntry(ordinary.rank).getValue(); // only the ordinary lane may be empty
    }
    return best.first;
  }

  /** Takes the job that is next; null if there is none. */
  @Nullable Job poll() {
    Job next = peek();
    if (next != null) {
      remove(next);
    }
    return next;
  }

  /**
   * Takes the calls that are next, but no more than that of a job that has several.
   *
   * @param most at least 1
   * @throws NoSuchElementException if there is none
   */
  Job poll(int most) {
    Job next = poll();
    if (next == null) {
      throw new NoSuchElementException();
    }
    if (next.count() > most) {
      addFirst(next.split(most));
    }
    return next;
  }

  /** Takes a job out; tells whether it was there. */
  boolean remove(Job job) {
    Lane lane = job.lane;
    if (lane == null) {
      return false;
    }
    Job before = job.before;
    Job after = job.after;
    if (before == null) {
      lane.first = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      lane.last = before;
    } else {
      after.before = before;
    }
    job.lane = null;
    job.before = null;
    job.after = null;
    if (lane.first == null && lane != ordinary) {
      lanes.remove(lane.rank);
    }
    size -= job.count();
    if (job.isCounted()) {
      counted--;
      countedBytes -= job.size();
    }
    return true;
  }

  /** Takes all out, in order. */
  List<Job> drain() {
    List<Job> all = new ArrayList<>(size);
    Job next;
    while ((next = poll()) != null) {
      all.add(next);
    }
    return all;
  }
}
