package dev.brood.contract;

import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** A number whose travels are counted. */
@WireCodec(Tally.Coder.class)
final class Tally {
  private final int count;

  Tally(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }

  /** Tells how often this JVM has read one. */
  static final class Coder implements Codec<Tally> {
    static final AtomicInteger READ = new AtomicInteger();

    @Override
    public void write(WireWriter out, Tally value) {
      out.writeInt(value.count());
    }

    @Override
    public Tally read(WireReader in) {
      READ.incrementAndGet();
      return new Tally(in.readInt());
    }
  }
}
