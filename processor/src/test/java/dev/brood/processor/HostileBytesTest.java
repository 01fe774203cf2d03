package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Sends broken bytes through generated code. Whatever arrives, the outcome is a value, a {@link
 * WireException} or what a user's constructor throws, and no more memory is taken than the bytes
 * are worth.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileBytesTest {
  private static final int MUTATIONS = 150;

  /** For the result, and whatever the JVM takes for itself. */
  private static final long FREE_BYTES = 1 << 20;

  /** An element takes a byte on the wire; the largest thing that is made for it is a map's slot. */
  private static final long BYTES_FOR_A_BYTE = 200;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
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
          assertThat(refuses(call, Arrays.copyOf(bytes, length)))
              .as("%s, seed %s, %s of %s bytes", factory, seed, length, bytes.length)
              .isTrue();
        }
        assertThat(refuses(call, Arrays.copyOf(bytes, bytes.length + 1)))
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
        refused += refuses(call, mutated(bytes, new Random(seed))) ? 1 : 0;
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
        Payload result = payload(mutated(bytes, new Random(seed)));
        harmless(result, () -> Stubs.result(call, result));
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
        refuses(call, bytes);
      }
    }
  }

  @Test
  void endlessNestingIsRefused() throws Throwable {
    byte[] ones = new byte[1 << 16];
    Arrays.fill(ones, (byte) 1);
    assertThat(refuses(callOf("linked"), ones)).isTrue();
    for (Method factory : factories) {
      refuses(someCall(factory, 0), ones);
    }
  }

  @Test
  void anElementThatComesTwiceIsRefused() throws Throwable {
    byte[] twice = {3, 2, 0, 'a', 2, 0, 'a'};
    assertThat(refuses(callOf("sets"), twice)).isTrue();
    byte[] map = {3, 2, 0, 'a', 0, 2, 0, 'a', 0};
    assertThat(refuses(callOf("maps"), map)).isTrue();
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

  private static Payload payload(byte[] bytes) {
    return new Payload(List.of(bytes), bytes.length);
  }

  private boolean refuses(WireCall<?> call, byte[] bytes) throws Throwable {
    Payload arguments = payload(bytes);
    return harmless(arguments, () -> Stubs.work(call, arguments));
  }

  /** Whether the bytes were refused; it is a failure if they did harm. */
  private boolean harmless(Payload bytes, Action action) throws Throwable {
    long before = threads.getCurrentThreadAllocatedBytes();
    boolean refused = false;
    try {
      action.run();
    } catch (WireException e) {
      refused = true;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("a range from");
    }
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(taken).isLessThan(FREE_BYTES + BYTES_FOR_A_BYTE * bytes.size());
    return refused;
  }

  private interface Action {
    void run() throws Throwable;
  }
}
