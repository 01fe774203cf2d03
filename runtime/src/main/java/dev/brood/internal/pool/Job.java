package dev.brood.internal.pool;

import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One call with its encoded arguments on its way through an engine. It is settled exactly once: by
 * an answer, or by being abandoned when nobody wants the answer any more.
 */
abstract class Job {
  private static final VarHandle SETTLED;

  static {
    try {
      SETTLED = MethodHandles.lookup().findVarHandle(Job.class, "settled", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final WireCall<?> call;
  private final Payload arguments;

  @SuppressWarnings("unused") // through SETTLED
  private volatile boolean settled;

  /**
   * Encodes the arguments, on the calling thread.
   *
   * @throws WireException if that fails
   */
  Job(WireCall<?> call) {
    this.call = call;
    this.arguments = encode(call);
  }

  private static Payload encode(WireCall<?> call) {
    try {
      WireWriter out = new WireWriter();
      call.writeArguments(out);
      return out.toPayload();
    } catch (RuntimeException | StackOverflowError e) {
      throw new WireException(call.method() + ": its arguments could not be encoded: " + e, e);
    }
  }

  final WireCall<?> call() {
    return call;
  }

  final Payload arguments() {
    return arguments;
  }

  final boolean isSettled() {
    return settled;
  }

  /** Settles the job if it is not settled yet. */
  final void settle(Answer answer) {
    if (SETTLED.compareAndSet(this, false, true)) {
      publish(answer);
    }
  }

  /** Settles the job without an answer: whatever comes is dropped. */
  final void abandon() {
    SETTLED.compareAndSet(this, false, true);
  }

  /**
   * Makes the answer known to whoever waits for it. Runs on a thread that moves data, so it neither
   * opens the answer nor runs any code of the user's.
   */
  abstract void publish(Answer answer);
}
