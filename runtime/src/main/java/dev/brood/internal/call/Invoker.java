package dev.brood.internal.call;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import dev.brood.wire.WireWriter;

/**
 * Runs entry points on encoded arguments and puts what comes of it into an envelope, which {@link
 * Outcome} opens. Used in the worker, and by pools that run calls inline.
 */
public final class Invoker {
  private Invoker() {}

  /**
   * Runs one call of a static method. Whatever the call does short of ending the JVM, there is an
   * answer.
   *
   * @param table holds the method
   * @param index the method's place in it
   * @param arguments as the call wrote them
   * @return the envelope
   */
  public static Payload invoke(EntryPoints table, int index, Payload arguments) {
    return invoke(table, index, new Run(arguments, null));
  }

  /**
   * Runs one call of a service's method, after building the service's object if need be.
   *
   * @param instance the object
   * @param index the method's place in the instance's table
   * @param arguments as the call wrote them
   * @return the envelope
   */
  public static Payload invoke(Instance instance, int index, Payload arguments) {
    synchronized (instance) {
      try {
        return invoke(instance.table(), index, new Run(arguments, instance.get()));
      } catch (Instance.ConstructionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return failure(Station.CONSTRUCTOR, cause, instance.table().className());
      }
    }
  }

  private static Payload invoke(EntryPoints table, int index, Run run) {
    try {
      table.invoke(index, run);
      return run.envelope();
    } catch (Throwable thrown) {
      return failure(run.station(), thrown, table.className());
    }
  }

  /** The envelope of a call whose method cannot be found here. */
  public static Payload notFound(Throwable reason) {
    return failure(Station.LOOKUP, reason, "");
  }

  private static Payload failure(Station station, Throwable thrown, String tableName) {
    try {
      WireWriter out = new WireWriter();
      out.writeByte(station.code());
      new ThrowableWriter(tableName).write(out, thrown);
      return out.toPayload();
    } catch (Throwable again) {
      // An exception that cannot even be described, or no memory left to do so.
      WireWriter out = new WireWriter();
      out.writeByte(station.code());
      ThrowableWriter.writeInWords(out, thrown.getClass().getName(), "it could not be described");
      return out.toPayload();
    }
  }
}
