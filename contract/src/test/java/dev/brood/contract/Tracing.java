package dev.brood.contract;

import dev.brood.CallContext;
import dev.brood.Parallel;
import dev.brood.Pool;

/** Tells what came along with a call. */
final class Tracing {
  private Tracing() {}

  @Parallel
  static String trace() {
    return String.valueOf(TraceCarrier.TRACE.get());
  }

  @Parallel
  static String traceOfNested() {
    return TracingParallel.blocking(Pool.current()).trace();
  }

  /** Milliseconds until the deadline; −1 if there is none. */
  @Parallel
  static long remaining() {
    return CallContext.current().orElseThrow().remaining().map(left -> left.toMillis()).orElse(-1L);
  }
}
