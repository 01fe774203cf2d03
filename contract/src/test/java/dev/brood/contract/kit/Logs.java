package dev.brood.contract.kit;

import java.lang.System.Logger;
import java.lang.System.LoggerFinder;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Brood logs out of the tests' output, and lets it appear on stderr in the programs that
 * tests start. Found by the JDK as a service.
 */
public final class Logs extends LoggerFinder {
  /** Set in programs whose stderr is looked at. */
  static final String SHOWN = "contract.logs.shown";

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
      return Boolean.getBoolean(SHOWN)
          && name.startsWith("dev.brood")
          && level.compareTo(Level.INFO) >= 0;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      if (isLoggable(level)) {
        System.err.println(level + " " + message + (thrown == null ? "" : ": " + thrown));
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
