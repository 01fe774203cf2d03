package dev.brood.internal.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Who has a call that was sent ahead: one word for each, which outlives the worker. The pool offers
 * a call before it sends it. Then either the worker claims it, immediately before it begins it, or
 * the pool withdraws it, and whoever comes second finds that out:
 *
 * <pre>
 *   OFFERED ──── the worker begins it ────► CLAIMED
 *      ╰──────── the pool wants it back ──► WITHDRAWN
 * </pre>
 *
 * <p>A word holds the number of the call too, times 4, since calls share the words: the one with
 * the number n has the word n modulo {@link #COUNT}. A word that is of another call says that this
 * one was offered long ago; it is as good as claimed.
 */
public final class Claims {
  /** How many calls have words of their own, which is more than are ever sent ahead. */
  public static final int COUNT = 4096;

  static final int SIZE = COUNT * Long.BYTES;

  private static final int OFFERED = 1;
  private static final int CLAIMED = 2;
  private static final int WITHDRAWN = 3;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer words;

  /** Claims in memory that is shared, outside the heap. */
  Claims(ByteBuffer words) {
    this.words = words;
  }

  /**
   * Which word a call has, from 0. Of those that share one, only one can be in a worker's hands.
   */
  public static int word(long sequence) {
    return (int) (sequence & (COUNT - 1));
  }

  /** The pool is about to send the call with that number. */
  public void offer(long sequence) {
    LONG.setRelease(words, index(sequence), state(sequence, OFFERED));
  }

  /** The worker is about to begin it; false if the pool has withdrawn it. */
  public boolean claim(long sequence) {
    return change(sequence, CLAIMED);
  }

  /** The pool wants it back; false if the worker has begun it, or may have. */
  public boolean withdraw(long sequence) {
    return change(sequence, WITHDRAWN);
  }

  /** Whether the worker has begun it, or may have. */
  public boolean isClaimed(long sequence) {
    long word = (long) LONG.getAcquire(words, index(sequence));
    return word != state(sequence, OFFERED) && word != state(sequence, WITHDRAWN);
  }

  private boolean change(long sequence, int state) {
    return LONG.compareAndSet(
        words, index(sequence), state(sequence, OFFERED), state(sequence, state));
  }

  private static int index(long sequence) {
    return word(sequence) * Long.BYTES;
  }

  private static long state(long sequence, int state) {
    return (sequence << 2) | state;
  }
}
