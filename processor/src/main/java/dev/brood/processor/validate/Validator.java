package dev.brood.processor.validate;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.CodecMistake;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
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
    TypeValidator types = new TypeValidator(parallelClass, problems);
    for (ParallelMethod method : parallelClass.methods()) {
      MethodValidator.validate(parallelClass, method, problems);
      for (Parameter parameter : method.parameters()) {
        types.validate(parameter.type(), TypePath.of(parameter.name()), parameter.origin());
      }
      method
          .result()
          .ifPresent(result -> types.validate(result, TypePath.of("result"), method.origin()));
    }
    for (CodecMistake mistake : parallelClass.shapes().mistakes()) {
      problems.add(CodecValidator.problem(parallelClass, mistake));
    }
    return problems;
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
