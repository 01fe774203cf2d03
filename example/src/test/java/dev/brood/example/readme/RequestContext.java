package dev.brood.example.readme;

import dev.brood.ContextCarrier;
import java.util.Map;

// region context
public final class RequestContext implements ContextCarrier {
  static final ThreadLocal<String> REQUEST = new ThreadLocal<>();

  @Override
  public Map<String, String> capture() { // on the thread that submits
    String request = REQUEST.get();
    return request == null ? Map.of() : Map.of("request", request);
  }

  @Override
  public Scope restore(Map<String, String> entries) { // on the thread that runs the method
    REQUEST.set(entries.get("request"));
    return REQUEST::remove; // when the method has ended
  }
}
// endregion
