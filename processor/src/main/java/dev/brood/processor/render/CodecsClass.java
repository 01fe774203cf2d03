package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.EnumType;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The nested class with a codec for each type that is more than one call of a reader or writer. */
final class CodecsClass {
  private CodecsClass() {}

  /** The class; none if there is nothing to put into it. */
  static Optional<TypeSpec> of(Layout layout) {
    TypeSpec.Builder codecs =
        TypeSpec.classBuilder(layout.codecs)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("How values are written and read.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    layout.codecNames.codecFields().forEach((name, type) -> codecs.addField(codec(name, type)));
    boolean empty = true;
    for (WireType type : layout.parallelClass.reached()) {
      if (type instanceof EnumType enumeration) {
        codecs.addField(codec(layout, enumeration));
        empty = false;
      } else if (!CodecNames.isDirect(type)) {
        codecs.addMethod(writer(layout, type));
        codecs.addMethod(reader(layout, type));
        empty = false;
      }
    }
    return empty ? Optional.empty() : Optional.of(codecs.build());
  }

  private static FieldSpec codec(Layout layout, EnumType type) {
    TypeName name = TypeNames.of(type);
    return FieldSpec.builder(
            ParameterizedTypeName.get(Names.ENUM_CODEC, name), layout.codecNames.codec(type))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($T.values())", Names.ENUM_CODEC, name)
        .build();
  }

  /** One instance serves all calls: a codec keeps no state. */
  private static FieldSpec codec(String name, NamedType type) {
    ClassName codec = TypeNames.of(type.id());
    return FieldSpec.builder(codec, name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T()", codec)
        .build();
  }

  private static MethodSpec writer(Layout layout, WireType type) {
    return MethodSpec.methodBuilder("write" + layout.codecNames.codec(type))
        .addModifiers(Modifier.STATIC)
        .addParameter(Names.WIRE_WRITER, "out")
        .addParameter(TypeNames.of(type), "value")
        .addCode(type.accept(new WriterBody(layout)))
        .build();
  }

  private static MethodSpec reader(Layout layout, WireType type) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("read" + layout.codecNames.codec(type))
            .addModifiers(Modifier.STATIC)
            .returns(TypeNames.of(type))
            .addParameter(Names.WIRE_READER, "in");
    if (type instanceof WireType.ArrayType array && !TypeNames.isReifiable(array.component())) {
      method.addAnnotation(Declarations.suppressWarnings("unchecked"));
    }
    return method.addCode(type.accept(new ReaderBody(layout))).build();
  }
}
