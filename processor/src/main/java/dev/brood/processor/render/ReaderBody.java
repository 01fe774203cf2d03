package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.ListType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SetType;
import java.util.ArrayList;
import java.util.List;

/**
 * The bodies of codecs that read from {@code in}. The bytes are not trusted: nothing is allocated
 * beyond what has arrived, and what no writer would have written is refused.
 */
final class ReaderBody extends CodecBody {
  ReaderBody(Layout layout) {
    super(layout);
  }

  @Override
  public CodeBlock structure(RecordType type) {
    CodeBlock.Builder code = begin();
    UniqueNames locals = layout.locals("in");
    locals.reserve(layout.codecNames.constants());
    List<String> arguments = new ArrayList<>();
    for (Component component : components(type)) {
      String name = locals.next(component.name());
      arguments.add(name);
      code.addStatement(
          "$T $N = $L", TypeNames.of(component.type()), name, calls.read("in", component.type()));
    }
    return code.addStatement("in.end()")
        .addStatement("return new $T($L)", TypeNames.of(type), Declarations.arguments(arguments))
        .build();
  }

  @Override
  public CodeBlock optional(OptionalType type) {
    return begin()
        .addStatement("$T value = $L", TypeNames.of(type.value()), calls.read("in", type.value()))
        .addStatement("in.end()")
        .addStatement("return $T.ofNullable(value)", Names.OPTIONAL)
        .build();
  }

  @Override
  public CodeBlock array(ArrayType type) {
    return beginSized()
        .addStatement("$T value = $L", TypeNames.of(type), newArray(type))
        .beginControlFlow("for (int i = 0; i < size; i++)")
        .addStatement("value[i] = $L", calls.read("in", type.component()))
        .endControlFlow()
        .addStatement("in.end()")
        .addStatement("return value")
        .build();
  }

  /** In an array of arrays the size stands in the first brackets: {@code new int[size][]}. */
  private static CodeBlock newArray(ArrayType type) {
    StringBuilder brackets = new StringBuilder("[size]");
    var component = type.component();
    while (component instanceof ArrayType inner) {
      brackets.append("[]");
      component = inner.component();
    }
    if (TypeNames.isReifiable(component)) {
      return CodeBlock.of("new $T$L", TypeNames.of(component), brackets.toString());
    }
    return CodeBlock.of(
        "($T)$Wnew $T$L", TypeNames.of(type), TypeNames.unbounded(component), brackets.toString());
  }

  @Override
  public CodeBlock list(ListType type) {
    return beginSized()
        .addStatement("$T value = new $T<>(size)", TypeNames.of(type), Names.ARRAY_LIST)
        .beginControlFlow("for (int i = 0; i < size; i++)")
        .addStatement("value.add($L)", calls.read("in", type.element()))
        .endControlFlow()
        .addStatement("in.end()")
        .addStatement("return value")
        .build();
  }

  @Override
  public CodeBlock set(SetType type) {
    return hashed(
        TypeNames.of(type),
        Names.LINKED_HASH_SET,
        CodeBlock.of("value.add($L)", calls.read("in", type.element())),
        "malformed: a set holds an element twice");
  }

  @Override
  public CodeBlock map(MapType type) {
    // Java evaluates arguments from left to right, so the key is read first.
    return hashed(
        TypeNames.of(type),
        Names.LINKED_HASH_MAP,
        CodeBlock.of(
            "value.put($L, $L)", calls.read("in", type.key()), calls.read("in", type.value())),
        "malformed: a map holds a key twice");
  }

  private CodeBlock hashed(
      TypeName type, ClassName implementation, CodeBlock add, String malformed) {
    return beginSized()
        .addStatement("$T value = new $T<>(capacity(size))", type, implementation)
        .beginControlFlow("for (int i = 0; i < size; i++)")
        .addStatement(add)
        .endControlFlow()
        .addStatement("in.end()")
        .beginControlFlow("if (value.size() != size)")
        .addStatement("throw new $T($S)", Names.WIRE_EXCEPTION, malformed)
        .endControlFlow()
        .addStatement("return value")
        .build();
  }

  private static CodeBlock.Builder begin() {
    return CodeBlock.builder()
        .beginControlFlow("if (!in.begin())")
        .addStatement("return null")
        .endControlFlow();
  }

  private static CodeBlock.Builder beginSized() {
    return CodeBlock.builder()
        .addStatement("int size = in.beginSized()")
        .beginControlFlow("if (size < 0)")
        .addStatement("return null")
        .endControlFlow();
  }
}
