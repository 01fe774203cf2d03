package dev.brood.internal.call;

import dev.brood.wire.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Combines the results of calls without decoding them: what one method has written as its result,
 * another reads as its argument. Used wherever calls run, and by pools to combine what workers have
 * folded.
 */
public final class Fold {
  /** Up to this size, results are copied into one array; beyond it, their pieces are shared. */
  private static final int SMALL = 64 << 10;

  private Fold() {}

  /**
   * Runs several calls in order, and combines the result of each with those before it. The first
   * call that fails, or the first combination, ends it.
   *
   * @param count how many calls, at least 1
   * @param call runs one of them, from 0, and gives its envelope
   * @param combine runs the combining method on its arguments, and gives its envelope
   * @return the envelope of the last combination, or of the only call, or of the first failure
   */
  public static Payload run(int count, IntFunction<Payload> call, UnaryOperator<Payload> combine) {
    Payload combined = call.apply(0);
    for (int i = 1; i < count && Outcome.hasReturned(combined); i++) {
      Payload next = call.apply(i);
      combined = Outcome.hasReturned(next) ? combine.apply(arguments(combined, next)) : next;
    }
    return combined;
  }

  /**
   * The arguments of a combining call.
   *
   * @param left the envelope of a method that has returned
   * @param right the envelope of another one
   */
  public static Payload arguments(Payload left, Payload right) {
    long size = left.size() + right.size() - 2;
    List<byte[]> pieces = new ArrayList<>(left.pieceCount() + right.pieceCount());
    addResult(pieces, left);
    addResult(pieces, right);
    if (pieces.isEmpty()) {
      return Payload.EMPTY;
    }
    if (size <= SMALL) {
      byte[] whole = new byte[(int) size];
      int at = 0;
      for (byte[] piece : pieces) {
        System.arraycopy(piece, 0, whole, at, piece.length);
        at += piece.length;
      }
      return new Payload(whole, whole.length);
    }
    return new Payload(pieces, pieces.get(pieces.size() - 1).length);
  }

  /** Adds what follows the envelope's first byte, each piece filled to its end. */
  private static void addResult(List<byte[]> pieces, Payload envelope) {
    int skipped = 1;
    for (int i = 0; i < envelope.pieceCount(); i++) {
      byte[] piece = envelope.piece(i);
      int length = envelope.pieceLength(i);
      if (length > skipped) {
        pieces.add(
            skipped == 0 && length == piece.length
                ? piece
                : Arrays.copyOfRange(piece, skipped, length));
      }
      skipped = Math.max(0, skipped - length);
    }
  }
}
