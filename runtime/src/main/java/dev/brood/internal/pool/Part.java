package dev.brood.internal.pool;

import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireWriter;

/**
 * One method to be run on encoded arguments.
 *
 * @param target the method
 * @param arguments as the call wrote them
 */
record Part(Target target, Payload arguments) {

  /**
   * Encodes the arguments of a call, on the calling thread.
   *
   * @throws WireException if that fails, whatever accessors and codecs throw
   */
  static Part of(WireCall<?> call) {
    WireWriter out = new WireWriter();
    encode(call, out);
    return new Part(Target.of(call), out.toPayload());
  }

  /** As {@link #of}, behind what has been written before. */
  static void encode(WireCall<?> call, WireWriter out) {
    try {
      call.writeArguments(out);
    } catch (Throwable e) {
      throw new WireException(
          call.method() + ": its arguments could not be encoded: " + Words.of(e), e);
    }
  }
}
