package dev.brood.testkit;

/** How much memory a piece of code takes on the thread that runs it. */
public final class Allocation {
  private Allocation() {}

  /** The bytes that the code allocates: the least of a few runs, as the first ones load classes. */
  public static long of(Runnable code) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = allocatedByThisThread();
      code.run();
      least = Math.min(least, allocatedByThisThread() - before);
    }
    return least;
  }

  /** By reflection, since the runtime's module does not read that of the management beans. */
  private static long allocatedByThisThread() {
    try {
      Object bean =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      Object bytes =
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getCurrentThreadAllocatedBytes")
              .invoke(bean);
      return (Long) bytes;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this JVM does not count what threads allocate", e);
    }
  }
}
