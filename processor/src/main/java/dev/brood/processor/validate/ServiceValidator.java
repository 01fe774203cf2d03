package dev.brood.processor.validate;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod.Place;
import dev.brood.processor.model.Service;
import dev.brood.processor.model.Service.Flaw;
import java.util.List;

/** Finds what is wrong with a service, apart from its methods and constructors. */
final class ServiceValidator {
  private final ParallelClass parallelClass;
  private final Service service;
  private final List<Problem> problems;

  private ServiceValidator(ParallelClass parallelClass, Service service, List<Problem> problems) {
    this.parallelClass = parallelClass;
    this.service = service;
    this.problems = problems;
  }

  static void validate(ParallelClass parallelClass, Service service, List<Problem> problems) {
    new ServiceValidator(parallelClass, service, problems).validate();
  }

  private void validate() {
    service.flaws().stream().sorted().forEach(this::report);
    if (service.flaws().isEmpty()
        && parallelClass.methods().stream().noneMatch(m -> m.place() == Place.SERVICE)) {
      add(Diagnostic.SERVICE_EMPTY, parallelClass.type().id().nestedName());
    }
  }

  private void report(Flaw flaw) {
    String type = parallelClass.type().id().nestedName();
    String implementation = service.implementation().id().nestedName();
    String home = Validator.packageOf(parallelClass);
    switch (flaw) {
      case WRONG_KIND -> add(Diagnostic.SERVICE_KIND, type, service.kind());
      case KOTLIN_OBJECT -> add(Diagnostic.KOTLIN_SERVICE, type);
      case GENERIC -> add(Diagnostic.SERVICE_GENERIC, type);
      case SEALED -> add(Diagnostic.SERVICE_SEALED, type);
      case NO_IMPLEMENTATION -> add(Diagnostic.NO_IMPLEMENTATION, type, service.kind());
      case NO_CLASS -> ofImplementation(Diagnostic.IMPLEMENTATION_UNSUITABLE, implementation, home);
      case NO_SUBTYPE ->
          ofImplementation(Diagnostic.IMPLEMENTATION_UNRELATED, implementation, type);
      case NO_CONSTRUCTOR -> add(Diagnostic.SERVICE_CONSTRUCTOR, implementation, home);
      case UNRESOLVED -> ofImplementation(Diagnostic.UNRESOLVED, type, "of its implementation");
    }
  }

  private void ofImplementation(Diagnostic diagnostic, String... arguments) {
    problems.add(Problem.of(diagnostic, service.implementationOrigin(), arguments));
  }

  private void add(Diagnostic diagnostic, String... arguments) {
    problems.add(Problem.of(diagnostic, parallelClass.origin(), arguments));
  }
}
