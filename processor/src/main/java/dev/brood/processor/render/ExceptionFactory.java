package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.ThrownType.Construction;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Building the exceptions that a method declares. */
final class ExceptionFactory {
  private ExceptionFactory() {}

  /** The method that does it; none if there is nothing to build. */
  static Optional<MethodSpec> of(Layout layout, ParallelMethod method) {
    List<ThrownType> thrown =
        layout.parallelClass.thrownBy(method).stream()
            .filter(ExceptionFactory::isBuildable)
            .toList();
    if (thrown.isEmpty()) {
      return Optional.empty();
    }
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (typeName) {\n").indent();
    for (ThrownType exception : thrown) {
      body.add("case $S -> ", exception.type().id().binaryName())
          .add(construction(layout, exception))
          .add(";\n");
    }
    return Optional.of(
        MethodSpec.methodBuilder("newException")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Throwable.class)
            .addParameter(String.class, "typeName")
            .addParameter(String.class, "message")
            .addParameter(Throwable.class, "cause")
            .addCode(body.add("default -> null;\n").unindent().add("};\n").build())
            .build());
  }

  private static boolean isBuildable(ThrownType thrown) {
    return thrown.construction() != Construction.ABSTRACT;
  }

  private static CodeBlock construction(Layout layout, ThrownType thrown) {
    ClassName type = TypeNames.of(thrown.type().id());
    return switch (thrown.construction()) {
      case MESSAGE_AND_CAUSE -> CodeBlock.of("new $T(message, cause)", type);
      case MESSAGE -> CodeBlock.of("$T.withCause(new $T(message), cause)", layout.exceptions, type);
      case CAUSE -> CodeBlock.of("new $T(cause)", type);
      case NOTHING -> CodeBlock.of("$T.withCause(new $T(), cause)", layout.exceptions, type);
      case ABSTRACT, IMPOSSIBLE, UNRESOLVED ->
          throw new IllegalStateException(type + " cannot be built");
    };
  }

  /** The nested class that gives causes to exceptions; none if no method needs it. */
  static Optional<TypeSpec> helper(Layout layout) {
    if (!needsHelper(layout.parallelClass)) {
      return Optional.empty();
    }
    TypeVariableName variable = TypeVariableName.get("X", Throwable.class);
    return Optional.of(
        TypeSpec.classBuilder(layout.exceptions)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("How exceptions are built whose constructors take no cause.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                MethodSpec.methodBuilder("withCause")
                    .addModifiers(Modifier.STATIC)
                    .addTypeVariable(variable)
                    .returns(variable)
                    .addParameter(variable, "exception")
                    .addParameter(Throwable.class, "cause")
                    .beginControlFlow("if (cause != null)")
                    .beginControlFlow("try")
                    .addStatement("exception.initCause(cause)")
                    .nextControlFlow("catch ($T e)", IllegalStateException.class)
                    .addComment("Its constructor has chosen a cause.")
                    .endControlFlow()
                    .endControlFlow()
                    .addStatement("return exception")
                    .build())
            .build());
  }

  private static boolean needsHelper(ParallelClass parallelClass) {
    return parallelClass.members().stream()
        .flatMap(method -> method.thrown().stream())
        .map(ThrownType::construction)
        .anyMatch(c -> c == Construction.MESSAGE || c == Construction.NOTHING);
  }
}
