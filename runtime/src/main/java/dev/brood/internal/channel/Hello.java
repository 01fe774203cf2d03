package dev.brood.internal.channel;

import dev.brood.WireException;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;

/**
 * The first frame on a channel: the worker tells that it is ready, and which protocol it speaks.
 */
public final class Hello {
  /** Rises with every change to segments, frames or envelopes. */
  private static final int VERSION = 3;

  private static final int MAGIC = 0x42524f44;

  private Hello() {}

  /** The greeting. */
  public static Frame frame() {
    WireWriter out = new WireWriter();
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    return new Frame(Frame.Kind.HELLO, 0, 0, 0, out.toPayload());
  }

  /**
   * Checks that a frame is a greeting by a worker that speaks this protocol.
   *
   * @throws ProtocolException if it is anything else
   */
  public static void verify(Frame frame) throws ProtocolException {
    if (frame.kind() != Frame.Kind.HELLO) {
      throw new ProtocolException("the first frame is no greeting but " + frame.kind());
    }
    try {
      WireReader in = new WireReader(frame.body());
      if (in.readInt() != MAGIC) {
        throw new ProtocolException("the first frame is no greeting");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new ProtocolException(
            "the worker speaks version "
                + version
                + " of the protocol, not "
                + VERSION
                + ": another version of brood-runtime is on its class path");
      }
      in.expectEnd();
    } catch (WireException e) {
      throw new ProtocolException("the greeting cannot be read: " + e.getMessage());
    }
  }
}
