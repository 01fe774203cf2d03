package dev.brood.internal.worker;

import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a worker has to do before what comes after it: learn a table or a service, forget
 * a service, run a call, or run several and combine their results.
 */
final class Work {
  private final long sequence;
  private final Terms terms;
  private final long arrivedAt;
  private final int size;
  private final List<Frame> frames = new ArrayList<>(1);

  @SuppressWarnings("ReferenceEquality") // the very constant
  private Work(long sequence, Terms terms, int size) {
    this.sequence = sequence;
    this.terms = terms;
    this.arrivedAt = terms == Terms.NONE ? 0 : System.nanoTime();
    this.size = size;
  }

  /** One frame: an introduction or its end, or a call. */
  static Work of(Frame frame, Terms terms) {
    Work work = new Work(frame.sequence(), terms, 1);
    work.frames.add(frame);
    return work;
  }

  /** So many calls, which are still to come. */
  static Work fold(Frame fold, Terms terms) {
    return new Work(fold.sequence(), terms, fold.table());
  }

  void add(Frame call) {
    frames.add(call);
  }

  boolean isWhole() {
    return frames.size() >= size;
  }

  boolean isFold() {
    return size > 1;
  }

  /** The number under which the pool knows the call. */
  long sequence() {
    return sequence;
  }

  Terms terms() {
    return terms;
  }

  /** From when the time that is left counts, if the terms say anything of it. */
  long arrivedAt() {
    return arrivedAt;
  }

  /** The frame, if it is one; otherwise the first. */
  Frame frame() {
    return frames.get(0);
  }

  /** The calls whose results are combined. */
  List<Frame> parts() {
    return frames.subList(0, size - 1);
  }

  /** The call that combines two results; it comes without arguments. */
  Frame combine() {
    return frames.get(size - 1);
  }
}
