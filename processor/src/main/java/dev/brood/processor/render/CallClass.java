package dev.brood.processor.render;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.ParallelMethod.Place;
import dev.brood.processor.model.WireType;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The nested class of one method's calls: the arguments, and how the caller's side encodes. */
final class CallClass {
  private static final String[] OWN = {"out", "in", "typeName", "message", "cause"};

  private CallClass() {}

  static TypeSpec of(Layout layout, ParallelMethod method, int index) {
    TypeSpec.Builder call =
        TypeSpec.classBuilder(layout.call(method))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(Names.WIRE_CALL, TypeNames.boxedResult(method)));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addStatement("super($T.TABLE, $L)", layout.worker, index);
    MethodSpec.Builder writer =
        MethodSpec.methodBuilder("writeArguments")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(Names.WIRE_WRITER, "out");
    UniqueNames locals = layout.locals(OWN);
    CodecCalls codecs = CodecCalls.from(layout);
    Optional<MethodSpec> service = Optional.empty();
    if (method.place() == Place.SERVICE) {
      String name = locals.next("service");
      call.addField(
          FieldSpec.builder(layout.instance, name, Modifier.PRIVATE, Modifier.FINAL).build());
      service = Optional.of(service(layout, name));
      constructor
          .addParameter(layout.instance, name)
          .addStatement("this.$N = $T.requireNonNull($N)", name, Names.OBJECTS, name);
    }
    for (Parameter parameter : method.inputs()) {
      String name = locals.next(parameter.name());
      TypeName type = TypeNames.of(parameter.type());
      call.addField(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build());
      constructor.addParameter(type, name).addStatement("this.$N = $N", name, name);
      writer.addStatement(codecs.write("out", parameter.type(), name));
    }
    call.addMethod(constructor.build());
    service.ifPresent(call::addMethod);
    call.addMethod(writer.build()).addMethod(readResult(layout, method));
    ExceptionFactory.of(layout.parallelClass, method).ifPresent(call::addMethod);
    return call.build();
  }

  private static MethodSpec service(Layout layout, String field) {
    return MethodSpec.methodBuilder("service")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(layout.instance)
        .addStatement("return $N", field)
        .build();
  }

  private static MethodSpec readResult(Layout layout, ParallelMethod method) {
    MethodSpec.Builder reader =
        MethodSpec.methodBuilder("readResult")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TypeNames.boxedResult(method))
            .addParameter(Names.WIRE_READER, "in");
    if (method.result().isEmpty()) {
      return reader.addStatement("return null").build();
    }
    WireType result = method.result().get();
    return reader.addStatement("return $L", CodecCalls.from(layout).read("in", result)).build();
  }
}
