package dev.brood.processor.diagnostic;

import dev.brood.processor.diagnostic.Origins.Place;
import java.util.Collection;
import java.util.Comparator;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
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
        .forEach(problem -> print(Kind.ERROR, problem));
  }

  /** Reports what may be a problem. */
  public void warn(Problem problem) {
    print(Kind.WARNING, problem);
  }

  /**
   * Reports an annotation where no compiler has an element for it, as far as this one shows it.
   *
   * @param annotation its qualified name
   * @param types whose files are to be looked through
   */
  public static void reportLocalClasses(
      ProcessingEnvironment environment, String annotation, Collection<TypeElement> types) {
    if (environment.getClass().getName().startsWith("com.sun.tools.javac.")) {
      new LocalClasses(environment, annotation).report(types);
    }
  }

  private void print(Kind kind, Problem problem) {
    Place place = origins.place(problem.origin());
    if (place.annotation() == null) {
      messager.printMessage(kind, problem.text(), place.element());
    } else {
      messager.printMessage(
          kind, problem.text(), place.element(), place.annotation(), place.value());
    }
  }
}
