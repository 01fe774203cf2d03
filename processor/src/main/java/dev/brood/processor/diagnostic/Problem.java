package dev.brood.processor.diagnostic;

import dev.brood.processor.model.Origin;
import java.util.List;

/**
 * Something to report.
 *
 * @param arguments what the diagnostic's message mentions
 * @param advice what else to do, to stand behind the message; may be empty
 */
public record Problem(Diagnostic diagnostic, Origin origin, List<String> arguments, String advice) {
  /** Copies the list. */
  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** A problem with its message's arguments. */
  public static Problem of(Diagnostic diagnostic, Origin origin, String... arguments) {
    return new Problem(diagnostic, origin, List.of(arguments), "");
  }

  /** The same for a part of one of several constructors, any of which would do for a service. */
  public Problem ofConstructor(String constructor) {
    String more = " Or make " + constructor + " private, if another constructor will do.";
    return new Problem(diagnostic, origin, arguments, more);
  }

  /** The code and the message. */
  public String text() {
    return diagnostic.text(arguments.toArray()) + advice;
  }
}
