package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.brood.processor.model.Container;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.Shapes.Structure;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.CollectionType;
import dev.brood.processor.model.WireType.EntryType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
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
    locals.reserve(layout.codecNames.enumCodecs());
    List<String> arguments = new ArrayList<>();
    Structure structure = structureOf(type);
    for (Component component : structure.components()) {
      String name = locals.next(component.name());
      arguments.add(name);
      code.addStatement(
          "$T $N = $L", TypeNames.of(component.type()), name, calls.read("in", component.type()));
    }
    CodeBlock all = Declarations.arguments(arguments);
    return code.addStatement("in.end()")
        .addStatement(
            structure
                .factory()
                .map(name -> CodeBlock.of("return $T.$N($L)", TypeNames.erased(type), name, all))
                .orElseGet(() -> CodeBlock.of("return new $T($L)", TypeNames.of(type), all)))
        .build();
  }

  @Override
  public CodeBlock sealed(SealedType type) {
    List<WireType> leaves = leaves(type);
    CodeBlock.Builder code =
        CodeBlock.builder().add("return switch (in.readKind($L)) {\n", leaves.size()).indent();
    for (int i = 0; i < leaves.size(); i++) {
      code.add("case $L -> $L;\n", i, calls.read("in", leaves.get(i)));
    }
    return code.add("default -> null;\n").unindent().add("};\n").build();
  }

  @Override
  public CodeBlock coded(CodedType type) {
    return begin()
        .addStatement(
            "$T value = $N.read(in)", TypeNames.of(type), layout.codecNames.codecField(type))
        .addStatement("in.end()")
        .addStatement("return value")
        .build();
  }

  @Override
  public CodeBlock entry(EntryType type) {
    return begin()
        .addStatement("$T key = $L", TypeNames.of(type.key()), calls.read("in", type.key()))
        .addStatement("$T value = $L", TypeNames.of(type.value()), calls.read("in", type.value()))
        .addStatement("in.end()")
        .addStatement("return new $T<>(key, value)", Names.ENTRY_CLASS)
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
  public CodeBlock collection(CollectionType type) {
    CodeBlock element = calls.read("in", type.element());
    return container(
        type.kind(),
        TypeNames.of(type),
        type.element(),
        type.kind().elements().areRefused()
            ? CodeBlock.of("$T.add(value, $L)", Names.COLLECTION_CODECS, element)
            : CodeBlock.of("value.add($L)", element),
        "malformed: a set holds an element twice");
  }

  @Override
  public CodeBlock map(MapType type) {
    // Java evaluates arguments from left to right, so the key is read first.
    CodeBlock key = calls.read("in", type.key());
    CodeBlock value = calls.read("in", type.value());
    return container(
        type.kind(),
        TypeNames.of(type),
        type.key(),
        type.kind().elements().areRefused()
            ? CodeBlock.of("$T.put(value, $L, $L)", Names.COLLECTION_CODECS, key, value)
            : CodeBlock.of("value.put($L, $L)", key, value),
        "malformed: a map holds a key twice");
  }

  private CodeBlock container(
      Container kind, TypeName type, WireType element, CodeBlock add, String malformed) {
    CodeBlock.Builder code =
        beginSized()
            .addStatement("$T value = $L", type, newContainer(kind, element))
            .beginControlFlow("for (int i = 0; i < size; i++)")
            .addStatement(add)
            .endControlFlow()
            .addStatement("in.end()");
    if (kind.elements().areDistinct()) {
      code.beginControlFlow("if (value.size() != size)")
          .addStatement("throw new $T($S)", Names.WIRE_EXCEPTION, malformed)
          .endControlFlow();
    }
    return code.addStatement("return value").build();
  }

  private static CodeBlock newContainer(Container kind, WireType element) {
    ClassName implementation = Names.container(kind.implementation());
    return switch (kind) {
      case LIST, ARRAY_LIST, ARRAY_DEQUE -> CodeBlock.of("new $T<>(size)", implementation);
      case ENUM_SET ->
          CodeBlock.of("$T.noneOf($T.class)", implementation, TypeNames.erased(element));
      case ENUM_MAP ->
          CodeBlock.of("new $T<>($T.class)", implementation, TypeNames.erased(element));
      default ->
          kind.elements() == Container.Elements.DISTINCT
              ? CodeBlock.of("new $T<>($T.capacity(size))", implementation, Names.WIRE_READER)
              : CodeBlock.of("new $T<>()", implementation);
    };
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
