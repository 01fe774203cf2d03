package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.Service;
import dev.brood.processor.model.Signatures;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class whose objects stand for one object in each worker. */
final class InstanceClass {
  private final Layout layout;
  private final Service service;
  private final List<ParallelMethod> table;

  private InstanceClass(Layout layout, Service service) {
    this.layout = layout;
    this.service = service;
    this.table = service.constructorTable();
  }

  static TypeSpec of(Layout layout, Service service) {
    return new InstanceClass(layout, service).type();
  }

  private TypeSpec type() {
    boolean isPublic = Visibility.isPublic(layout.parallelClass);
    TypeSpec.Builder instance =
        TypeSpec.classBuilder(layout.instance)
            .addModifiers(Visibility.modifiers(isPublic, Modifier.STATIC, Modifier.FINAL))
            .superclass(ParameterizedTypeName.get(Names.WIRE_SERVICE, layout.source))
            .addJavadoc("A {@link $T} in each worker of a pool.\n", layout.implementation);
    service.constructors().forEach(each -> instance.addMethod(constructor(each)));
    return instance.build();
  }

  private MethodSpec constructor(ParallelMethod constructor) {
    UniqueNames locals = layout.locals();
    List<String> names = Declarations.names(constructor, locals);
    String out = locals.next("out");
    CodecCalls codecs = CodecCalls.from(layout);
    List<CodeBlock> writes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Parameter parameter = constructor.parameters().get(i);
      writes.add(codecs.write(out, parameter.type(), names.get(i)));
    }
    String packageName = service.implementation().id().packageName();
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    boolean isPublic = Visibility.isPublic(layout.parallelClass, constructor);
    MethodSpec.Builder builder =
        MethodSpec.constructorBuilder()
            .varargs(constructor.varargs())
            .addAnnotations(Declarations.deprecated(constructor))
            .addModifiers(Visibility.modifiers(isPublic))
            .addJavadoc("Each worker calls {@code new $L}.\n", Signatures.brief(constructor))
            .addCode(
                "super($T.TABLE, $L, $S, $L);\n",
                layout.worker,
                table.indexOf(constructor),
                prefix + Declarations.constructorName(layout, constructor),
                writer(out, writes));
    for (int i = 0; i < names.size(); i++) {
      builder.addParameter(TypeNames.of(constructor.parameters().get(i).type()), names.get(i));
    }
    if (Declarations.hasGenericVarargs(constructor)) {
      builder
          .addAnnotation(SafeVarargs.class)
          .addAnnotation(Declarations.suppressWarnings("varargs"));
    }
    return builder.build();
  }

  private static CodeBlock writer(String out, List<CodeBlock> writes) {
    if (writes.size() == 1) {
      return CodeBlock.of("$N -> $L", out, writes.get(0));
    }
    CodeBlock.Builder body = CodeBlock.builder().add("$N -> {", out);
    if (!writes.isEmpty()) {
      body.add("\n").indent();
      writes.forEach(write -> body.addStatement(write));
      body.unindent();
    }
    return body.add("}").build();
  }
}
