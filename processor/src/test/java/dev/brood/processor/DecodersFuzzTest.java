package dev.brood.processor;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.brood.wire.WireCall;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lets a fuzzer look for bytes that do harm to generated decoders. The first byte chooses the
 * method. Every build replays an encoded value of each type.
 */
class DecodersFuzzTest {
  private static final List<Method> FACTORIES = factories();

  private static List<Method> factories() {
    Program program = Program.compile(TestSource.files(TestSource.allIn("suite")));
    try {
      List<Method> factories = new ArrayList<>(Stubs.factories(program.load("suite.EchoParallel")));
      factories.addAll(Stubs.factories(program.load("suite.TypesParallel")));
      return factories;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<byte[]> seeds() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    for (int i = 0; i < FACTORIES.size(); i++) {
      Method factory = FACTORIES.get(i);
      Object value = new RandomValues(i).next(factory.getGenericParameterTypes()[0]);
      byte[] bytes = Stubs.arguments(Stubs.call(factory, value)).toByteArray();
      byte[] seed = new byte[1 + bytes.length];
      seed[0] = (byte) i;
      System.arraycopy(bytes, 0, seed, 1, bytes.length);
      seeds.add(seed);
    }
    return seeds.stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void noBytesDoHarm(byte[] input) throws Throwable {
    if (input.length == 0) {
      return;
    }
    Method factory = FACTORIES.get((input[0] & 0xFF) % FACTORIES.size());
    Class<?> parameter = factory.getParameterTypes()[0];
    if (parameter.isPrimitive()) {
      return; // there is nothing to get wrong, and no call without a value
    }
    WireCall<?> call = Stubs.call(factory, (Object) null);
    byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
    Harmless.refusesArguments(call, bytes);
    Harmless.refusesResult(call, bytes);
  }
}
