package dev.brood.internal.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that a worker has been sent and has neither answered nor given back, in the order in
 * which it runs them. Not thread-safe.
 */
final class InFlight {
  /**
   * A job under the number that it has on its worker's channel.
   *
   * @param sequence from 0
   */
  record Sent(long sequence, Job job) {}

  private final Deque<Sent> sent = new ArrayDeque<>();
  private long next;

  /** A job is sent. Returns its number, from 0. */
  long add(Job job) {
    sent.add(new Sent(next, job));
    return next++;
  }

  int size() {
    return sent.size();
  }

  /** The job that the worker is running, or will run next; null if there is none. */
  @Nullable Sent first() {
    return sent.peek();
  }

  boolean contains(long sequence) {
    for (Sent one : sent) {
      if (one.sequence() == sequence) {
        return true;
      }
    }
    return false;
  }

  List<Job> jobs() {
    return sent.stream().map(Sent::job).toList();
  }

  /** The job with that number has been answered; null if it was not its turn. */
  @Nullable Job answered(long sequence) {
    Sent first = sent.peek();
    if (first == null || first.sequence() != sequence) {
      return null;
    }
    sent.remove();
    return first.job();
  }

  /**
   * So many jobs were given back, the first of them with that number; others between them may have
   * been given back before. Null, and nothing changes, if the worker cannot have had them all.
   */
  @Nullable List<Job> givenBack(long from, int count) {
    List<Job> jobs = new ArrayList<>();
    for (Sent one : sent) {
      if (one.sequence() >= from && jobs.size() < count) {
        jobs.add(one.job());
      }
    }
    if (jobs.size() != count) {
      return null;
    }
    int left = count;
    for (Iterator<Sent> each = sent.iterator(); left > 0; ) {
      if (each.next().sequence() >= from) {
        each.remove();
        left--;
      }
    }
    return jobs;
  }

  /** Removes and returns all. */
  List<Job> drain() {
    List<Job> all = new ArrayList<>(jobs());
    sent.clear();
    return all;
  }
}
