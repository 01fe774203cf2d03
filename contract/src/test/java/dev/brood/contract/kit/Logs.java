package dev.brood.contract.kit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.LoggerFinder;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Brood logs out of the tests' output, and lets it appear on stderr in the programs that
 * tests start, and while a test wants to see it. Found by the JDK as a service.
 */
public final class Logs extends LoggerFinder {
  /** Set in programs whose stderr is looked at. */
  static final String SHOWN = "contract.logs.shown";

  /** As an argument of a worker's JVM: what is logged there appears on its stderr. */
  public static final String SHOWN_IN_WORKER = "-D" + SHOWN + "=true";

  /** Does something; what is logged in this JVM meanwhile appears on its stderr. */
  public static void showWhile(Shown shown) throws IOException {
    System.setProperty(SHOWN, "true");
    try {
      shown.run();
    } finally {
      System.clearProperty(SHOWN);
    }
  }

  /** What is done meanwhile. */
  public interface Shown {
    /** Does it. */
    void run() throws IOException;
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
