package dev.brood.benchmark;

import dev.brood.Call;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to write the arguments of a call and to read its result, going nowhere. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WireBenchmark {

  /** The values that travel. */
  public enum Value {
    /** Five numbers. */
    INT_ROW,
    /** A record of two integers, a floating-point number and a string. */
    RECORD,
    /** A thousand boxes. */
    INTEGER_LIST,
    /** 1 MiB. */
    BYTES
  }

  /** JMH runs every benchmark with each of them. */
  @Param
  @SuppressWarnings("NullAway.Init") // by JMH
  private Value value;

  @SuppressWarnings("NullAway.Init") // in setUp
  private WireCall<?> call;

  @SuppressWarnings("NullAway.Init") // in setUp
  private Payload encoded;

  /** Prepares the call. */
  @Setup
  public void setUp() {
    call = (WireCall<?>) echo(value);
    encoded = encode();
  }

  /** A call of a method whose result is its argument, and so the same bytes. */
  private static Call<?> echo(Value value) {
    return switch (value) {
      case INT_ROW -> WorkParallel.echoInts(new int[] {3, 1, 4, 1, 5});
      case RECORD -> WorkParallel.echoReading(new Work.Reading(7, 1_700_000_000_000L, 21.5, "°C"));
      case INTEGER_LIST -> WorkParallel.echoList(Inputs.numbers(1000));
      case BYTES -> WorkParallel.echoBytes(new byte[1 << 20]);
    };
  }

  /** Writes the arguments. */
  @Benchmark
  public Payload encode() {
    WireWriter out = new WireWriter();
    call.writeArguments(out);
    return out.toPayload();
  }

  /** Reads the result. */
  @Benchmark
  public @Nullable Object decode() {
    return call.readResult(new WireReader(encoded));
  }
}
