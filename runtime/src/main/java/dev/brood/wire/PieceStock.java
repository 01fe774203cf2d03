package dev.brood.wire;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Memory for large payloads that is used again: it is warm, and the collector of garbage need not
 * move it about. What is not used goes when memory gets scarce. Thread-safe.
 */
public final class PieceStock {
  /** So many pieces are kept at most; they have a little more than 64 MiB. */
  private static final int MOST = 1032;

  private SoftReference<Deque<byte[]>> pieces = new SoftReference<>(null);

  /** Creates a stock with nothing in it. */
  public PieceStock() {}

  /** Gives a piece of full size, with anything in it. */
  public synchronized byte[] take() {
    Deque<byte[]> kept = pieces.get();
    byte[] piece = kept == null ? null : kept.poll();
    return piece != null ? piece : new byte[PieceBuffer.FULL_PIECE];
  }

  /**
   * Takes pieces back.
   *
   * @param payload a payload at which nobody will ever look again
   */
  public synchronized void giveBack(Payload payload) {
    for (int i = 0; i < payload.pieceCount(); i++) {
      byte[] piece = payload.piece(i);
      if (piece.length == PieceBuffer.FULL_PIECE) {
        giveBack(piece);
      }
    }
  }

  private void giveBack(byte[] piece) {
    Deque<byte[]> kept = pieces.get();
    if (kept == null) {
      kept = new ArrayDeque<>();
      pieces = new SoftReference<>(kept);
    }
    if (kept.size() < MOST) {
      kept.push(piece);
    }
  }
}
