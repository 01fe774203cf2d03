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
  private record Sent(long sequence, Job job) {}

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
  @Nullable Job first() {
    Sent first = sent.peek();
    return first == null ? null : first.job();
  }

  boolean anySettled() {
    return sent.stream().anyMatch(s -> s.job().isSettled());
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

  /** Jobs with these numbers were given back; null if the worker cannot have had them all. */
  @Nullable List<Job> givenBack(long from, int count) {
    List<Job> jobs = new ArrayList<>();
    for (Iterator<Sent> each = sent.iterator(); each.hasNext(); ) {
      Sent one = each.next();
      if (one.sequence() >= from && one.sequence() - from < count) {
        jobs.add(one.job());
        each.remove();
      }
    }
    return jobs.size() == count ? jobs : null;
  }

  /** Removes and returns all. */
  List<Job> drain() {
    List<Job> all = new ArrayList<>(jobs());
    sent.clear();
    return all;
  }
}
