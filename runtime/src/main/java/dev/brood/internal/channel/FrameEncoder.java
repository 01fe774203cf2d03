package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** Turns frames into bytes, as many at a time as there is room for. */
final class FrameEncoder {
  private final Deque<Frame> waiting = new ArrayDeque<>();

  /** How far the first of the waiting frames has got: which piece, and how much of it. */
  private boolean headerDone;

  private int piece;
  private int offset;

  void add(Collection<Frame> frames) {
    waiting.addAll(frames);
  }

  void clear() {
    waiting.clear();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Fills the buffer as far as the frames reach and the room allows. */
  void encode(ByteBuffer out) {
    Frame frame;
    while ((frame = waiting.peek()) != null) {
      if (!headerDone) {
        if (out.remaining() < FrameHeader.SIZE) {
          return;
        }
        FrameHeader.put(out, frame);
        headerDone = true;
      }
      if (!encodeBody(frame.body(), out)) {
        return;
      }
      waiting.remove();
      headerDone = false;
      piece = 0;
      offset = 0;
    }
  }

  private boolean encodeBody(Payload body, ByteBuffer out) {
    while (piece < body.pieceCount()) {
      int count = Math.min(body.pieceLength(piece) - offset, out.remaining());
      out.put(body.piece(piece), offset, count);
      offset += count;
      if (offset < body.pieceLength(piece)) {
        return false;
      }
      piece++;
      offset = 0;
    }
    return true;
  }
}
