package dev.brood.testkit;

import dev.brood.internal.process.Launch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tests say of how workers are launched. */
public final class Launches {
  private Launches() {}

  /** As this JVM was, but for these arguments. */
  public static Launch plain(String... jvmArguments) {
    return new Launch(
        Optional.empty(),
        List.of(jvmArguments),
        Map.of(),
        Optional.empty(),
        List.of(),
        false,
        null);
  }
}
