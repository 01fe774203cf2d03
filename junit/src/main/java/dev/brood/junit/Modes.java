package dev.brood.junit;

import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** How the configuration names modes. */
final class Modes {
  static final String PARAMETER = "brood.junit.mode";

  private Modes() {}

  static PoolMode parse(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "inline" -> PoolMode.INLINE;
      case "threads" -> PoolMode.THREADS;
      case "child-jvms" -> PoolMode.CHILD_JVMS;
      default ->
          throw new ExtensionConfigurationException(
              "%s is inline, threads or child-jvms, not \"%s\"".formatted(PARAMETER, name));
    };
  }
}
