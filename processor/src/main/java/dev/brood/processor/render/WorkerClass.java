package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.Fingerprint;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.Service;
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
    layout
        .parallelClass
        .service()
        .ifPresent(
            service ->
                service
                    .constructorTable()
                    .forEach(each -> entryPoints.put(each, names.next("new" + each.name()))));
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
    new TableFacts(layout.parallelClass).methods().forEach(worker::addMethod);
    layout
        .parallelClass
        .service()
        .ifPresent(
            service -> {
              worker.addMethod(construct(service));
              service.constructorTable().forEach(each -> worker.addMethod(constructor(each)));
            });
    table.forEach(method -> worker.addMethod(method(method)));
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

  private MethodSpec construct(Service service) {
    List<ParallelMethod> constructors = service.constructorTable();
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("return switch (index)");
    for (int i = 0; i < constructors.size(); i++) {
      body.add("case $L -> $N(invocation);\n", i, entryPoints.get(constructors.get(i)));
    }
    body.add("default -> super.construct(index, invocation);\n").unindent().add("};\n");
    return MethodSpec.methodBuilder("construct")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Object.class)
        .addParameter(TypeName.INT, "index")
        .addParameter(Names.INVOCATION, "invocation")
        .addException(Throwable.class)
        .addCode(body.build())
        .build();
  }

  private MethodSpec constructor(ParallelMethod constructor) {
    UniqueNames locals = layout.locals("invocation");
    MethodSpec.Builder entryPoint = entryPoint(constructor).returns(layout.implementation);
    List<String> arguments = readArguments(constructor, entryPoint, locals);
    return entryPoint
        .addStatement("invocation.begin()")
        .addStatement("return new $T($L)", layout.implementation, Declarations.arguments(arguments))
        .build();
  }

  private MethodSpec method(ParallelMethod method) {
    UniqueNames locals = layout.locals("invocation");
    MethodSpec.Builder entryPoint = entryPoint(method);
    List<String> arguments = new ArrayList<>(readArguments(method, entryPoint, locals));
    CodeBlock target =
        switch (method.place()) {
          case VALUE -> CodeBlock.of("$N", arguments.remove(0));
          case SERVICE -> CodeBlock.of("$N", instance(entryPoint, locals));
          default -> CodeBlock.of("$T", layout.source);
        };
    entryPoint.addStatement("invocation.begin()");
    CodeBlock call =
        CodeBlock.of("$L.$N($L)", target, method.name(), Declarations.arguments(arguments));
    if (method.result().isEmpty()) {
      return entryPoint.addStatement(call).addStatement("invocation.result()").build();
    }
    WireType result = method.result().get();
    String name = locals.next("result");
    return entryPoint
        .addStatement("$T $N = $L", TypeNames.of(result), name, call)
        .addStatement(CodecCalls.from(layout).write("invocation.result()", result, name))
        .build();
  }

  private MethodSpec.Builder entryPoint(ParallelMethod method) {
    return MethodSpec.methodBuilder(entryPoints.get(method))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Names.INVOCATION, "invocation")
        .addException(Throwable.class);
  }

  /** Declares a variable for the object of the service. */
  private String instance(MethodSpec.Builder entryPoint, UniqueNames locals) {
    String name = locals.next("self");
    entryPoint.addStatement(
        "$T $N = ($T) invocation.instance()", layout.source, name, layout.source);
    return name;
  }

  /** Declares a variable for each input. */
  private List<String> readArguments(
      ParallelMethod method, MethodSpec.Builder entryPoint, UniqueNames locals) {
    List<String> names = new ArrayList<>();
    if (method.inputs().isEmpty()) {
      entryPoint.addStatement("invocation.arguments()");
    } else {
      CodecCalls codecs = CodecCalls.from(layout);
      String in = locals.next("in");
      entryPoint.addStatement("$T $N = invocation.arguments()", Names.WIRE_READER, in);
      for (Parameter input : method.inputs()) {
        String name = locals.next(input.name());
        names.add(name);
        entryPoint.addStatement(
            "$T $N = $L", TypeNames.of(input.type()), name, codecs.read(in, input.type()));
      }
    }
    return names;
  }
}
