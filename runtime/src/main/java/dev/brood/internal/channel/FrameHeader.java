package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import java.nio.ByteBuffer;

/**
 * How a frame begins, little-endian:
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
 * |  body …                                                          24
 * </pre>
 */
record FrameHeader(long length, long sequence, int table, int method, Frame.Kind kind) {
  static final int SIZE = 24;

  static void put(ByteBuffer out, Frame frame) {
    out.putLong(frame.body().size());
    out.putLong(frame.sequence());
    out.putInt(frame.table());
    out.putShort((short) frame.method());
    out.put(frame.kind().code());
    out.put((byte) 0);
  }

  static FrameHeader get(ByteBuffer in) throws ProtocolException {
    long length = in.getLong();
    long sequence = in.getLong();
    int table = in.getInt();
    int method = Short.toUnsignedInt(in.getShort());
    Frame.Kind kind = Frame.Kind.of(in.get());
    if (in.get() != 0 || length < 0 || table < 0) {
      throw new ProtocolException("what arrives is not the beginning of a frame");
    }
    return new FrameHeader(length, sequence, table, method, kind);
  }

  Frame withBody(Payload body) {
    return new Frame(kind, sequence, table, method, body);
  }
}
