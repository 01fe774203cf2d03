package dev.brood.internal.call;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The object of one service in one worker. It is built by the first call that needs it; if that
 * fails, the failure is logged, and stays. Calls for it hold its monitor, so they run one at a time
 * wherever they come from.
 */
public final class Instance {
  private static final Logger LOG = System.getLogger(Instance.class.getName());

  private final EntryPoints table;
  private final int constructor;
  private final Payload arguments;
  private @Nullable Object object;
  private @Nullable Throwable failure;

  /**
   * Prepares an instance.
   *
   * @param table holds the constructor
   * @param constructor its place in the table
   * @param arguments as the service encoded them
   */
  public Instance(EntryPoints table, int constructor, Payload arguments) {
    this.table = table;
    this.constructor = constructor;
    this.arguments = arguments;
  }

  /** The table that holds the methods. */
  public EntryPoints table() {
    return table;
  }

  /** Gives the object, which is built if need be. Called with the monitor held. */
  Object get() throws ConstructionException {
    if (object == null && failure == null) {
      try {
        object = table.construct(constructor, new Run(arguments));
      } catch (Throwable e) {
        failure = e;
        logFailure(e);
      }
    }
    if (object == null) {
      throw new ConstructionException(failure);
    }
    return object;
  }

  private void logFailure(Throwable reason) {
    try {
      LOG.log(Level.WARNING, "a service of " + table.className() + " could not be built", reason);
    } catch (Throwable e) {
      // The callers are told in any case: not even this may keep them from being answered.
    }
  }

  /** Closes the object if there is one that can be closed. A failure, even an error, is logged. */
  public synchronized void close() {
    if (object instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Throwable e) {
        LOG.log(Level.WARNING, "a service of " + table.className() + " could not be closed", e);
      }
    }
    object = null;
  }

  /** The constructor failed, now or earlier. */
  static final class ConstructionException extends Exception {
    private static final long serialVersionUID = 1L;

    ConstructionException(@Nullable Throwable cause) {
      super(cause);
    }
  }
}
