package dev.brood.internal.call;

import dev.brood.fixtures.Bytes;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import org.jspecify.annotations.Nullable;

/** Runs calls here and opens what comes of them. */
final class Envelopes {
  static final StackTraceElement WORKER =
      new StackTraceElement("brood.pool", "worker-1", "pid 1", -1);

  private Envelopes() {}

  /** The envelope of a call that is run. */
  static Payload of(WireCall<?> call) {
    Payload arguments = Bytes.payload(call::writeArguments);
    return Invoker.invoke(call.entryPoints(), call.index(), arguments);
  }

  static <R extends @Nullable Object> Outcome<R> open(WireCall<R> call, Payload envelope) {
    return Outcome.open(call, envelope, WORKER);
  }

  /** The failure of a call that is run. */
  static Throwable failure(WireCall<?> call) {
    Throwable failure = open(call, of(call)).failure();
    if (failure == null) {
      throw new AssertionError("the call did not fail");
    }
    return failure;
  }
}
