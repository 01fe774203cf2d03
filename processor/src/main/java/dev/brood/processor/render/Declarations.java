package dev.brood.processor.render;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the declarations of a method have in common: as a factory and in the proxies. */
final class Declarations {
  private Declarations() {}

  /**
   * A method with the same name, type variables and inputs.
   *
   * @param names of the inputs
   */
  static MethodSpec.Builder sameAs(ParallelMethod method, List<String> names) {
    return withInputs(MethodSpec.methodBuilder(method.name()), method, names);
  }

  /** Adds type variables and inputs. */
  static MethodSpec.Builder withInputs(
      MethodSpec.Builder builder, ParallelMethod method, List<String> names) {
    builder.varargs(method.varargs());
    method
        .generics()
        .variables()
        .forEach(v -> builder.addTypeVariable(JavaTypeNames.declaration(v)));
    for (int i = 0; i < names.size(); i++) {
      builder.addParameter(input(method, i), names.get(i));
    }
    return builder;
  }

  /** The names of the inputs as the source has them. */
  static List<String> names(ParallelMethod method) {
    return method.inputs().stream().map(Parameter::name).toList();
  }

  /** The names of the inputs, changed where they must be. */
  static List<String> names(ParallelMethod method, UniqueNames locals) {
    return method.inputs().stream().map(input -> locals.next(input.name())).toList();
  }

  /** The declared type of an input. */
  private static TypeName input(ParallelMethod method, int i) {
    int receivers = method.inputs().size() - method.parameters().size();
    return method.generics().isPresent() && i >= receivers
        ? JavaTypeNames.of(method.generics().parameters().get(i - receivers))
        : TypeNames.of(method.inputs().get(i).type());
  }

  /** The declared result. */
  static TypeName result(ParallelMethod method) {
    return method
        .generics()
        .result()
        .map(JavaTypeNames::of)
        .or(() -> method.result().map(TypeNames::of))
        .orElse(TypeName.VOID);
  }

  /** The declared type of calls. */
  static TypeName call(ParallelMethod method) {
    return ParameterizedTypeName.get(Names.CALL, boxedResult(method));
  }

  /** The declared result as a type argument. */
  static TypeName boxedResult(ParallelMethod method) {
    return result(method).box();
  }

  /**
   * The inputs as arguments of what travels. A generic method has bounds there in the place of its
   * type variables; Java must be told that a list of the one is a list of the other.
   */
  static CodeBlock travelling(ParallelMethod method, List<String> names) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      WireType type = method.inputs().get(i).type();
      arguments.add(
          needsCast(method, i)
              ? CodeBlock.of("($T) ($T)$W$N", TypeNames.of(type), Object.class, names.get(i))
              : CodeBlock.of("$N", names.get(i)));
    }
    return arguments.stream().collect(CodeBlock.joining(",$W"));
  }

  /** Whether a call of a generic method needs casts that nobody can check. */
  static boolean needsCasts(ParallelMethod method) {
    return resultNeedsCast(method)
        || IntStream.range(0, method.inputs().size()).anyMatch(i -> needsCast(method, i));
  }

  static boolean resultNeedsCast(ParallelMethod method) {
    return !boxedResult(method).equals(TypeNames.boxedResult(method));
  }

  private static boolean needsCast(ParallelMethod method, int i) {
    WireType type = method.inputs().get(i).type();
    return !TypeNames.isReifiable(type) && !input(method, i).equals(TypeNames.of(type));
  }

  /** An annotation if the method has it. */
  static List<AnnotationSpec> deprecated(ParallelMethod method) {
    AnnotationSpec.Builder deprecated = AnnotationSpec.builder(Deprecated.class);
    return switch (method.deprecation()) {
      case NONE -> List.of();
      case ORDINARY -> List.of(deprecated.build());
      case FOR_REMOVAL -> List.of(deprecated.addMember("forRemoval", "true").build());
    };
  }

  /** Whether callers create an array of a type with type arguments, which is never quite safe. */
  static boolean hasGenericVarargs(ParallelMethod method) {
    if (!method.varargs()) {
      return false;
    }
    int last = method.inputs().size() - 1;
    ArrayType array = (ArrayType) method.inputs().get(last).type();
    return !TypeNames.isReifiable(array.component())
        || !input(method, last).equals(TypeNames.of(array));
  }

  static AnnotationSpec suppressWarnings(String... warnings) {
    CodeBlock list =
        Stream.of(warnings)
            .map(warning -> CodeBlock.of("$S", warning))
            .collect(CodeBlock.joining(", "));
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", warnings.length == 1 ? "$L" : "{$L}", list)
        .build();
  }

  /** Variables as the arguments of a call. */
  static CodeBlock arguments(List<String> names) {
    return names.stream().map(name -> CodeBlock.of("$N", name)).collect(CodeBlock.joining(",$W"));
  }

  /** Such as {@code Outer.Inner(int)}. */
  static String constructorName(Layout layout, ParallelMethod constructor) {
    List<String> names = layout.implementation.simpleNames();
    String around = String.join(".", names.subList(0, names.size() - 1));
    return (around.isEmpty() ? "" : around + ".") + Signatures.brief(constructor);
  }

  /** A Javadoc link to the method; its name if it is inherited. */
  static CodeBlock link(Layout layout, ParallelMethod method) {
    if (method.owner().isPresent()) {
      // It may be declared with type variables that the class has fixed.
      return CodeBlock.of("{@code $T.$L}", layout.source, Signatures.brief(method));
    }
    CodeBlock.Builder link = CodeBlock.builder().add("{@link $T#$L(", layout.source, method.name());
    int last = method.parameters().size() - 1;
    for (int i = 0; i <= last; i++) {
      WireType type = method.parameters().get(i).type();
      link.add(i == 0 ? "" : ", ");
      if (i == last && method.varargs()) {
        link.add("$T...", TypeNames.erased(((ArrayType) type).component()));
      } else {
        link.add("$T", TypeNames.erased(type));
      }
    }
    return link.add(")}").build();
  }
}
