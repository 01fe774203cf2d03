package dev.brood;

import dev.brood.internal.call.CurrentCall;
import java.time.Duration;
import java.util.Optional;

/**
 * The call that code belongs to, as that code sees it: where it is running, for how long it may,
 * and the pool that runs it.
 *
 * <p>In a child JVM, threads that a method has started see the call that is running at the moment;
 * elsewhere only the thread that runs the method sees it.
 */
public interface CallContext {

  /** The call that this thread runs; empty outside of calls. */
  static Optional<CallContext> current() {
    return CurrentCall.get();
  }

  /** The pool that runs the call, as {@link Pool#current()}. */
  Pool pool();

  /**
   * The method that was called, such as {@code com.example.Ranges.count(int[])}. Within {@link
   * Pool#mapReduce}, the method of the first call of those that travel together; inline, that which
   * combines them.
   */
  String method();

  /** The name of the worker, such as {@code pool-1 worker-2}. */
  String worker();

  /** How many calls this one is nested in: 0 for a call of the process that started the pool. */
  int depth();

  /**
   * How much time is left until the call's {@linkplain CallOptions#deadline(Duration) deadline},
   * zero or less if it has passed; empty if it has none.
   */
  Optional<Duration> remaining();
}
