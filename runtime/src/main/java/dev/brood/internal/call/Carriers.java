package dev.brood.internal.call;

import dev.brood.ContextCarrier;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** All {@link ContextCarrier}s of this process. What one of them throws is logged, and no more. */
public final class Carriers {
  /** Found when first wanted: by the first call here, by the first call with a context there. */
  private static final class Found {
    static final List<ContextCarrier> ALL = find();

    private static List<ContextCarrier> find() {
      List<ContextCarrier> found = new ArrayList<>();
      try {
        ServiceLoader.load(ContextCarrier.class).forEach(found::add);
      } catch (ServiceConfigurationError e) {
        warn("a carrier of context cannot be used", e);
      }
      return found;
    }
  }

  private Carriers() {}

  /** What this thread's surroundings are, by the name of the carrier's class. */
  public static Map<String, Map<String, String>> capture() {
    if (Found.ALL.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<String, String>> context = new LinkedHashMap<>();
    for (ContextCarrier carrier : Found.ALL) {
      try {
        Map<String, String> entries = Map.copyOf(carrier.capture());
        if (!entries.isEmpty()) {
          context.put(carrier.getClass().getName(), entries);
        }
      } catch (RuntimeException | LinkageError e) {
        warn(carrier + " could not capture its context", e);
      }
    }
    return context;
  }

  /** Restores what was captured; closing what is returned ends that, in the opposite order. */
  public static ContextCarrier.Scope restore(Map<String, Map<String, String>> context) {
    if (context.isEmpty()) {
      return () -> {};
    }
    Deque<ContextCarrier.Scope> scopes = new ArrayDeque<>();
    for (ContextCarrier carrier : Found.ALL) {
      Map<String, String> entries = context.get(carrier.getClass().getName());
      if (entries != null) {
        try {
          scopes.push(carrier.restore(entries));
        } catch (RuntimeException | LinkageError e) {
          warn(carrier + " could not restore its context", e);
        }
      }
    }
    return () -> scopes.forEach(Carriers::close);
  }

  /** Asks for a logger only now: what a logging system loads would delay each worker's start. */
  private static void warn(String message, Throwable failure) {
    System.getLogger(Carriers.class.getName()).log(Level.WARNING, message, failure);
  }

  private static void close(ContextCarrier.Scope scope) {
    try {
      scope.close();
    } catch (RuntimeException | LinkageError e) {
      warn("a context could not be ended", e);
    }
  }
}
