package dev.brood.internal.channel;

import dev.brood.wire.Payload;
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

  /** How many bytes the bodies of the waiting frames have. */
  private long bytes;

  void add(Collection<Frame> frames) {
    for (Frame frame : frames) {
      waiting.add(frame);
      bytes += frame.body().size();
    }
  }

  void clear() {
    waiting.clear();
    bytes = 0;
  }

  /** How many bytes the frames have that have not wholly gone out. */
  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /**
   * Fills the ring as far as the frames reach and the room allows.
   *
   * @return whether nothing is left
   */
  boolean encode(RingWriter out) throws ProtocolException {
    Frame frame;
    while ((frame = waiting.peek()) != null) {
      if (!headerDone) {
        if (!out.hasRoom(FrameHeader.SIZE)) {
          return false;
        }
        FrameHeader.put(out, frame);
        headerDone = true;
      }
      if (!encodeBody(frame.body(), out) || !out.hasRoom(out.padding())) {
        return false;
      }
      out.skip(out.padding());
      waiting.remove();
      bytes -= frame.body().size();
      headerDone = false;
      piece = 0;
      offset = 0;
    }
    return true;
  }

  /**
   * Puts a short frame into the ring if there is room, where nothing waits; tells whether it has.
   */
  boolean putWhole(Frame.Kind kind, long sequence, Payload body, RingWriter out)
      throws ProtocolException {
    if (body.pieceCount() != 1 || !out.hasRoom(FrameHeader.SIZE + body.pieceLength(0) + 7)) {
      return false;
    }
    FrameHeader.put(out, kind, sequence, 0, 0, body.size());
    out.put(body.piece(0), 0, body.pieceLength(0));
    out.skip(out.padding());
    return true;
  }

  private boolean encodeBody(Payload body, RingWriter out) throws ProtocolException {
    while (piece < body.pieceCount()) {
      int left = body.pieceLength(piece) - offset;
      int count = out.hasRoom(left) ? left : Math.min(left, out.room()); // more may have come
      out.put(body.piece(piece), offset, count);
      offset += count;
      if (count < left) {
        return false;
      }
      piece++;
      offset = 0;
    }
    return true;
  }
}
