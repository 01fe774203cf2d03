package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.wire.WireCall;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Sends broken bytes through generated code, which must be {@linkplain Harmless harmless}. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileBytesTest {
  private static final int MUTATIONS = 150;

  private List<Method> factories;

  @BeforeAll
  void compile() throws ClassNotFoundException {
    Program program = Program.compile(TestSource.files(TestSource.allIn("suite")));
    factories = new ArrayList<>(Stubs.factories(program.load("suite.EchoParallel")));
    factories.addAll(Stubs.factories(program.load("suite.TypesParallel")));
  }

  @Test
  void truncatedBytesAreRefused() throws Throwable {
    for (Method factory : factories) {
      for (int seed = 0; seed < 5; seed++) {
        WireCall<?> call = someCall(factory, seed);
        byte[] bytes = Stubs.arguments(call).toByteArray();
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 50) {
          assertThat(Harmless.refusesArguments(call, Arrays.copyOf(bytes, length)))
              .as("%s, seed %s, %s of %s bytes", factory, seed, length, bytes.length)
              .isTrue();
        }
        assertThat(Harmless.refusesArguments(call, Arrays.copyOf(bytes, bytes.length + 1)))
            .as("%s, seed %s, a byte too many", factory, seed)
            .isTrue();
      }
    }
  }

  @Test
  void mutatedBytesDoNoHarm() throws Throwable {
    int refused = 0;
    for (Method factory : factories) {
      for (int seed = 0; seed < MUTATIONS; seed++) {
        WireCall<?> call = someCall(factory, seed % 10);
        byte[] bytes = Stubs.arguments(call).toByteArray();
        refused += Harmless.refusesArguments(call, mutated(bytes, new Random(seed))) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(factories.size());
  }

  @Test
  void mutatedResultsDoNoHarm() throws Throwable {
    for (Method factory : factories) {
      for (int seed = 0; seed < MUTATIONS; seed++) {
        WireCall<?> call = someCall(factory, seed % 10);
        byte[] bytes = Stubs.work(call, Stubs.arguments(call)).toByteArray();
        Harmless.refusesResult(call, mutated(bytes, new Random(seed)));
      }
    }
  }

  @Test
  void noSizeIsTakenOnTrust() throws Throwable {
    byte[] hugeSize = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
    for (Method factory : factories) {
      WireCall<?> call = someCall(factory, 0);
      for (int prefix = 0; prefix < 3; prefix++) {
        byte[] bytes = new byte[4096];
        Arrays.fill(bytes, 0, prefix, (byte) 1);
        System.arraycopy(hugeSize, 0, bytes, prefix, hugeSize.length);
        Harmless.refusesArguments(call, bytes);
      }
    }
  }

  @Test
  void endlessNestingIsRefused() throws Throwable {
    byte[] ones = new byte[1 << 16];
    Arrays.fill(ones, (byte) 1);
    assertThat(Harmless.refusesArguments(callOf("linked"), ones)).isTrue();
    for (Method factory : factories) {
      Harmless.refusesArguments(someCall(factory, 0), ones);
    }
  }

  /** Each list claims to be as long as the rest; the memory for it must not be taken each time. */
  @Test
  void nestedSizesTogetherAreNoLargerThanTheBytes() throws Throwable {
    byte[] tree = {1, 0, (byte) 0xA1, (byte) 0xC2, 0x1E}; // present, no label, 500,000 children
    byte[] bytes = new byte[1 << 20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = tree[i % tree.length];
    }
    assertThat(Harmless.refusesArguments(callOf("trees"), bytes)).isTrue();
  }

  @Test
  void anElementThatComesTwiceIsRefused() throws Throwable {
    byte[] twice = {3, 2, 0, 'a', 2, 0, 'a'};
    assertThat(Harmless.refusesArguments(callOf("sets"), twice)).isTrue();
    byte[] map = {3, 2, 0, 'a', 0, 2, 0, 'a', 0};
    assertThat(Harmless.refusesArguments(callOf("maps"), map)).isTrue();
  }

  @Test
  void whatACollectionCannotHoldIsRefused() throws Throwable {
    assertThat(refusesComponent("inSortedSetInteger", 2, 0)).as("null").isTrue();
    assertThat(refusesComponent("inSortedSetInteger", 3, 1, 7, 0, 0, 0, 1, 7, 0, 0, 0)).isTrue();
    assertThat(refusesComponent("inArrayDequeInteger", 2, 0)).as("null").isTrue();
    assertThat(refusesComponent("inEnumSetColor", 2, 0)).as("null").isTrue();
    assertThat(refusesComponent("inEnumSetColor", 3, 1, 1)).as("twice").isTrue();
    assertThat(refusesComponent("inEnumMapColorShape", 2, 0, 0)).as("null").isTrue();
    assertThat(refusesComponent("inTreeMapVersionMoney", 2, 0, 0)).as("null").isTrue();
  }

  @Test
  void aKindThatDoesNotExistIsRefused() throws Throwable {
    assertThat(refusesComponent("inShape", 0)).as("null").isFalse();
    assertThat(refusesComponent("inShape", 4, 1)).as("the first constant").isFalse();
    assertThat(refusesComponent("inShape", 6)).as("one too many").isTrue();
    assertThat(refusesComponent("inShape", 0xFF, 0xFF, 0xFF, 0xFF, 7)).isTrue();
  }

  /** Whether a value is refused where all else that is around it is null. */
  private boolean refusesComponent(String name, int... component) throws Throwable {
    byte[] bytes = new byte[1 + component.length + 7];
    bytes[0] = 1;
    for (int i = 0; i < component.length; i++) {
      bytes[1 + i] = (byte) component[i];
    }
    return Harmless.refusesArguments(callOf(name), bytes);
  }

  private WireCall<?> callOf(String name) throws Exception {
    for (Method factory : factories) {
      if (factory.getName().equals(name)) {
        return someCall(factory, 0);
      }
    }
    throw new AssertionError(name);
  }

  private static WireCall<?> someCall(Method factory, long seed) throws Exception {
    return Stubs.call(factory, new RandomValues(seed).next(factory.getGenericParameterTypes()[0]));
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(3); i >= 0 && mutated.length > 0; i--) {
      int at = random.nextInt(Math.min(mutated.length, random.nextBoolean() ? 8 : 1 << 20));
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] = (byte) random.nextInt();
        case 1 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> mutated[at] = (byte) 0xFF;
        default -> mutated = Arrays.copyOf(mutated, at);
      }
    }
    return mutated;
  }
}
