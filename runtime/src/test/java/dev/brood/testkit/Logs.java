package dev.brood.testkit;

import java.lang.System.Logger;
import java.lang.System.LoggerFinder;
import java.util.List;
import java.util.Queue;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Brood logs in this JVM, so that tests can look at it and nothing of it clutters their
 * output. Found by the JDK as a service.
 */
public final class Logs extends LoggerFinder {
  private static final Queue<String> KEPT = new ConcurrentLinkedQueue<>();

  /** All that was logged since the last call, each line with its level. */
  public static List<String> take() {
    List<String> taken = List.copyOf(KEPT);
    KEPT.clear();
    return taken;
  }

  @Override
  public Logger getLogger(String name, Module module) {
    return new Keeper(name);
  }

  private record Keeper(String name) implements Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return name.startsWith("dev.brood") && level.compareTo(Level.INFO) >= 0;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      if (isLoggable(level)) {
        KEPT.add(level + " " + message + (thrown == null ? "" : ": " + thrown));
      }
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object... parameters) {
      log(level, bundle, format, (Throwable) null);
    }
  }
}
