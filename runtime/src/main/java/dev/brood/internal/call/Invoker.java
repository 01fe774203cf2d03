package dev.brood.internal.call;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;

/**
 * Runs entry points on encoded arguments and puts what comes of it into an envelope, which {@link
 * Outcome} opens. Used in the worker, and by pools that run calls inline.
 */
public final class Invoker {
  private Invoker() {}

  /**
   * Runs one call of a static method. Whatever the call does short of ending the JVM, there is an
   * envelope.
   *
   * @param table holds the method
   * @param index the method's place in it
   * @param run prepared for the call; the envelope is there
   */
  public static void invoke(EntryPoints table, int index, Run run) {
    try {
      table.invoke(index, run);
    } catch (Throwable thrown) {
      run.fail(thrown, table.className());
    }
  }

  /**
   * Runs one call of a service's method, after building the service's object if need be.
   *
   * @param instance the object
   * @param index the method's place in the instance's table
   * @param run prepared for the call; the envelope is there
   */
  public static void invoke(Instance instance, int index, Run run) {
    synchronized (instance) {
      try {
        run.of(instance.get());
      } catch (Instance.ConstructionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        run.fail(Station.CONSTRUCTOR, cause, instance.table().className());
        return;
      }
      invoke(instance.table(), index, run);
    }
  }

  /** Notes that the method of a call cannot be found here. */
  public static void notFound(Throwable reason, Run run) {
    run.fail(Station.LOOKUP, reason, "");
  }

  /** As {@link #invoke(EntryPoints, int, Run)}; gives the envelope. */
  public static Payload invoke(EntryPoints table, int index, Payload arguments) {
    Run run = new Run(arguments);
    invoke(table, index, run);
    return run.takeEnvelope();
  }

  /** As {@link #invoke(Instance, int, Run)}; gives the envelope. */
  public static Payload invoke(Instance instance, int index, Payload arguments) {
    Run run = new Run(arguments);
    invoke(instance, index, run);
    return run.takeEnvelope();
  }
}
