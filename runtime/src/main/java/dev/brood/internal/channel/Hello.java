package dev.brood.internal.channel;

import dev.brood.WireException;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.security.MessageDigest;

/**
 * The first frame on a channel: the worker tells who it is and proves that it was started by this
 * pool.
 *
 * @param secret what the pool handed to the worker on its standard input
 * @param pid the worker's process id
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole, only by verify
public record Hello(byte[] secret, long pid) {
  /** Rises with every change to frames or envelopes. */
  private static final int VERSION = 1;

  private static final int MAGIC = 0x42524f44;

  /** As a frame. */
  public Frame toFrame() {
    WireWriter out = new WireWriter();
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeByteArray(secret);
    out.writeLong(pid);
    return new Frame(Frame.Kind.HELLO, 0, 0, 0, out.toPayload());
  }

  /**
   * Reads a frame and checks that it is a greeting by the worker that was started with this secret.
   *
   * @throws ProtocolException if it is anything else
   */
  public static Hello verify(Frame frame, byte[] secret) throws ProtocolException {
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
      byte[] proof = in.readByteArray();
      long pid = in.readLong();
      in.expectEnd();
      if (proof == null || !MessageDigest.isEqual(proof, secret)) {
        throw new ProtocolException("somebody who does not know the secret has connected");
      }
      return new Hello(proof, pid);
    } catch (WireException e) {
      throw new ProtocolException("the greeting cannot be read: " + e.getMessage());
    }
  }
}
