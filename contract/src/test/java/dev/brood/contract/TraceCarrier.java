package dev.brood.contract;

import dev.brood.ContextCarrier;
import java.util.Map;

/** Carries an identifier along, as a tracing library would. Found as a service. */
public final class TraceCarrier implements ContextCarrier {
  static final ThreadLocal<String> TRACE = new ThreadLocal<>();

  /** As if the library had a fault. */
  static final String FAULT = "fault";

  /** For the service loader. */
  public TraceCarrier() {}

  @Override
  public Map<String, String> capture() {
    String trace = TRACE.get();
    if (FAULT.equals(trace)) {
      throw new IllegalStateException("a carrier with a fault");
    }
    return trace == null ? Map.of() : Map.of("trace", trace);
  }

  @Override
  public Scope restore(Map<String, String> entries) {
    String before = TRACE.get();
    TRACE.set(entries.get("trace"));
    return () -> TRACE.set(before);
  }
}
