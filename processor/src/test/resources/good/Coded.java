package demo;

import dev.brood.Parallel;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Types with codecs of the program's: named on a type, a parameter, a component and a result. */
final class Coded {
  @WireCodec(CelsiusCodec.class)
  interface Celsius {
    double degrees();
  }

  static final class CelsiusCodec implements Codec<Celsius> {
    @Override
    public void write(WireWriter out, Celsius value) {
      out.writeDouble(value.degrees());
    }

    @Override
    public Celsius read(WireReader in) {
      double degrees = in.readDouble();
      return () -> degrees;
    }
  }

  /** Shorter than what the JDK's codec writes, for those that are. */
  static final class ByteCodec implements Codec<BitSet> {
    @Override
    public void write(WireWriter out, BitSet value) {
      out.writeByteArray(value.toByteArray());
    }

    @Override
    public BitSet read(WireReader in) {
      return BitSet.valueOf(in.readByteArray());
    }
  }

  static final class ThreadCodec implements Codec<Map<String, Thread>> {
    @Override
    public void write(WireWriter out, Map<String, Thread> value) {}

    @Override
    public Map<String, Thread> read(WireReader in) {
      return Map.of();
    }
  }

  record Sample(@WireCodec(ByteCodec.class) BitSet[] small, BitSet large, Celsius celsius) {}

  @Parallel
  @WireCodec(ThreadCodec.class)
  static Map<String, Thread> measure(
      @WireCodec(ByteCodec.class) @WireCodec(ThreadCodec.class)
          Map<BitSet, List<Map<String, Thread>>> names,
      Sample sample) {
    return null;
  }
}
