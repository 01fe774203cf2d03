package dev.brood.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Hands problems to the compiler. */
public final class Reporter {
  private final Messager messager;
  private final Origins origins;

  /** Creates a reporter for problems whose origins are in the given table. */
  public Reporter(Messager messager, Origins origins) {
    this.messager = messager;
    this.origins = origins;
  }

  /** Reports problems, as errors, in the order of the source. */
  public void report(Collection<Problem> problems) {
    problems.stream()
        .sorted(Comparator.comparingInt(problem -> problem.origin().id()))
        .forEach(
            problem ->
                messager.printMessage(
                    Kind.ERROR, problem.text(), origins.element(problem.origin())));
  }
}
