package dev.brood.processor.validate;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.CodecMistake;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.ParallelMethod.Place;
import dev.brood.processor.model.Signatures;
import java.util.ArrayList;
import java.util.List;

/** Finds everything that is wrong with a class. */
public final class Validator {
  private Validator() {}

  /**
   * All problems of a class.
   *
   * @param names the generated types of all classes, this one's included
   */
  public static List<Problem> problems(ParallelClass parallelClass, GeneratedNames names) {
    List<Problem> problems = new ArrayList<>();
    names.problem(parallelClass).ifPresent(problems::add);
    placement(parallelClass, problems);
    parallelClass
        .service()
        .ifPresent(service -> ServiceValidator.validate(parallelClass, service, problems));
    TypeValidator types = new TypeValidator(parallelClass, problems);
    for (ParallelMethod method : parallelClass.members()) {
      int before = problems.size();
      MethodValidator.validate(parallelClass, method, problems);
      if (!method.traits().isSuspending()) {
        validate(method, types);
      }
      if (isOneOfSeveralConstructors(parallelClass, method)) {
        problems
            .subList(before, problems.size())
            .replaceAll(problem -> problem.ofConstructor(Signatures.brief(method)));
      }
    }
    for (CodecMistake mistake : parallelClass.shapes().mistakes()) {
      problems.add(CodecValidator.problem(parallelClass, mistake));
    }
    return problems;
  }

  private static boolean isOneOfSeveralConstructors(
      ParallelClass parallelClass, ParallelMethod method) {
    return method.place() == Place.CONSTRUCTOR
        && parallelClass.service().stream().anyMatch(s -> s.constructors().size() > 1);
  }

  private static void validate(ParallelMethod method, TypeValidator types) {
    String start = method.owner().isPresent() ? name(method) + ", " : "";
    for (Parameter parameter : method.inputs()) {
      types.validate(parameter.type(), TypePath.of(start + parameter.name()), parameter.origin());
    }
    TypePath result = TypePath.of(start + "result");
    method.result().ifPresent(type -> types.validate(type, result, method.origin()));
  }

  /** A method as the source has it, with its owner if that is not the annotated class. */
  static String name(ParallelMethod method) {
    String owner = method.owner().map(id -> id.nestedName() + ".").orElse("");
    boolean constructor = method.place() == Place.CONSTRUCTOR;
    return (constructor ? "" : owner) + Signatures.brief(method);
  }

  /** The package of the generated type, in words. */
  static String packageOf(ParallelClass parallelClass) {
    String name = parallelClass.type().id().packageName();
    return name.isEmpty() ? "the unnamed package" : "the package " + name;
  }

  private static void placement(ParallelClass parallelClass, List<Problem> problems) {
    parallelClass
        .privatePart()
        .ifPresent(
            part ->
                problems.add(
                    Problem.of(
                        Diagnostic.PRIVATE_CLASS,
                        parallelClass.origin(),
                        part.nestedName(),
                        parallelClass.type().id().generated().simpleName())));
    parallelClass
        .innerPart()
        .ifPresent(
            part ->
                problems.add(
                    Problem.of(Diagnostic.INNER_CLASS, parallelClass.origin(), part.nestedName())));
  }
}
