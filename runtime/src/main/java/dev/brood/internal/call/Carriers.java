package dev.brood.internal.call;

import dev.brood.ContextCarrier;
import java.lang.System.Logger;
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
  private static final Logger LOG = System.getLogger(Carriers.class.getName());

  /** Found when first wanted: by the first call here, by the first call with a context there. */
  private static final class Found {
    static final List<ContextCarrier> ALL = find();

    private static List<ContextCarrier> find() {
      List<ContextCarrier> found = new ArrayList<>();
      try {
        ServiceLoader.load(ContextCarrier.class).forEach(found::add);
      } catch (ServiceConfigurationError e) {
        LOG.log(Level.WARNING, "a carrier of context cannot be used", e);
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
        LOG.log(Level.WARNING, carrier + " could not capture its context", e);
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
          LOG.log(Level.WARNING, carrier + " could not restore its context", e);
        }
      }
    }
    return () -> scopes.forEach(Carriers::close);
  }

  private static void close(ContextCarrier.Scope scope) {
    try {
      scope.close();
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "a context could not be ended", e);
    }
  }
}
