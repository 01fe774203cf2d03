package dev.brood.junit;

import dev.brood.Call;
import dev.brood.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The time during which a test class has its pool. */
final class Session implements AutoCloseable {
  /** Far more than grace periods and kills take. */
  private static final Duration TIME_TO_KILL = Duration.ofSeconds(10);

  private final Class<?> type;
  private final Duration closeWithin;
  private final WatchedPool pool;

  private Session(Class<?> type, Duration closeWithin, WatchedPool pool) {
    this.type = type;
    this.closeWithin = closeWithin;
    this.pool = pool;
  }

  static Session start(Class<?> type, BroodTest settings, PoolMode mode) {
    if (settings.workers() < 1 || settings.closeWithin() < 0) {
      throw new ExtensionConfigurationException(
          type.getName()
              + " needs at least one worker, and no negative time to close: "
              + settings);
    }
    Leftovers.SHARED.enter();
    try {
      return new Session(
          type,
          Duration.ofSeconds(settings.closeWithin()),
          new WatchedPool(pool(type, settings, mode)));
    } catch (RuntimeException | Error e) {
      Leftovers.SHARED.leave(type);
      throw e;
    }
  }

  private static Pool pool(Class<?> type, BroodTest settings, PoolMode mode) {
    Pool.Builder builder =
        Pool.builder()
            .workers(settings.workers())
            .name(type.getSimpleName().replaceAll("[^\\w.-]", "-"))
            .jvmArguments(settings.jvmArguments());
    return switch (mode) {
      case CHILD_JVMS -> builder.start();
      case THREADS -> builder.startThreads();
      case INLINE -> Pool.inline();
    };
  }

  Pool pool() {
    return pool;
  }

  /** Closes the pool, and fails if anything of it or of the class is left. */
  @Override
  public void close() {
    List<String> problems = new ArrayList<>();
    pool.shutdown();
    if (!terminates(closeWithin)) {
      problems.add(unfinished(pool.unfinished(), pool.shutdownNow()));
      if (!terminates(TIME_TO_KILL)) {
        problems.add("even after all was cancelled, its pool did not end");
      }
    }
    problems.addAll(Leftovers.SHARED.leave(type));
    if (!problems.isEmpty()) {
      throw new AssertionError(type.getName() + ": " + String.join("; ", problems));
    }
  }

  private boolean terminates(Duration limit) {
    try {
      return pool.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // JUnit wants to end: so does the wait
      return false;
    }
  }

  private String unfinished(List<String> running, List<Call<?>> queued) {
    List<String> all = running;
    if (all.isEmpty()) { // what was submitted by other ways than the pool itself
      all = queued.stream().map(Call::method).toList();
    }
    return "after "
        + closeWithin.toSeconds()
        + " s these had not ended"
        + (queued.isEmpty() ? "" : ", " + queued.size() + " of them not even begun")
        + ": "
        + Counted.words(all);
  }
}
