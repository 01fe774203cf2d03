package dev.brood.internal.pool;

import dev.brood.internal.channel.Claims;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that a worker has been sent and that it has neither answered nor lost again, in the
 * order in which it runs them. Not thread-safe.
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

  /** A job is sent. Returns its number, from 0, with which it has a claim of its own. */
  long add(Job job) {
    while (hasClaimOf(next)) {
      next++;
    }
    sent.add(new Sent(next, job));
    return next++;
  }

  /** Only if many were taken back while an old one has stayed. */
  private boolean hasClaimOf(long sequence) {
    Sent first = sent.peek();
    if (first == null || sequence - first.sequence() < Claims.COUNT) {
      return false;
    }
    for (Sent one : sent) {
      if (Claims.share(one.sequence(), sequence)) {
        return true;
      }
    }
    return false;
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
   * Takes jobs out, the youngest first.
   *
   * @param most how many
   * @param which which of them
   * @param permitted asked for each of them, by its number, whether it can be taken
   * @return those that were taken, the oldest first
   */
  List<Job> removeYoungest(int most, Predicate<Job> which, LongPredicate permitted) {
    Deque<Job> removed = new ArrayDeque<>();
    for (Iterator<Sent> each = sent.descendingIterator();
        each.hasNext() && removed.size() < most; ) {
      Sent one = each.next();
      if (which.test(one.job()) && permitted.test(one.sequence())) {
        each.remove();
        removed.addFirst(one.job());
      }
    }
    return new ArrayList<>(removed);
  }
}
