package dev.brood.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A logger that keeps what it is given. */
public final class KeptLog implements System.Logger {
  private final List<String> messages = new CopyOnWriteArrayList<>();

  /** Level, message, and what was thrown, if anything was. */
  public List<String> messages() {
    return messages;
  }

  @Override
  public String getName() {
    return "kept";
  }

  @Override
  public boolean isLoggable(Level level) {
    return true;
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    messages.add(level + " " + message + (thrown == null ? "" : " " + thrown));
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... parameters) {
    assertThat(parameters).as("what workers print is no format").isNull();
    messages.add(level + " " + format);
  }
}
