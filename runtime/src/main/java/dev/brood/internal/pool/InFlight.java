package dev.brood.internal.pool;

import dev.brood.internal.channel.Bodies;
import dev.brood.internal.channel.Claims;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that a worker has been sent and that it has neither answered nor lost again, in the
 * order in which it runs them. Their calls have numbers of their own. Not thread-safe.
 */
final class InFlight {
  /**
   * A job under the number that its first open call has on its worker's channel.
   *
   * @param sequence from 0
   */
  record Sent(long sequence, Job job) {}

  /** The open calls of a job; their numbers follow each other. */
  private static final class Entry {
    private final Job job;
    private long first;
    private int count;
    private boolean answered;

    Entry(Job job, long first) {
      this.job = job;
      this.first = first;
      this.count = job.count();
    }

    boolean contains(long sequence) {
      return sequence >= first && sequence < first + count;
    }
  }

  private final Deque<Entry> sent = new ArrayDeque<>();
  private int calls;
  private long next;

  /**
   * Looks for numbers that follow each other, and whose claims belong to no other call here.
   *
   * @param wanted how many
   * @return how many there are; fewer only if old calls have stayed among those that have gone, but
   *     one at least
   */
  int room(int wanted) {
    Entry oldest = sent.peek();
    if (oldest == null || next + wanted - oldest.first <= Claims.COUNT) {
      return wanted;
    }
    BitSet used = new BitSet(Claims.COUNT);
    for (Entry one : sent) {
      for (int i = 0; i < one.count; i++) {
        used.set(Claims.word(one.first + i));
      }
    }
    long last = next + Claims.COUNT + wanted;
    long best = next;
    int most = 0;
    int free = 0;
    for (long number = next; most < wanted && number < last; number++) {
      free = used.get(Claims.word(number)) ? 0 : free + 1;
      if (free > most) {
        most = free;
        best = number - free + 1;
      }
    }
    next = best;
    return most;
  }

  /**
   * A job is sent, for which there is {@link #room}. Returns the number of its first call, from 0;
   * the others follow.
   */
  long add(Job job) {
    int count = job.count();
    long first = next;
    sent.add(new Entry(job, first));
    calls += count;
    next += count;
    return first;
  }

  /** How many calls there are. */
  int size() {
    return calls;
  }

  /** The call that the worker is running, or will run next; null if there is none. */
  @Nullable Sent first() {
    Entry first = sent.peek();
    return first == null ? null : new Sent(first.first, first.job);
  }

  boolean contains(long sequence) {
    for (Entry one : sent) {
      if (one.contains(sequence)) {
        return true;
      }
    }
    return false;
  }

  List<Job> jobs() {
    return sent.stream().map(entry -> entry.job).toList();
  }

  /** The call with that number has been answered; null if it was not its turn. */
  @Nullable Reply answered(long sequence, Answer answer, WorkerId worker) {
    Entry first = sent.peek();
    return first == null || first.first != sequence
        ? null
        : answered(first, 1, answer, null, 0, worker);
  }

  /**
   * The calls from that number on have been answered, as many as belong to one job; null if it was
   * not their turn.
   *
   * @param index of the first one's envelope
   */
  @Nullable Reply answered(long sequence, Bodies envelopes, int index, WorkerId worker) {
    Entry first = sent.peek();
    return first == null || first.first != sequence
        ? null
        : answered(
            first,
            Math.min(first.count, envelopes.count() - index),
            null,
            envelopes,
            index,
            worker);
  }

  private Reply answered(
      Entry entry,
      int count,
      @Nullable Answer single,
      @Nullable Bodies envelopes,
      int index,
      WorkerId worker) {
    Job job = entry.job;
    long bytes = job.size();
    job.advance(count);
    entry.answered = true;
    entry.first += count;
    entry.count -= count;
    calls -= count;
    boolean last = entry.count == 0;
    if (last) {
      sent.remove();
    } else {
      bytes -= job.size();
    }
    return new Reply(job, count, bytes, last, single, envelopes, index, worker);
  }

  /**
   * Takes calls out, the youngest first. Where that takes some of a job's calls and leaves others,
   * or others have been answered, the job is split: their answers may still be on their way, and
   * must not meet those of another worker.
   *
   * @param most how many calls
   * @param which of which jobs
   * @param permitted asked for each of them, by its number, whether it can be taken
   * @return the jobs that were taken, the oldest first
   */
  List<Job> removeYoungest(int most, Predicate<Job> which, LongPredicate permitted) {
    Deque<Job> removed = new ArrayDeque<>();
    int left = most;
    for (Iterator<Entry> each = sent.descendingIterator(); each.hasNext() && left > 0; ) {
      Entry one = each.next();
      int taken = which.test(one.job) ? permitted(one, left, permitted) : 0;
      if (taken > 0) {
        one.count -= taken;
        calls -= taken;
        left -= taken;
        boolean whole = one.count == 0;
        removed.addFirst(whole && !one.answered ? one.job : one.job.split(one.count));
        if (whole) {
          each.remove();
        }
      }
    }
    return new ArrayList<>(removed);
  }

  private static int permitted(Entry entry, int most, LongPredicate permitted) {
    int count = 0;
    while (count < Math.min(most, entry.count)
        && permitted.test(entry.first + entry.count - 1 - count)) {
      count++;
    }
    return count;
  }
}
