package dev.brood.internal.pool;

import dev.brood.internal.channel.Bodies;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of many calls: neighbours, of one method, that are on their way together. Whoever has them
 * may split them at any place behind the first that is not answered:
 *
 * <pre>
 *   0      published      next                    end            calls.size()
 *   ├──────────┼────────────┼──────────────────────┼─────────────────┤
 *    answered,   answered,     with an engine or      of others that
 *    told        not told yet  a worker               were split off
 * </pre>
 *
 * <p>A job that has been settled owes an answer to all calls that it had then, however it is split
 * after that; those parts owe none.
 *
 * <p>Concurrency: {@link #next} belongs to whoever has the job in hand, as {@link #lane} and {@link
 * #holder} do. All else that changes is guarded by {@link UnderWay}; the end is changed by whoever
 * has the job in hand, and so read by it without the lock.
 */
final class BulkJob<R extends @Nullable Object> extends Job {
  private final LookAhead<R> owner;

  // Of all calls that were gathered together.
  private final List<WireCall<R>> calls;
  private final long[] ends;
  private final long place;

  // Which of them are this job's.
  private int published;
  private int next;
  private volatile int end;

  /** Up to which call this job has answers to tell; the end, but for one that has been settled. */
  private int owed;

  /** The neighbours under way; they belong to {@link UnderWay}. */
  @Nullable BulkJob<R> previous;

  @Nullable BulkJob<R> following;

  /** The answers that have come and have not been taken, if they are taken in order. */
  final Deque<Answers<R>> arrived = new ArrayDeque<>(2);

  /** Whether there are any. */
  volatile boolean hasArrived;

  /** How many bytes those have. */
  long answersSize;

  /**
   * A job of calls that have been encoded.
   *
   * @param calls of one method; if they are several, without options
   * @param ends where the arguments of each end in {@code arguments}
   * @param place the first one's input, from 0
   * @param context what surrounds them, by the name of the carrier
   */
  BulkJob(
      LookAhead<R> owner,
      Target target,
      List<WireCall<R>> calls,
      long[] ends,
      Payload arguments,
      long place,
      Map<String, Map<String, String>> context) {
    super(new Part(target, arguments), List.of(), calls.get(0).options(), context);
    this.owner = owner;
    this.calls = calls;
    this.ends = ends;
    this.place = place;
    this.end = calls.size();
    this.owed = end;
  }

  private BulkJob(BulkJob<R> whole, int begin, int end) {
    super(whole);
    this.owner = whole.owner;
    this.calls = whole.calls;
    this.ends = whole.ends;
    this.place = whole.place;
    this.published = begin;
    this.next = begin;
    this.end = end;
    this.owed = end;
  }

  @Override
  boolean isOfMany() {
    return true;
  }

  // ---- for whoever has it in hand ----

  @Override
  int count() {
    return end - next;
  }

  @Override
  BulkJob<R> split(int kept) {
    int border = next + kept;
    BulkJob<R> rest = new BulkJob<>(this, border, end);
    owner.split(this, border, rest);
    return rest;
  }

  @Override
  void advance(int count) {
    next += count;
  }

  @Override
  Payload arguments() {
    return super.arguments().part(begin(next), begin(end));
  }

  @Override
  long size() {
    return begin(end) - begin(next);
  }

  private long begin(int call) {
    return call == 0 ? 0 : ends[call - 1];
  }

  @Override
  Bodies bodies() {
    int from = next;
    long origin = begin(from);
    int[] own = new int[end - from];
    for (int i = 0; i < own.length; i++) {
      own[i] = (int) (ends[from + i] - origin);
    }
    Payload bytes = arguments();
    return Bodies.of(own, bytes.pieceCount() == 1 ? bytes.piece(0) : bytes.toByteArray());
  }

  @Override
  void receive(Reply reply) {
    owner.received(this, reply);
  }

  @Override
  void publish(Answer answer) {
    owner.settled(this, answer);
  }

  // ---- for what keeps the calls under way, with its monitor ----

  /** Ends earlier than before; tells whether whoever has the rest owes the answers to it. */
  boolean end(int sooner) {
    end = sooner;
    if (isSettled()) {
      return false;
    }
    owed = sooner;
    return true;
  }

  /** The next calls have been answered so; tells which they are. */
  Answers<R> answered(Reply reply) {
    Answers<R> answers = Answers.of(this, published, reply);
    published += reply.calls();
    return answers;
  }

  /** All that are left have this answer. */
  Answers<R> answered(Answer answer) {
    Answers<R> answers = Answers.same(this, published, owed - published, answer);
    published = owed;
    return answers;
  }

  /** Whether all calls have been answered. */
  boolean isOver() {
    return published == owed;
  }

  // ---- for all ----

  WireCall<R> call(int index) {
    return calls.get(index);
  }

  /** The input of a call, from 0. */
  long place(int index) {
    return place + index;
  }

  /** How many bytes of arguments a call has. */
  long argumentsSize(int index) {
    return ends[index] - begin(index);
  }
}
