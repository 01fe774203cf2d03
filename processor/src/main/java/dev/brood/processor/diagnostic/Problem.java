package dev.brood.processor.diagnostic;

import dev.brood.processor.model.Origin;
import java.util.List;

/**
 * Something to report.
 *
 * @param arguments what the diagnostic's message mentions
 */
public record Problem(Diagnostic diagnostic, Origin origin, List<String> arguments) {
  /** Copies the list. */
  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** A problem with its message's arguments. */
  public static Problem of(Diagnostic diagnostic, Origin origin, String... arguments) {
    return new Problem(diagnostic, origin, List.of(arguments));
  }

  /** The code and the message. */
  public String text() {
    return diagnostic.text(arguments.toArray());
  }
}
