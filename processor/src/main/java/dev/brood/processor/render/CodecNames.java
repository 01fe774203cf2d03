package dev.brood.processor.render;

import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.CollectionType;
import dev.brood.processor.model.WireType.EntryType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ForeignType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.StringType;
import dev.brood.processor.model.WireType.Untravellable;
import dev.brood.processor.model.WireType.ValueType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The names of the codecs in a generated file: {@code ListOfInteger}, {@code COLOR_CODEC}. */
final class CodecNames {
  /** Longer names help nobody. */
  private static final int MAX_LENGTH = 60;

  private final Map<WireType, String> names = new HashMap<>();
  private final SortedMap<String, NamedType> codecFields = new TreeMap<>();

  /**
   * Gives a name to each type.
   *
   * @param types in a stable order
   * @param variables what names variables may have
   */
  CodecNames(Collection<WireType> types, UniqueNames variables) {
    UniqueNames codecs = UniqueNames.ofMembers();
    for (WireType type : types) {
      if (type instanceof EnumType enumeration) {
        names.put(
            type, variables.next(constantCase(enumeration.type().id().simpleName()) + "_CODEC"));
      } else if (!isDirect(type)) {
        String name = type.accept(Label.INSTANCE);
        names.put(type, codecs.next(name.substring(0, Math.min(name.length(), MAX_LENGTH))));
      }
      if (type instanceof CodedType coded && !codecFields.containsValue(coded.codec())) {
        String field = constantCase(coded.codec().id().simpleName());
        codecFields.put(variables.next(field), coded.codec());
      }
    }
  }

  /** Whether reader and writer have methods for the type, so that it needs no codec. */
  static boolean isDirect(WireType type) {
    return type instanceof Primitive
        || type instanceof Boxed
        || type instanceof StringType
        || type instanceof EnumType
        || type instanceof ValueType
        || (type instanceof ArrayType array && array.component() instanceof Primitive);
  }

  /** The name of a codec, to go behind {@code read} and {@code write}; of an enum's, the field. */
  String codec(WireType type) {
    return Objects.requireNonNull(names.get(type));
  }

  /** The user's codecs, by the names of the fields that hold their instances. */
  SortedMap<String, NamedType> codecFields() {
    return codecFields;
  }

  /** The name of the field that holds the codec for a type. */
  String codecField(CodedType type) {
    return codecFields.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type.codec()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** All names of fields that hold the codecs of enums. */
  List<String> enumCodecs() {
    return names.entrySet().stream()
        .filter(entry -> entry.getKey() instanceof EnumType)
        .map(Map.Entry::getValue)
        .toList();
  }

  static String capitalized(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
  }

  /** {@code HTTPStatusCode} becomes {@code HTTP_STATUS_CODE}. */
  private static String constantCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** A type as part of a method's name. */
  private static final class Label implements WireType.Visitor<String> {
    static final Label INSTANCE = new Label();

    @Override
    public String primitive(Primitive type) {
      return type.label();
    }

    @Override
    public String boxed(Boxed type) {
      return type.primitive().box();
    }

    @Override
    public String string(StringType type) {
      return "String";
    }

    @Override
    public String enumeration(EnumType type) {
      return capitalized(type.type().id().simpleName());
    }

    @Override
    public String value(ValueType type) {
      return type.id().simpleName();
    }

    @Override
    public String structure(RecordType type) {
      return generic(type.type(), type);
    }

    @Override
    public String sealed(SealedType type) {
      return generic(type.type(), type);
    }

    @Override
    public String coded(CodedType type) {
      return foreign(type.target());
    }

    @Override
    public String foreign(ForeignType type) {
      return generic(type.type(), type);
    }

    @Override
    public String array(ArrayType type) {
      return type.component() instanceof Primitive primitive
          ? primitive.label() + "Array"
          : "ArrayOf" + parts(type, "");
    }

    @Override
    public String collection(CollectionType type) {
      return type.kind().simpleName() + "Of" + parts(type, "");
    }

    @Override
    public String map(MapType type) {
      return type.kind().simpleName() + "Of" + parts(type, "To");
    }

    @Override
    public String entry(EntryType type) {
      return "EntryOf" + parts(type, "To");
    }

    @Override
    public String optional(OptionalType type) {
      return "OptionalOf" + parts(type, "");
    }

    @Override
    public String untravellable(Untravellable type) {
      throw new IllegalStateException(type.name() + " cannot travel");
    }

    private String generic(NamedType type, WireType whole) {
      String name = capitalized(type.id().simpleName());
      return whole.parts().isEmpty() ? name : name + "Of" + parts(whole, "And");
    }

    private String parts(WireType type, String separator) {
      return type.parts().stream()
          .map(part -> part.accept(this))
          .collect(Collectors.joining(separator));
    }
  }
}
