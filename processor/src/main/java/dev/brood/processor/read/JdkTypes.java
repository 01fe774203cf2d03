package dev.brood.processor.read;

import dev.brood.processor.model.Container;
import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.Boxed;
import dev.brood.processor.model.WireType.CollectionType;
import dev.brood.processor.model.WireType.EntryType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.OptionalType;
import dev.brood.processor.model.WireType.Primitive;
import dev.brood.processor.model.WireType.StringType;
import dev.brood.processor.model.WireType.Untravellable;
import dev.brood.processor.model.WireType.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** The types of the JDK that travel by what the runtime has for them. */
final class JdkTypes {
  /** The classes of the JDK for which the runtime has codecs. */
  private static final Set<String> VALUES =
      Set.of(
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.net.URI",
          "java.nio.ByteBuffer",
          "java.nio.file.Path",
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.MonthDay",
          "java.time.OffsetDateTime",
          "java.time.OffsetTime",
          "java.time.Period",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZoneId",
          "java.time.ZoneOffset",
          "java.time.ZonedDateTime",
          "java.util.BitSet",
          "java.util.OptionalDouble",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.UUID");

  private JdkTypes() {}

  /**
   * Finds such a type.
   *
   * @param haveNaturalOrder tells whether values of a type can stand in something sorted
   */
  static Optional<WireType> find(
      TypeElement element, List<WireType> arguments, Predicate<WireType> haveNaturalOrder) {
    String name = element.getQualifiedName().toString();
    if (VALUES.contains(name)) {
      return Optional.of(new ValueType(NameReader.id(element)));
    }
    Optional<Container> container = Container.of(name);
    if (container.isPresent()) {
      return Optional.of(container(container.get(), arguments, haveNaturalOrder));
    }
    return switch (name) {
      case "java.lang.String" -> Optional.of(new StringType());
      case "java.lang.Boolean" -> Optional.of(new Boxed(Primitive.BOOLEAN));
      case "java.lang.Byte" -> Optional.of(new Boxed(Primitive.BYTE));
      case "java.lang.Short" -> Optional.of(new Boxed(Primitive.SHORT));
      case "java.lang.Character" -> Optional.of(new Boxed(Primitive.CHAR));
      case "java.lang.Integer" -> Optional.of(new Boxed(Primitive.INT));
      case "java.lang.Long" -> Optional.of(new Boxed(Primitive.LONG));
      case "java.lang.Float" -> Optional.of(new Boxed(Primitive.FLOAT));
      case "java.lang.Double" -> Optional.of(new Boxed(Primitive.DOUBLE));
      case "java.util.Map.Entry" -> Optional.of(new EntryType(arguments.get(0), arguments.get(1)));
      case "java.util.Optional" -> Optional.of(new OptionalType(arguments.get(0)));
      default -> Optional.empty();
    };
  }

  private static WireType container(
      Container kind, List<WireType> arguments, Predicate<WireType> haveNaturalOrder) {
    WireType first = arguments.get(0);
    if (kind.elements() == Container.Elements.SORTED
        && !haveNaturalOrder.test(first)
        && !(first instanceof Untravellable)) {
      first = new Untravellable(Signatures.canonical(first), Obstacle.NOT_COMPARABLE, "");
    }
    return arguments.size() == 1
        ? new CollectionType(kind, first)
        : new MapType(kind, first, arguments.get(1));
  }
}
