package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.ListType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SetType;

/** The bodies of codecs that write {@code value} to {@code out}. */
final class WriterBody extends CodecBody {
  WriterBody(Layout layout) {
    super(layout);
  }

  @Override
  public CodeBlock structure(RecordType type) {
    CodeBlock.Builder code = begin();
    for (Component component : components(type)) {
      String accessor = "value." + component.name() + "()";
      code.addStatement(calls.write("out", component.type(), accessor));
    }
    return code.addStatement("out.end()").build();
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
  public CodeBlock list(ListType type) {
    return collection(type.element());
  }

  @Override
  public CodeBlock set(SetType type) {
    return collection(type.element());
  }

  private CodeBlock collection(WireType element) {
    return beginCounted()
        .beginControlFlow("for ($T element : value)", TypeNames.of(element))
        .addStatement(calls.write("out", element, "element"))
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
    return beginCounted()
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

  private static CodeBlock.Builder beginCounted() {
    return returnNull()
        .addStatement("int size = value.size()")
        .addStatement("out.begin(size)")
        .addStatement("int written = 0");
  }
}
