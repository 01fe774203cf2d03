package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import java.nio.ByteBuffer;
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

  /** Takes what it can use from the buffer and adds the frames that have become whole. */
  void decode(ByteBuffer in, List<Frame> whole) throws ProtocolException {
    while (true) {
      if (header == null) {
        if (in.remaining() < FrameHeader.SIZE) {
          return;
        }
        header = FrameHeader.get(in);
        missing = header.length();
      }
      while (missing > 0 && in.hasRemaining()) {
        take(in);
      }
      if (missing > 0) {
        return;
      }
      Payload body = pieces.isEmpty() ? Payload.EMPTY : new Payload(pieces, filled);
      whole.add(header.withBody(body));
      header = null;
      pieces.clear();
      filled = 0;
    }
  }

  private void take(ByteBuffer in) {
    if (pieces.isEmpty() || filled == pieces.get(pieces.size() - 1).length) {
      pieces.add(new byte[(int) Math.min(missing, PIECE)]);
      filled = 0;
    }
    byte[] piece = pieces.get(pieces.size() - 1);
    int count = Math.min(piece.length - filled, in.remaining());
    in.get(piece, filled, count);
    filled += count;
    missing -= count;
  }
}
