package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import dev.brood.processor.model.Shapes.Structure;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ForeignType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.StringType;
import dev.brood.processor.model.WireType.Untravellable;
import dev.brood.processor.model.WireType.ValueType;
import java.util.List;

/** The body of a codec's method, for the types that need a codec. */
abstract class CodecBody implements WireType.Visitor<CodeBlock> {
  final Layout layout;
  final CodecCalls calls;

  CodecBody(Layout layout) {
    this.layout = layout;
    this.calls = CodecCalls.within(layout);
  }

  Structure structureOf(RecordType type) {
    return layout.parallelClass.shapes().structure(type);
  }

  List<WireType> leaves(SealedType type) {
    return layout.parallelClass.shapes().leaves(type);
  }

  @Override
  public CodeBlock primitive(Primitive type) {
    throw needsNoCodec(type);
  }

  @Override
  public CodeBlock boxed(Boxed type) {
    throw needsNoCodec(type);
  }

  @Override
  public CodeBlock string(StringType type) {
    throw needsNoCodec(type);
  }

  @Override
  public CodeBlock value(ValueType type) {
    throw needsNoCodec(type);
  }

  @Override
  public CodeBlock foreign(ForeignType type) {
    throw needsNoCodec(type);
  }

  @Override
  public CodeBlock enumeration(EnumType type) {
    throw needsNoCodec(type);
  }

  @Override
  public CodeBlock untravellable(Untravellable type) {
    throw needsNoCodec(type);
  }

  private static IllegalStateException needsNoCodec(WireType type) {
    return new IllegalStateException(type + " needs no codec");
  }
}
