package dev.brood.internal.pool;

import dev.brood.Pool;
import java.util.concurrent.atomic.AtomicInteger;

/** Where {@link Pool}'s factories enter. */
public final class Pools {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Pools() {}

  /** A pool without processes. */
  public static Pool inline() {
    return new CallPool("inline", new InlineEngine(), new Timer("inline"));
  }

  /** A pool of child JVMs. */
  public static Pool start(Settings settings) {
    String chosen = name(settings);
    WorkerStarter starter = new WorkerStarter(chosen, settings.workers(), settings.jvmArguments());
    Timer timer = new Timer(chosen);
    return new CallPool(
        chosen, WorkerEngine.start(chosen, settings.workers(), starter, timer), timer);
  }

  /** A pool of threads. */
  public static Pool threads(Settings settings) {
    throw new UnsupportedOperationException();
  }

  private static String name(Settings settings) {
    String name = settings.name();
    return name != null ? name : "pool-" + COUNT.incrementAndGet();
  }
}
