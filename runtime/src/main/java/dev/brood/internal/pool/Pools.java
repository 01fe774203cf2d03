package dev.brood.internal.pool;

import dev.brood.Pool;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where {@link Pool}'s factories enter. */
public final class Pools {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Pools() {}

  /** A pool without processes. */
  public static Pool inline() {
    return new CallPool("inline", new InlineEngine(), new Timer("inline"));
  }

  /** A pool of child JVMs. */
  public static Pool start(@Nullable String name, int workers, List<String> jvmArguments) {
    String chosen = name != null ? name : "pool-" + COUNT.incrementAndGet();
    WorkerStarter starter = new WorkerStarter(chosen, workers, jvmArguments);
    Timer timer = new Timer(chosen);
    return new CallPool(chosen, WorkerEngine.start(chosen, workers, starter, timer), timer);
  }
}
