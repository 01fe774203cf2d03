package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.ParallelMethod;
import java.util.List;
import javax.lang.model.element.Modifier;

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
  void extend(TypeSpec.Builder proxy) {
    layout
        .parallelClass
        .service()
        .ifPresent(
            service -> {
              service.interfaces().forEach(i -> proxy.addSuperinterface(JavaTypeNames.of(i)));
              if (service.needsClosing()) {
                proxy.addMethod(
                    close()
                        .addJavadoc("Does nothing: workers close their objects when they end.\n")
                        .addModifiers(Modifier.ABSTRACT)
                        .build());
              }
            });
  }

  @Override
  void implement(TypeSpec.Builder proxy) {
    layout
        .parallelClass
        .service()
        .ifPresent(
            service -> {
              if (service.serializable()) {
                proxy.addAnnotation(Declarations.suppressWarnings("serial"));
              }
              if (service.needsClosing()) {
                proxy.addMethod(close().build());
              }
            });
  }

  private static MethodSpec.Builder close() {
    return MethodSpec.methodBuilder("close")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  @Override
  TypeName result(ParallelMethod method) {
    return Declarations.result(method);
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
