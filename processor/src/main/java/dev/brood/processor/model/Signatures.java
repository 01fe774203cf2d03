package dev.brood.processor.model;

import dev.brood.processor.model.ParallelMethod.Parameter;
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
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Types and methods as text: canonical, with qualified names, where they must be told apart; short,
 * with simple names, where people read them.
 */
public final class Signatures {
  private Signatures() {}

  /** Such as {@code java.util.List<demo.Outer.Point>[]}. */
  public static String canonical(WireType type) {
    return type.accept(Text.CANONICAL);
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

  private record Text(Function<TypeId, String> name) implements WireType.Visitor<String> {
    static final Text CANONICAL = new Text(TypeId::qualifiedName);
    static final Text BRIEF = new Text(TypeId::nestedName);

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
    public String enumeration(EnumType type) {
      return name.apply(type.type().id());
    }

    @Override
    public String structure(RecordType type) {
      String raw = name.apply(type.type().id());
      return type.arguments().isEmpty() ? raw : raw + arguments(type);
    }

    @Override
    public String array(ArrayType type) {
      return type.component().accept(this) + "[]";
    }

    @Override
    public String list(ListType type) {
      return named("java.util", "List") + arguments(type);
    }

    @Override
    public String set(SetType type) {
      return named("java.util", "Set") + arguments(type);
    }

    @Override
    public String map(MapType type) {
      return named("java.util", "Map") + arguments(type);
    }

    @Override
    public String optional(OptionalType type) {
      return named("java.util", "Optional") + arguments(type);
    }

    @Override
    public String untravellable(Untravellable type) {
      return type.name();
    }

    private String named(String packageName, String simpleName) {
      return name.apply(new TypeId(packageName, List.of(simpleName)));
    }

    private String arguments(WireType type) {
      StringJoiner text = new StringJoiner(", ", "<", ">");
      type.parts().forEach(part -> text.add(part.accept(this)));
      return text.toString();
    }
  }
}
