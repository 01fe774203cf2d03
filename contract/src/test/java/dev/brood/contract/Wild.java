package dev.brood.contract;

import dev.brood.Parallel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Does what only native code can do. */
final class Wild {
  private Wild() {}

  /** Writes where there is no memory, in the JVM's own native code. */
  @Parallel
  static void write() throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field instance = type.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    Method write = type.getMethod("putAddress", long.class, long.class);
    Object unused = write.invoke(instance.get(null), 0L, 0L);
  }
}
