package dev.brood.processor.validate;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.Access;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Traits;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.ThrownType.Construction;
import dev.brood.processor.model.TypeId;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with a method, apart from the types that travel. */
final class MethodValidator {
  /** What every proxy has from {@link Object}. An interface may declare some of them static. */
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone()",
          "equals(java.lang.Object)",
          "finalize()",
          "getClass()",
          "hashCode()",
          "notify()",
          "notifyAll()",
          "toString()",
          "wait()",
          "wait(long)",
          "wait(long,int)");

  private final ParallelClass parallelClass;
  private final ParallelMethod method;
  private final List<Problem> problems;

  private MethodValidator(
      ParallelClass parallelClass, ParallelMethod method, List<Problem> problems) {
    this.parallelClass = parallelClass;
    this.method = method;
    this.problems = problems;
  }

  static void validate(ParallelClass parallelClass, ParallelMethod method, List<Problem> problems) {
    new MethodValidator(parallelClass, method, problems).validate();
  }

  private void validate() {
    Traits traits = method.traits();
    String signature = Signatures.brief(method);
    TypeId type = parallelClass.type().id();
    if (traits.isPrivate()) {
      add(Diagnostic.PRIVATE_METHOD, signature, type.generated().simpleName());
    }
    if (traits.isAbstract()) {
      add(Diagnostic.ABSTRACT_METHOD, signature);
    } else if (!traits.isStatic()) {
      add(Diagnostic.INSTANCE_METHOD, signature);
    } else if (METHODS_OF_OBJECT.contains(Signatures.canonical(method))) {
      add(Diagnostic.OBJECT_METHOD, signature);
    }
    if (!method.typeVariables().isEmpty()) {
      add(Diagnostic.GENERIC_METHOD, signature, String.join(", ", method.typeVariables()));
    }
    method.thrown().forEach(thrown -> validate(thrown, signature));
  }

  private void validate(ThrownType thrown, String signature) {
    String exception = thrown.type().id().qualifiedName();
    String home = Validator.packageOf(parallelClass);
    if (thrown.construction() == Construction.UNRESOLVED) {
      add(Diagnostic.UNRESOLVED, signature, exception);
    } else if (thrown.type().access() == Access.NOWHERE) {
      add(Diagnostic.EXCEPTION_INACCESSIBLE, signature, exception, home);
    } else if (thrown.construction() == Construction.IMPOSSIBLE) {
      add(Diagnostic.EXCEPTION_NOT_BUILDABLE, signature, exception, home);
    }
  }

  private void add(Diagnostic diagnostic, String... arguments) {
    problems.add(Problem.of(diagnostic, method.origin(), arguments));
  }
}
