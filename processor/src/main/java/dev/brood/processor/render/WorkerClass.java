package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.Fingerprint;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.WireType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The nested class through which a worker runs the methods. */
final class WorkerClass {
  private final Layout layout;
  private final List<ParallelMethod> table;
  private final Map<ParallelMethod, String> entryPoints = new HashMap<>();

  private WorkerClass(Layout layout) {
    this.layout = layout;
    this.table = layout.parallelClass.table();
    UniqueNames names = UniqueNames.ofMembers();
    table.forEach(method -> entryPoints.put(method, names.next(method.name())));
  }

  static TypeSpec of(Layout layout) {
    return new WorkerClass(layout).type();
  }

  private TypeSpec type() {
    TypeSpec.Builder worker =
        TypeSpec.classBuilder(layout.worker)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(Names.ENTRY_POINTS)
            .addJavadoc(
                "The worker's side: reads the arguments, runs the method, writes the result.\n")
            .addField(
                FieldSpec.builder(layout.worker, "TABLE", Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", layout.worker)
                    .build())
            .addStaticBlock(CodeBlock.of("register(TABLE);\n"))
            .addMethod(constructor())
            .addMethod(invoke());
    table.forEach(method -> worker.addMethod(entryPoint(method)));
    return worker.build();
  }

  private MethodSpec constructor() {
    String name = layout.parallelClass.type().id().qualifiedName();
    CodeBlock methods =
        table.stream()
            .map(method -> CodeBlock.of("$S", name + "." + Signatures.brief(method)))
            .collect(CodeBlock.joining(",\n"));
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addCode(
            "super(\n$>$>$L,\n$L);\n$<$<",
            String.format("0x%016xL", Fingerprint.of(layout.parallelClass)),
            methods)
        .build();
  }

  private MethodSpec invoke() {
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("switch (index)");
    for (int i = 0; i < table.size(); i++) {
      body.add("case $L -> $N(invocation);\n", i, entryPoints.get(table.get(i)));
    }
    return MethodSpec.methodBuilder("invoke")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(TypeName.INT, "index")
        .addParameter(Names.INVOCATION, "invocation")
        .addException(Throwable.class)
        .addCode(body.add("default -> throw unknown(index);\n").endControlFlow().build())
        .build();
  }

  private MethodSpec entryPoint(ParallelMethod method) {
    UniqueNames locals = layout.locals("invocation");
    CodecCalls codecs = CodecCalls.from(layout);
    MethodSpec.Builder entryPoint =
        MethodSpec.methodBuilder(entryPoints.get(method))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(Names.INVOCATION, "invocation")
            .addException(Throwable.class);
    List<String> arguments = new ArrayList<>();
    if (method.parameters().isEmpty()) {
      entryPoint.addStatement("invocation.arguments()");
    } else {
      String in = locals.next("in");
      entryPoint.addStatement("$T $N = invocation.arguments()", Names.WIRE_READER, in);
      for (Parameter parameter : method.parameters()) {
        String name = locals.next(parameter.name());
        arguments.add(name);
        entryPoint.addStatement(
            "$T $N = $L", TypeNames.of(parameter.type()), name, codecs.read(in, parameter.type()));
      }
    }
    entryPoint.addStatement("invocation.begin()");
    CodeBlock call =
        CodeBlock.of("$T.$N($L)", layout.source, method.name(), Declarations.arguments(arguments));
    if (method.result().isEmpty()) {
      return entryPoint.addStatement(call).addStatement("invocation.result()").build();
    }
    WireType result = method.result().get();
    String name = locals.next("result");
    return entryPoint
        .addStatement("$T $N = $L", TypeNames.of(result), name, call)
        .addStatement(codecs.write("invocation.result()", result, name))
        .build();
  }
}
