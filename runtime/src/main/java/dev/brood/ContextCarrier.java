package dev.brood;

import java.util.Map;

/**
 * Carries something of the calling thread's surroundings along with each call: the entries of a
 * logging framework's diagnostic context, the identifiers of a trace. Implementations are found by
 * {@link java.util.ServiceLoader}, in the parent and in each worker alike, so one that is on the
 * class path or module path, and declared as a service there, is all that it takes:
 *
 * <pre>{@code
 * public final class LoggingContext implements ContextCarrier {
 *   public Map<String, String> capture() {
 *     Map<String, String> entries = MDC.getCopyOfContextMap();
 *     return entries == null ? Map.of() : entries;
 *   }
 *   public Scope restore(Map<String, String> entries) {
 *     entries.forEach(MDC::put);
 *     return () -> entries.keySet().forEach(MDC::remove);
 *   }
 * }
 * }</pre>
 *
 * <p>A carrier that throws is logged and otherwise as if it had nothing to carry. Implementations
 * are thread-safe.
 */
public interface ContextCarrier {

  /**
   * Tells what is to travel. Called on the thread that submits a call, so it is quick; an empty map
   * costs nothing on the way.
   */
  Map<String, String> capture();

  /**
   * Restores what was captured. Called on the thread that will run the method, just before it; not
   * called if nothing was captured.
   *
   * @param entries what the implementation of the same class has captured
   * @return closed when the method has ended
   */
  Scope restore(Map<String, String> entries);

  /** The time during which a context is restored. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
