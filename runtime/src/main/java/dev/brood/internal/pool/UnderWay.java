package dev.brood.internal.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one operation that have calls under way, in the order of their inputs, and the
 * answers that have come and have not been taken. Thread-safe; answers are taken by one thread.
 */
final class UnderWay<R extends @Nullable Object> {
  private final LookAhead.Order order;
  private volatile @Nullable BulkJob<R> first;
  private @Nullable BulkJob<R> last;

  /** Jobs that nobody has been given yet. */
  private List<BulkJob<R>> batch = new ArrayList<>();

  /** Answers that are taken in the order in which they have come. */
  private final Deque<Answers<R>> arrived = new ArrayDeque<>();

  private volatile boolean hasArrived;
  private volatile boolean ended;

  /** Begins with nothing. */
  UnderWay(LookAhead.Order order) {
    this.order = order;
  }

  /** Nothing is added or answered any more. */
  boolean isEnded() {
    return ended;
  }

  // ---- jobs ----

  /** Adds a job behind all others, unless everything has ended while it was being made. */
  synchronized void add(BulkJob<R> job) {
    if (!ended) {
      link(last, job);
      batch.add(job);
    }
  }

  /** Takes the jobs that were added and not taken. */
  synchronized List<BulkJob<R>> takeBatch() {
    if (batch.isEmpty()) {
      return List.of(); // and not the list to which the next job is added
    }
    List<BulkJob<R>> jobs = batch;
    batch = new ArrayList<>();
    return jobs;
  }

  /**
   * The last calls of a job become one of their own.
   *
   * @return whether all that the job has kept is done with, so that another one may be the head
   */
  synchronized boolean split(BulkJob<R> job, int end, BulkJob<R> rest) {
    boolean owes = job.end(end);
    if (ended || !owes) {
      boolean unused = rest.abandon();
      return false;
    }
    link(job, rest);
    boolean over = job.isOver() && !job.hasArrived;
    if (over) {
      unlink(job);
    }
    return over;
  }

  /** The job with the first of the calls; null if there is none. */
  @Nullable BulkJob<R> head() {
    return first;
  }

  /** How many bytes the answers have that have come and are to be taken in the order of inputs. */
  synchronized long answersSize() {
    long size = 0;
    for (BulkJob<R> job = first; job != null; job = job.following) {
      size += job.answersSize;
    }
    return size;
  }

  /** Ends everything; gives the jobs that are not over. Twice does no harm. */
  synchronized List<Job> end() {
    ended = true;
    List<Job> left = new ArrayList<>();
    for (BulkJob<R> job = first; job != null; job = job.following) {
      left.add(job);
    }
    first = null;
    last = null;
    batch.clear();
    arrived.clear();
    return left;
  }

  /** Puts a job behind another one; null stands for the beginning. */
  private void link(@Nullable BulkJob<R> before, BulkJob<R> job) {
    BulkJob<R> after = before == null ? first : before.following;
    job.previous = before;
    job.following = after;
    if (before == null) {
      first = job;
    } else {
      before.following = job;
    }
    if (after == null) {
      last = job;
    } else {
      after.previous = job;
    }
  }

  private void unlink(BulkJob<R> job) {
    BulkJob<R> before = job.previous;
    BulkJob<R> after = job.following;
    if (before == null) {
      first = after;
    } else {
      before.following = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    job.previous = null; // so that a job that lives long keeps no others
    job.following = null;
  }

  // ---- answers ----

  /**
   * A worker has answered calls of a job.
   *
   * @return null if whoever has settled the job has an answer to them already
   */
  synchronized @Nullable Answers<R> received(BulkJob<R> job, Reply reply) {
    if (job.isSettled()) {
      return null;
    }
    Answers<R> answers = job.answered(reply);
    add(job, answers);
    if (job.isOver()) {
      boolean unused = job.abandon(); // if it is settled, there is nothing left to be told
    }
    return answers;
  }

  /**
   * All calls of a job that have no answer yet have this one.
   *
   * @return null if there are none
   */
  synchronized @Nullable Answers<R> settled(BulkJob<R> job, Answer answer) {
    if (job.isOver()) {
      return null;
    }
    Answers<R> answers = job.answered(answer);
    add(job, answers);
    return answers;
  }

  private void add(BulkJob<R> job, Answers<R> answers) {
    if (ended) {
      return;
    }
    if (order == LookAhead.Order.INPUTS) {
      job.arrived.add(answers);
      job.answersSize += answers.totalSize();
      job.hasArrived = true;
      return;
    }
    arrived.add(answers);
    hasArrived = true;
    if (job.isOver()) {
      unlink(job);
    }
  }

  /** Whether there is anything to {@link #take}. */
  boolean isReady() {
    BulkJob<R> head = first;
    return order == LookAhead.Order.INPUTS ? head != null && head.hasArrived : hasArrived;
  }

  /** Takes the answers that are next; null if there are none now. */
  synchronized @Nullable Answers<R> take() {
    if (ended) {
      return null;
    }
    if (order == LookAhead.Order.ANSWERS) {
      Answers<R> next = arrived.poll();
      hasArrived = !arrived.isEmpty();
      return next;
    }
    BulkJob<R> head = first;
    if (head == null) {
      return null;
    }
    Answers<R> next = head.arrived.poll();
    head.hasArrived = !head.arrived.isEmpty();
    head.answersSize -= next == null ? 0 : next.totalSize();
    if (!head.hasArrived && head.isOver()) {
      unlink(head);
    }
    return next;
  }
}
