package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames together from bytes as they arrive. Memory is taken only for bytes that are there,
 * whatever length a header announces.
 */
final class FrameDecoder {
  private static final int PIECE = 64 << 10;

  private @Nullable FrameHeader header;
  private long missing;
  private final List<byte[]> pieces = new ArrayList<>(1);
  private int filled;

  /** Takes what can be used of what there is and adds the frames that have become whole. */
  void decode(RingReader in, List<Frame> whole) throws ProtocolException {
    while (true) {
      if (header == null) {
        if (in.available() < FrameHeader.SIZE) {
          return;
        }
        FrameHeader next = FrameHeader.get(in);
        if (next.length() <= Math.min(PIECE, in.available() - 7)) {
          whole.add(next.withBody(takeWhole(in, (int) next.length()))); // as nearly all are
          continue;
        }
        header = next;
        missing = next.length();
      }
      while (missing > 0 && in.available() > 0) {
        take(in);
      }
      if (missing > 0 || in.available() < in.padding()) {
        return;
      }
      in.skip(in.padding());
      Payload body = pieces.isEmpty() ? Payload.EMPTY : new Payload(pieces, filled);
      whole.add(header.withBody(body));
      header = null;
      pieces.clear();
      filled = 0;
    }
  }

  private static Payload takeWhole(RingReader in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes, 0, length);
    in.skip(in.padding());
    return length == 0 ? Payload.EMPTY : new Payload(bytes, length);
  }

  private void take(RingReader in) {
    if (pieces.isEmpty() || filled == pieces.get(pieces.size() - 1).length) {
      pieces.add(new byte[(int) Math.min(missing, PIECE)]);
      filled = 0;
    }
    byte[] piece = pieces.get(pieces.size() - 1);
    int count = Math.min(piece.length - filled, in.available());
    in.get(piece, filled, count);
    filled += count;
    missing -= count;
  }
}
