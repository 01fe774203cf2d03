package dev.brood.internal.pool;

import dev.brood.CallOptions;
import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call with its encoded arguments on its way through an engine; or a fold, several calls whose
 * results are combined in the worker.
 *
 * <p>It is settled exactly once: by an answer, or by being abandoned when nobody wants the answer
 * any more. After that it is released exactly once, when no worker has it in hand any more:
 *
 * <pre>
 *            answer, loss            engine has let go of it
 *   OPEN ───────────────► SETTLED ─────────────────────────► RELEASED
 *    ╰──── abandoned ───────▲
 * </pre>
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

  private final Part part;
  private final List<Part> folded;
  private final CallOptions options;
  private final @Nullable Limits limits;

  @SuppressWarnings("unused") // through SETTLED
  private volatile boolean settled;

  /**
   * Encodes the arguments, on the calling thread.
   *
   * @throws WireException if that fails
   */
  Job(WireCall<?> call) {
    this(Part.of(call), List.of(), call.options());
  }

  /**
   * A job of calls that are encoded already.
   *
   * @param part the method to run; for a fold, the one that combines, without arguments
   * @param folded the calls whose results are combined, in order; empty for a single call
   */
  Job(Part part, List<Part> folded, CallOptions options) {
    this.part = part;
    this.folded = List.copyOf(folded);
    this.options = options;
    this.limits = Limits.of(options);
  }

  final Target target() {
    return part.target();
  }

  final Payload arguments() {
    return part.arguments();
  }

  /** For a fold, the calls whose results are combined; otherwise empty. */
  final List<Part> folded() {
    return folded;
  }

  final CallOptions options() {
    return options;
  }

  final @Nullable Limits limits() {
    return limits;
  }

  /** How many bytes of arguments there are. */
  final long size() {
    long size = part.arguments().size();
    for (Part one : folded) {
      size += one.arguments().size();
    }
    return size;
  }

  /** Whether the job counts towards the limits of what may be queued. */
  boolean isCounted() {
    return false;
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

  /** Settles the job without an answer: whatever comes is dropped. Tells whether it was open. */
  final boolean abandon() {
    return SETTLED.compareAndSet(this, false, true);
  }

  /**
   * Makes the answer known to whoever waits for it. Runs on a thread that moves data, so it neither
   * opens the answer nor runs any code of the user's.
   */
  abstract void publish(Answer answer);

  /**
   * No worker has the job in hand any more, and none ever will. Comes after the job has been
   * settled, once, on a thread that moves data.
   */
  void released() {}
}
