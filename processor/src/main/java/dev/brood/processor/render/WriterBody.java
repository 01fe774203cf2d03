package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.brood.processor.model.Container;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.CollectionType;
import dev.brood.processor.model.WireType.EntryType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import java.util.List;

/** The bodies of codecs that write {@code value} to {@code out}. */
final class WriterBody extends CodecBody {
  WriterBody(Layout layout) {
    super(layout);
  }

  @Override
  public CodeBlock structure(RecordType type) {
    CodeBlock.Builder code = begin();
    for (Component component : structureOf(type).components()) {
      code.addStatement(calls.write("out", component.type(), "value." + component.accessor()));
    }
    return code.addStatement("out.end()").build();
  }

  @Override
  public CodeBlock sealed(SealedType type) {
    CodeBlock.Builder code =
        CodeBlock.builder().beginControlFlow("if (value == null)").addStatement("out.writeNull()");
    List<WireType> leaves = leaves(type);
    for (int i = 0; i < leaves.size(); i++) {
      WireType leaf = leaves.get(i);
      code.nextControlFlow("else if (value instanceof $T leaf)", TypeNames.of(leaf))
          .addStatement("out.writeKind($L)", i)
          .addStatement(calls.write("out", leaf, "leaf"));
    }
    return code.nextControlFlow("else")
        .addStatement("throw $T.unknownKind(value)", Names.WIRE_WRITER)
        .endControlFlow()
        .build();
  }

  @Override
  public CodeBlock coded(CodedType type) {
    return begin()
        .addStatement("$N.write(out, value)", layout.codecNames.codecField(type))
        .addStatement("out.end()")
        .build();
  }

  @Override
  public CodeBlock entry(EntryType type) {
    return begin()
        .addStatement(calls.write("out", type.key(), "value.getKey()"))
        .addStatement(calls.write("out", type.value(), "value.getValue()"))
        .addStatement("out.end()")
        .build();
  }

  @Override
  public CodeBlock optional(OptionalType type) {
    return begin()
        .addStatement(calls.write("out", type.value(), "value.orElse(null)"))
        .addStatement("out.end()")
        .build();
  }

  @Override
  public CodeBlock array(ArrayType type) {
    return returnNull()
        .addStatement("out.begin(value.length)")
        .beginControlFlow("for ($T element : value)", TypeNames.of(type.component()))
        .addStatement(calls.write("out", type.component(), "element"))
        .endControlFlow()
        .addStatement("out.end()")
        .build();
  }

  @Override
  public CodeBlock collection(CollectionType type) {
    return beginCounted(type.kind())
        .beginControlFlow("for ($T element : value)", TypeNames.of(type.element()))
        .addStatement(calls.write("out", type.element(), "element"))
        .addStatement("written++")
        .endControlFlow()
        .addStatement("out.end(size, written)")
        .build();
  }

  @Override
  public CodeBlock map(MapType type) {
    ParameterizedTypeName entry =
        ParameterizedTypeName.get(
            Names.MAP_ENTRY, TypeNames.of(type.key()), TypeNames.of(type.value()));
    return beginCounted(type.kind())
        .beginControlFlow("for ($T entry : value.entrySet())", entry)
        .addStatement(calls.write("out", type.key(), "entry.getKey()"))
        .addStatement(calls.write("out", type.value(), "entry.getValue()"))
        .addStatement("written++")
        .endControlFlow()
        .addStatement("out.end(size, written)")
        .build();
  }

  private static CodeBlock.Builder begin() {
    return CodeBlock.builder()
        .beginControlFlow("if (!out.begin(value))")
        .addStatement("return")
        .endControlFlow();
  }

  private static CodeBlock.Builder returnNull() {
    return CodeBlock.builder()
        .beginControlFlow("if (value == null)")
        .addStatement("out.writeNull()")
        .addStatement("return")
        .endControlFlow();
  }

  private static CodeBlock.Builder beginCounted(Container kind) {
    CodeBlock.Builder code = returnNull();
    if (kind.elements() == Container.Elements.SORTED) {
      code.addStatement("$T.requireNaturalOrder(value.comparator())", Names.COLLECTION_CODECS);
    }
    return code.addStatement("int size = value.size()")
        .addStatement("out.begin(size)")
        .addStatement("int written = 0");
  }
}
