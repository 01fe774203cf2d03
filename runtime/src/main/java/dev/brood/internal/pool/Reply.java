package dev.brood.internal.pool;

import dev.brood.internal.channel.Bodies;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has answered: to a job, or to the first open calls of one that has several.
 *
 * @param job whose calls they are
 * @param calls how many
 * @param bytes how many bytes of arguments they had
 * @param last whether the job has no other open call
 * @param single the answer if it is one by itself
 * @param bodies otherwise, hold the envelopes
 * @param index of the first of them
 * @param worker who has answered
 */
record Reply(
    Job job,
    int calls,
    long bytes,
    boolean last,
    @Nullable Answer single,
    @Nullable Bodies bodies,
    int index,
    WorkerId worker) {

  /** The answer to the first of the calls, which often is the only one. */
  Answer answer() {
    if (single != null) {
      return single;
    }
    if (bodies == null) {
      throw new AssertionError("neither one answer nor several");
    }
    return Answer.of(bodies.body(index), worker);
  }
}
