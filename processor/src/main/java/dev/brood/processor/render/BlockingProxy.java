package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.brood.processor.model.ParallelMethod;
import java.util.List;

/** The proxy whose methods look like those of the class, and wait. */
final class BlockingProxy extends Proxy {
  BlockingProxy(Layout layout) {
    super(layout, "blocking", layout.blocking, layout.blockingProxy);
  }

  @Override
  String summary() {
    return "waits for its result";
  }

  @Override
  CodeBlock javadoc(ParallelMethod method) {
    return CodeBlock.of("Runs $L, and waits.", Declarations.link(layout, method));
  }

  @Override
  TypeName result(ParallelMethod method) {
    return TypeNames.result(method);
  }

  @Override
  List<TypeName> exceptions(ParallelMethod method) {
    return method.thrown().stream()
        .<TypeName>map(thrown -> TypeNames.of(thrown.type().id()))
        .toList();
  }

  @Override
  CodeBlock run(ParallelMethod method, CodeBlock call) {
    CodeBlock run = CodeBlock.of("$T.call(pool, $L)", Names.PROXIES, call);
    return method.result().isEmpty() ? run : CodeBlock.of("return $L", run);
  }
}
