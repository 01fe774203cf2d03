package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Decodes bytes of any origin. Whatever they are, the outcome is a value, a {@link WireException}
 * or what a user's constructor throws, and no more memory is taken than the bytes are worth.
 */
final class Harmless {
  /** For the result, and whatever the JVM takes for itself. */
  private static final long FREE_BYTES = 1 << 20;

  /** An element takes a byte on the wire; the largest thing that is made for it is a map's slot. */
  private static final long BYTES_FOR_A_BYTE = 200;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Harmless() {}

  static Payload payload(byte[] bytes) {
    return new Payload(List.of(bytes), bytes.length);
  }

  /** Whether bytes are refused as the arguments of a call. */
  static boolean refusesArguments(WireCall<?> call, byte[] bytes) throws Throwable {
    Payload arguments = payload(bytes);
    return refuses(arguments, () -> Stubs.work(call, arguments));
  }

  /** Whether bytes are refused as the result of a call. */
  static boolean refusesResult(WireCall<?> call, byte[] bytes) throws Throwable {
    Payload result = payload(bytes);
    return refuses(result, () -> Stubs.result(call, result));
  }

  private static boolean refuses(Payload bytes, Action action) throws Throwable {
    long allowed = FREE_BYTES + BYTES_FOR_A_BYTE * bytes.size();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    boolean refused = isRefused(action);
    if (THREADS.getCurrentThreadAllocatedBytes() - before > allowed) {
      // It may have been the loading of classes, which a fuzzer makes dear. So once more.
      before = THREADS.getCurrentThreadAllocatedBytes();
      isRefused(action);
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(allowed);
    }
    return refused;
  }

  private static boolean isRefused(Action action) throws Throwable {
    try {
      action.run();
      return false;
    } catch (WireException e) {
      return true;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("a range from");
      return false;
    }
  }

  private interface Action {
    void run() throws Throwable;
  }
}
