package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
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
  static Optional<MethodSpec> of(ParallelClass parallelClass, ParallelMethod method) {
    List<ThrownType> thrown =
        parallelClass.thrownBy(method).stream().filter(ExceptionFactory::isBuildable).toList();
    if (thrown.isEmpty()) {
      return Optional.empty();
    }
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (typeName) {\n").indent();
    for (ThrownType exception : thrown) {
      body.add("case $S -> ", exception.type().id().binaryName())
          .add(construction(exception))
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

  private static CodeBlock construction(ThrownType thrown) {
    ClassName type = TypeNames.of(thrown.type().id());
    return switch (thrown.construction()) {
      case MESSAGE_AND_CAUSE -> CodeBlock.of("new $T(message, cause)", type);
      case MESSAGE -> CodeBlock.of("withCause(new $T(message), cause)", type);
      case CAUSE -> CodeBlock.of("new $T(cause)", type);
      case NOTHING -> CodeBlock.of("withCause(new $T(), cause)", type);
      case ABSTRACT, IMPOSSIBLE, UNRESOLVED ->
          throw new IllegalStateException(type + " cannot be built");
    };
  }
}
