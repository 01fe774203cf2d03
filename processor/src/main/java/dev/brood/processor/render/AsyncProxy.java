package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.brood.processor.model.ParallelMethod;
import java.util.List;

/** The proxy whose methods return tasks. */
final class AsyncProxy extends Proxy {
  AsyncProxy(Layout layout) {
    super(layout, "on", layout.async, layout.asyncProxy);
  }

  @Override
  String summary() {
    return "returns at once, with a task";
  }

  @Override
  CodeBlock javadoc(ParallelMethod method) {
    return CodeBlock.of("Starts $L.", Declarations.link(layout, method));
  }

  @Override
  TypeName result(ParallelMethod method) {
    return ParameterizedTypeName.get(Names.TASK, Declarations.boxedResult(method));
  }

  @Override
  List<TypeName> exceptions(ParallelMethod method) {
    return List.of();
  }

  @Override
  CodeBlock run(ParallelMethod method, CodeBlock call) {
    return CodeBlock.of("return pool.submit($L)", call);
  }
}
