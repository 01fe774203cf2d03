package dev.brood.processor.render;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import java.util.List;
import java.util.stream.Stream;

/** What the declarations of a method have in common: as a factory and in the proxies. */
final class Declarations {
  private Declarations() {}

  /** A method with the same name and parameters. */
  static MethodSpec.Builder sameAs(ParallelMethod method) {
    return sameAs(method, method.parameters().stream().map(Parameter::name).toList());
  }

  /** A method with the same name and parameters, but for the parameters' names. */
  static MethodSpec.Builder sameAs(ParallelMethod method, List<String> parameterNames) {
    MethodSpec.Builder same = MethodSpec.methodBuilder(method.name()).varargs(method.varargs());
    for (int i = 0; i < parameterNames.size(); i++) {
      WireType type = method.parameters().get(i).type();
      same.addParameter(TypeNames.of(type), parameterNames.get(i));
    }
    return same;
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
    WireType last = method.parameters().get(method.parameters().size() - 1).type();
    return !TypeNames.isReifiable(((ArrayType) last).component());
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

  /** A Javadoc link to the method. */
  static CodeBlock link(Layout layout, ParallelMethod method) {
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
