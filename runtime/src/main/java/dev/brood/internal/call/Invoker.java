package dev.brood.internal.call;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;

/**
 * Runs entry points on encoded arguments and puts what comes of it into an envelope, which {@link
 * Outcome} opens. Used in the worker, and by pools that run calls inline.
 */
public final class Invoker {
  private Invoker() {}

  /**
   * Runs one call. Whatever the call does short of ending the JVM, there is an answer.
   *
   * @param table holds the method
   * @param index the method's place in it
   * @param arguments as the call wrote them
   * @return the envelope
   */
  public static Payload invoke(EntryPoints table, int index, Payload arguments) {
    Run run = new Run(arguments);
    try {
      table.invoke(index, run);
      return run.out.toPayload();
    } catch (Throwable thrown) {
      return failure(run.station, thrown, table.className());
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

  /** One call's progress from station to station. */
  private static final class Run implements Invocation {
    private final WireReader in;
    private final WireWriter out = new WireWriter();
    private Station station = Station.ARGUMENTS;

    Run(Payload arguments) {
      this.in = new WireReader(arguments);
    }

    @Override
    public WireReader arguments() {
      return in;
    }

    @Override
    public void begin() {
      in.expectEnd();
      station = Station.THREW;
    }

    @Override
    public WireWriter result() {
      station = Station.RESULT;
      out.writeByte(Station.RETURNED.code());
      return out;
    }
  }
}
