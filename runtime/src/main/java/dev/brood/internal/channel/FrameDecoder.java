package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import dev.brood.wire.PieceStock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames together from bytes as they arrive. Memory is taken only for bytes that are there,
 * whatever length a header announces.
 */
final class FrameDecoder {
  private static final int PIECE = 64 << 10;

  /** Where the memory of large bodies comes from. */
  private final PieceStock stock;

  private @Nullable FrameHeader header;
  private long missing;
  private final List<byte[]> pieces = new ArrayList<>(1);
  private int filled;

  private final Outcomes outcomes = new Outcomes();

  /** Longer frames cannot be meant: no memory could hold them. */
  private final long longest;

  FrameDecoder(PieceStock stock) {
    this(stock, Long.MAX_VALUE);
  }

  FrameDecoder(PieceStock stock, long longest) {
    this.stock = stock;
    this.longest = longest;
  }

  /** Adds what has been held back by {@link #decode}. */
  void flush(List<Frame> whole) {
    outcomes.flush(whole);
  }

  /**
   * Takes what can be used of what there is and adds the frames that have become whole. Short
   * outcomes of neighbouring calls become one frame, so they are held back until it is known that
   * they have no more neighbours, or until {@link #flush}.
   */
  void decode(RingReader in, List<Frame> whole) throws ProtocolException {
    while (true) {
      if (header == null) {
        if (in.available() < FrameHeader.SIZE) {
          return;
        }
        if (outcomes.take(in, whole)) {
          continue;
        }
        outcomes.flush(whole);
        FrameHeader next = FrameHeader.get(in);
        if (next.length() > longest) {
          throw new ProtocolException(
              "a frame of "
                  + next.length()
                  + " bytes is announced, which is more than this JVM's memory, "
                  + longest);
        }
        if (next.length() <= Math.min(PIECE, in.available() - 7)) { // as nearly all are
          whole.add(next.withBody(takeWhole(in, (int) next.length())));
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
      pieces.add(missing < PIECE ? new byte[(int) missing] : stock.take());
      filled = 0;
    }
    byte[] piece = pieces.get(pieces.size() - 1);
    int count = (int) Math.min(Math.min(piece.length - filled, in.available()), missing);
    in.get(piece, filled, count);
    filled += count;
    missing -= count;
  }

  /** Outcomes of neighbouring calls, gathered into one array. */
  private static final class Outcomes {
    /** Longer ones stay by themselves. */
    private static final int SHORT = 1024;

    /** More bytes than that are not held back. */
    private static final int MUCH = 64 << 10;

    private static final int FEW = 16;

    private long first;
    private int count;
    private int[] ends = new int[FEW];
    private byte[] bytes = new byte[FEW * 16];

    /** Takes a frame if it is a short outcome that is whole; tells whether it was. */
    boolean take(RingReader in, List<Frame> whole) {
      long length = in.peekLong(FrameHeader.LENGTH);
      if (in.peekLong(FrameHeader.REST) != FrameHeader.OF_OUTCOME
          || length < 0
          || length > SHORT
          || in.available() < FrameHeader.SIZE + length + 7) {
        return false;
      }
      long sequence = in.peekLong(FrameHeader.SEQUENCE);
      in.skip(FrameHeader.SIZE);
      take(sequence, (int) length, in, whole);
      return true;
    }

    private void take(long sequence, int length, RingReader in, List<Frame> whole) {
      if (count > 0 && (sequence != first + count || ends[count - 1] > MUCH)) {
        flush(whole);
      }
      int begin = 0;
      if (count == 0) {
        first = sequence;
      } else {
        begin = ends[count - 1];
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, 2 * count);
        }
      }
      int end = begin + length;
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
      }
      in.get(bytes, begin, length);
      in.skip(in.padding());
      ends[count++] = end;
    }

    void flush(List<Frame> whole) {
      if (count == 0) {
        return;
      }
      int size = ends[count - 1];
      byte[] taken = Arrays.copyOf(bytes, size);
      whole.add(
          count == 1
              ? Frame.outcome(first, new Payload(taken, size))
              : Frame.outcomes(first, Bodies.of(Arrays.copyOf(ends, count), taken)));
      count = 0;
    }
  }
}
