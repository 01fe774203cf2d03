package dev.brood.processor.render;

import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.ArrayType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ListType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SetType;
import dev.brood.processor.model.WireType.StringType;
import dev.brood.processor.model.WireType.Untravellable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names of the codecs in a generated file: {@code ListOfInteger}, {@code COLOR_VALUES}. */
final class CodecNames {
  /** Longer names help nobody. */
  private static final int MAX_LENGTH = 60;

  private final Map<WireType, String> names = new HashMap<>();

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
            type, variables.next(constantCase(enumeration.type().id().simpleName()) + "_VALUES"));
      } else if (!isDirect(type)) {
        String name = type.accept(Label.INSTANCE);
        names.put(type, codecs.next(name.substring(0, Math.min(name.length(), MAX_LENGTH))));
      }
    }
  }

  /** Whether reader and writer have methods for the type, so that it needs no codec. */
  static boolean isDirect(WireType type) {
    return type instanceof Primitive
        || type instanceof Boxed
        || type instanceof StringType
        || type instanceof EnumType
        || (type instanceof ArrayType array && array.component() instanceof Primitive);
  }

  /** The name of a codec, to go behind {@code read} and {@code write}. */
  String codec(WireType type) {
    return Objects.requireNonNull(names.get(type));
  }

  /** The name of the field that holds an enum's constants. */
  String constants(EnumType type) {
    return Objects.requireNonNull(names.get(type));
  }

  /** All names of such fields. */
  List<String> constants() {
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
    public String structure(RecordType type) {
      String name = capitalized(type.type().id().simpleName());
      return type.arguments().isEmpty() ? name : name + "Of" + parts(type, "And");
    }

    @Override
    public String array(ArrayType type) {
      return type.component() instanceof Primitive primitive
          ? primitive.label() + "Array"
          : "ArrayOf" + parts(type, "");
    }

    @Override
    public String list(ListType type) {
      return "ListOf" + parts(type, "");
    }

    @Override
    public String set(SetType type) {
      return "SetOf" + parts(type, "");
    }

    @Override
    public String map(MapType type) {
      return "MapOf" + parts(type, "To");
    }

    @Override
    public String optional(OptionalType type) {
      return "OptionalOf" + parts(type, "");
    }

    @Override
    public String untravellable(Untravellable type) {
      throw new IllegalStateException(type.name() + " cannot travel");
    }

    private String parts(WireType type, String separator) {
      return type.parts().stream()
          .map(part -> part.accept(this))
          .collect(Collectors.joining(separator));
    }
  }
}
