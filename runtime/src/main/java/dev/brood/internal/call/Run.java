package dev.brood.internal.call;

import dev.brood.wire.Invocation;
import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** One run of an entry point, and how far it has got. */
final class Run implements Invocation {
  private final WireReader in;
  private final WireWriter out = new WireWriter();
  private final @Nullable Object instance;
  private Station station = Station.ARGUMENTS;

  Run(Payload arguments, @Nullable Object instance) {
    this.in = new WireReader(arguments);
    this.instance = instance;
  }

  /** Where a failure that happens now has happened. */
  Station station() {
    return station;
  }

  /** What has been written. */
  Payload envelope() {
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
    return out;
  }
}
