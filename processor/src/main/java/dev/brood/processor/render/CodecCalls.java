package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.ValueType;

/** Writing and reading one value: by a method of the writer or reader, or by a codec. */
final class CodecCalls {
  private final CodecNames names;
  private final CodeBlock prefix;

  private CodecCalls(CodecNames names, CodeBlock prefix) {
    this.names = names;
    this.prefix = prefix;
  }

  /** Calls from within the class of the codecs. */
  static CodecCalls within(Layout layout) {
    return new CodecCalls(layout.codecNames, CodeBlock.of(""));
  }

  /** Calls from elsewhere. */
  static CodecCalls from(Layout layout) {
    return new CodecCalls(layout.codecNames, CodeBlock.of("$T.", layout.codecs));
  }

  /** An expression that writes a value. */
  CodeBlock write(String writer, WireType type, String value) {
    if (type instanceof ValueType jdk) {
      return CodeBlock.of("$T.write$L($L, $L)", codecs(jdk), jdk.id().simpleName(), writer, value);
    }
    if (type instanceof EnumType enumeration) {
      return CodeBlock.of("$L$L.write($L, $L)", prefix, names.codec(enumeration), writer, value);
    }
    return CodecNames.isDirect(type)
        ? CodeBlock.of("$L.write$L($L)", writer, suffix(type), value)
        : CodeBlock.of("$Lwrite$L($L, $L)", prefix, names.codec(type), writer, value);
  }

  /** An expression that reads a value. */
  CodeBlock read(String reader, WireType type) {
    if (type instanceof ValueType jdk) {
      return CodeBlock.of("$T.read$L($L)", codecs(jdk), jdk.id().simpleName(), reader);
    }
    if (type instanceof EnumType enumeration) {
      return CodeBlock.of("$L$L.read($L)", prefix, names.codec(enumeration), reader);
    }
    return CodecNames.isDirect(type)
        ? CodeBlock.of("$L.read$L()", reader, suffix(type))
        : CodeBlock.of("$Lread$L($L)", prefix, names.codec(type), reader);
  }

  private static ClassName codecs(ValueType type) {
    return type.id().packageName().equals("java.time") ? Names.TIME_CODECS : Names.JDK_CODECS;
  }

  private static String suffix(WireType type) {
    if (type instanceof Primitive primitive) {
      return primitive.label();
    }
    if (type instanceof Boxed boxed) {
      return "Boxed" + boxed.primitive().label();
    }
    if (type instanceof ArrayType array) {
      return suffix(array.component()) + "Array";
    }
    return "String";
  }
}
