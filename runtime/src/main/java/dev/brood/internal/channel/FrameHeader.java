package dev.brood.internal.channel;

import dev.brood.wire.Payload;

/**
 * How a frame begins, at a position that is a multiple of 8, little-endian:
 *
 * <pre>
 *  0       1       2       3       4       5       6       7
 * +-------+-------+-------+-------+-------+-------+-------+-------+
 * |                      length of the body                       |  0
 * +-------+-------+-------+-------+-------+-------+-------+-------+
 * |                           sequence                            |  8
 * +-------+-------+-------+-------+-------+-------+-------+-------+
 * |             table             |    method     | kind  |   0   |  16
 * +-------+-------+-------+-------+-------+-------+-------+-------+
 * |  body, and up to 7 bytes that fill it up to a multiple of 8      24
 * </pre>
 *
 * <p>A frame may be longer than the ring and goes through it bit by bit. Whole words are never cut
 * by the end of the ring, since its capacity is a multiple of 8 too; the body may be.
 */
record FrameHeader(long length, long sequence, int table, int method, Frame.Kind kind) {
  static final int LENGTH = 0;
  static final int SEQUENCE = 8;
  static final int REST = 16;
  static final int SIZE = 24;

  /** The last word of nearly all frames that a worker sends. */
  static final long OF_OUTCOME = rest(Frame.Kind.OUTCOME, 0, 0);

  static void put(RingWriter out, Frame frame) {
    put(out, frame.kind(), frame.sequence(), frame.table(), frame.method(), frame.body().size());
  }

  static void put(
      RingWriter out, Frame.Kind kind, long sequence, int table, int method, long length) {
    out.putLong(length);
    out.putLong(sequence);
    out.putLong(rest(kind, table, method));
  }

  private static long rest(Frame.Kind kind, int table, int method) {
    return (table & 0xFFFF_FFFFL) | (method & 0xFFFFL) << 32 | (kind.code() & 0xFFL) << 48;
  }

  static FrameHeader get(RingReader in) throws ProtocolException {
    long length = in.getLong();
    long sequence = in.getLong();
    long rest = in.getLong();
    int table = (int) rest;
    int method = (int) (rest >>> 32) & 0xFFFF;
    Frame.Kind kind = Frame.Kind.of((byte) (rest >>> 48));
    if (rest >>> 56 != 0 || length < 0 || table < 0) {
      throw new ProtocolException("what arrives is not the beginning of a frame");
    }
    return new FrameHeader(length, sequence, table, method, kind);
  }

  Frame withBody(Payload body) {
    return new Frame(kind, sequence, table, method, body);
  }
}
