package dev.brood.internal.call;

import dev.brood.wire.Invocation;
import dev.brood.wire.Payload;
import dev.brood.wire.PieceStock;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/**
 * One run of an entry point, and how far it has got. It can be {@linkplain #prepare prepared} for
 * another one, so that many short calls need no memory each. Not thread-safe.
 */
public final class Run implements Invocation {
  private final WireReader in;
  private final WireWriter out;

  /** Whether the envelope may hold the result itself. */
  private final boolean lends;

  private @Nullable Object instance;
  private Station station = Station.ARGUMENTS;
  private boolean outOfMemory;

  /**
   * Prepares for a call.
   *
   * @param arguments as the call wrote them
   */
  public Run(Payload arguments) {
    this(arguments, new WireWriter(), false);
  }

  /**
   * Prepares for a call whose envelope is not needed for longer than its method leaves its result
   * alone, which is until the next call.
   *
   * @param stock for the envelope
   */
  public Run(Payload arguments, PieceStock stock) {
    this(arguments, new WireWriter(stock), true);
  }

  private Run(Payload arguments, WireWriter out, boolean lends) {
    this.in = new WireReader(arguments);
    this.out = out;
    this.lends = lends;
  }

  /**
   * Prepares for another call; what was written by the one before is gone.
   *
   * @param bytes hold the arguments as the call wrote them
   * @param from where they begin
   * @param to where they end
   */
  public void prepare(byte[] bytes, int from, int to) {
    in.reset(bytes, from, to);
    out.reset();
    instance = null;
    station = Station.ARGUMENTS;
    outOfMemory = false;
  }

  /**
   * Describes a failure to nobody. What describes one is loaded thereby, so that a failure can be
   * told that leaves no room for classes.
   */
  public static void rehearseFailure() {
    new Run(Payload.EMPTY).fail(new IllegalStateException("rehearsed"), "");
  }

  /** The method belongs to this object. */
  void of(Object service) {
    instance = service;
  }

  /** The call has failed, now. */
  void fail(Throwable thrown, String tableName) {
    fail(station, thrown, tableName);
  }

  /** The call has failed somewhere. */
  void fail(Station where, Throwable thrown, String tableName) {
    outOfMemory = Causes.contain(thrown, OutOfMemoryError.class);
    try {
      begin(where);
      new ThrowableWriter(tableName).write(out, thrown);
    } catch (Throwable again) {
      // An exception that cannot even be described, or no memory left to do so.
      begin(where);
      ThrowableWriter.writeInWords(out, thrown.getClass().getName(), "it could not be described");
    }
  }

  private void begin(Station where) {
    out.reset();
    out.writeByte(where.code());
  }

  /** Whether the call has failed because there was no memory left. */
  public boolean isOutOfMemory() {
    return outOfMemory;
  }

  /** What has become of the call. It may be looked at until the next one is prepared for. */
  public Payload envelope() {
    return out.view();
  }

  /** What has become of the call, for good. */
  public Payload takeEnvelope() {
    return out.toPayload();
  }

  @Override
  public WireReader arguments() {
    return in;
  }

  @Override
  public Object instance() {
    if (instance == null) {
      throw new IllegalStateException("this method belongs to no service");
    }
    return instance;
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
    if (lends) {
      out.lendNext();
    }
    return out;
  }
}
