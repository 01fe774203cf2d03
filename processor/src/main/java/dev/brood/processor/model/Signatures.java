package dev.brood.processor.model;

import dev.brood.processor.model.ParallelMethod.Parameter;
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
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Types and methods as text: canonical, with qualified names, where they must be told apart; short,
 * with simple names, where people read them.
 */
public final class Signatures {
  private Signatures() {}

  /**
   * Such as {@code java.util.List<demo.Color by demo.ColorCodec>[]}: tells apart what is the same
   * type to Java and travels in different ways.
   */
  public static String wire(WireType type) {
    return type.accept(Text.WIRE);
  }

  /** Such as {@code java.util.List<demo.Outer.Point>[]}. */
  public static String canonical(WireType type) {
    return type.accept(Text.CANONICAL);
  }

  /** A type that has been read as far as its name and its arguments. */
  public static String canonical(TypeId id, List<WireType> arguments) {
    String name = id.qualifiedName();
    return arguments.isEmpty()
        ? name
        : arguments.stream()
            .map(Signatures::canonical)
            .collect(Collectors.joining(", ", name + "<", ">"));
  }

  /** Such as {@code List<Outer.Point>[]}. */
  public static String brief(WireType type) {
    return type.accept(Text.BRIEF);
  }

  /**
   * Such as {@code count(java.lang.String,int[])}, with the receiver if there is one; unique within
   * a class.
   */
  public static String canonical(ParallelMethod method) {
    StringJoiner text = new StringJoiner(",", method.name() + "(", ")");
    method.inputs().forEach(input -> text.add(canonical(input.type())));
    return text.toString();
  }

  /** The canonical signature without type arguments: Java knows methods apart by nothing else. */
  public static String erased(ParallelMethod method) {
    String before;
    String text = canonical(method);
    do {
      before = text;
      text = before.replaceAll("<[^<>]*>", "");
    } while (!text.equals(before));
    return text;
  }

  /** Such as {@code count(String, int...)}: as the source has it. */
  public static String brief(ParallelMethod method) {
    return brief(method, method.parameters());
  }

  /** Such as {@code count(Model, String, int...)}: as the factory has it. */
  public static String briefWithReceiver(ParallelMethod method) {
    return brief(method, method.inputs());
  }

  private static String brief(ParallelMethod method, List<Parameter> parameters) {
    StringJoiner text = new StringJoiner(", ", method.name() + "(", ")");
    parameters.forEach(parameter -> text.add(brief(parameter.type())));
    String all = text.toString();
    return method.varargs() ? all.substring(0, all.length() - "[])".length()) + "...)" : all;
  }

  /** Such as {@code count(java.lang.String,demo.Color by demo.ColorCodec)}. */
  static String wire(ParallelMethod method) {
    StringJoiner text = new StringJoiner(",", method.name() + "(", ")");
    method.inputs().forEach(input -> text.add(wire(input.type())));
    return text.toString();
  }

  private record Text(Function<TypeId, String> name, boolean codecs)
      implements WireType.Visitor<String> {
    static final Text CANONICAL = new Text(TypeId::qualifiedName, false);
    static final Text WIRE = new Text(TypeId::qualifiedName, true);
    static final Text BRIEF = new Text(TypeId::nestedName, false);

    @Override
    public String primitive(Primitive type) {
      return type.keyword();
    }

    @Override
    public String boxed(Boxed type) {
      return named("java.lang", type.primitive().box());
    }

    @Override
    public String string(StringType type) {
      return named("java.lang", "String");
    }

    @Override
    public String value(ValueType type) {
      return name.apply(type.id());
    }

    @Override
    public String enumeration(EnumType type) {
      return name.apply(type.type().id());
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
      String target = foreign(type.target());
      return codecs ? target + " by " + name.apply(type.codec().id()) : target;
    }

    @Override
    public String foreign(ForeignType type) {
      return generic(type.type(), type);
    }

    @Override
    public String array(ArrayType type) {
      return type.component().accept(this) + "[]";
    }

    @Override
    public String collection(CollectionType type) {
      return named("java.util", type.kind().simpleName()) + arguments(type);
    }

    @Override
    public String map(MapType type) {
      return named("java.util", type.kind().simpleName()) + arguments(type);
    }

    @Override
    public String entry(EntryType type) {
      return named("java.util", "Map", "Entry") + arguments(type);
    }

    @Override
    public String optional(OptionalType type) {
      return named("java.util", "Optional") + arguments(type);
    }

    @Override
    public String untravellable(Untravellable type) {
      return type.name();
    }

    private String named(String packageName, String... simpleNames) {
      return name.apply(new TypeId(packageName, List.of(simpleNames)));
    }

    private String generic(NamedType type, WireType whole) {
      String raw = name.apply(type.id());
      return whole.parts().isEmpty() ? raw : raw + arguments(whole);
    }

    private String arguments(WireType type) {
      StringJoiner text = new StringJoiner(", ", "<", ">");
      type.parts().forEach(part -> text.add(part.accept(this)));
      return text.toString();
    }
  }
}
