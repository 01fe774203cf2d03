package dev.brood.processor.validate;

import static java.util.stream.Collectors.joining;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.Access;
import dev.brood.processor.model.Generics.Variable;
import dev.brood.processor.model.ObjectMethods;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Place;
import dev.brood.processor.model.ParallelMethod.Traits;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.ThrownType.Construction;
import dev.brood.processor.model.TypeId;
import java.util.List;
import java.util.function.Predicate;

/** Finds what is wrong with a method, apart from the types that travel. */
final class MethodValidator {
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
    String signature = Validator.name(method);
    TypeId type = parallelClass.type().id();
    if (traits.isPrivate()) {
      add(Diagnostic.PRIVATE_METHOD, signature, type.generated().simpleName());
    }
    if (traits.isSuspending()) {
      add(Diagnostic.KOTLIN_SUSPEND, signature);
    } else if (method.place() == Place.NOWHERE) {
      hasNoInstance(signature);
    }
    if (ObjectMethods.contains(Signatures.canonical(method))
        && method.place() != Place.CONSTRUCTOR
        && method.place() != Place.NOWHERE) {
      add(Diagnostic.OBJECT_METHOD, signature);
    }
    if (method.place() == Place.VALUE) {
      clash();
    }
    if (traits.namesImplementation()) {
      add(Diagnostic.IMPLEMENTATION_MISPLACED, signature);
    }
    String variables = variables(variable -> !variable.fixed());
    String unfaithful = variables(variable -> !variable.faithful());
    if (!variables.isEmpty()) {
      add(Diagnostic.GENERIC_METHOD, signature, variables);
    } else if (!unfaithful.isEmpty()) {
      add(Diagnostic.GENERIC_RESULT, signature, unfaithful);
    }
    method.thrown().forEach(thrown -> validate(thrown, signature));
  }

  private String variables(Predicate<Variable> property) {
    return method.generics().variables().stream()
        .filter(property)
        .map(Variable::name)
        .collect(joining(", "));
  }

  private void hasNoInstance(String signature) {
    TypeId type = parallelClass.type().id();
    if (method.traits().isOfKotlinObject()) {
      add(Diagnostic.KOTLIN_OBJECT, signature, type.nestedName());
    } else if (method.traits().isAbstract()) {
      add(Diagnostic.ABSTRACT_METHOD, signature);
    } else if (parallelClass.generic()) {
      add(Diagnostic.GENERIC_RECEIVER, signature, type.nestedName());
    } else {
      add(Diagnostic.INSTANCE_METHOD, signature, type.nestedName());
    }
  }

  private void clash() {
    String erased = Signatures.erased(method);
    long alike =
        parallelClass.methods().stream()
            .filter(other -> Signatures.erased(other).equals(erased))
            .count();
    if (alike > 1) {
      TypeId generated = parallelClass.type().id().generated();
      add(Diagnostic.RECEIVER_CLASH, Signatures.briefWithReceiver(method), generated.simpleName());
    }
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
