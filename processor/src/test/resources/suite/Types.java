package suite;

import dev.brood.Parallel;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireCreator;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Methods that return what they are given: one for each type that travels, in every position. */
public final class Types {
  private Types() {}

  /** Everywhere that a type may stand. */
  public record Positions<T>(
      T component,
      T[] array,
      List<T> elements,
      Map<T, Integer> keys,
      Map<String, T> values,
      Optional<T> optional,
      Map.Entry<T, T> entry,
      Deque<List<T[]>> nested) {}

  public enum Color {
    RED,
    GREEN,
    BLUE
  }

  /** A record with a natural order. */
  public record Version(int major, String minor) implements Comparable<Version> {
    public Version {
      minor = minor == null ? "" : minor;
    }

    @Override
    public int compareTo(Version other) {
      return major != other.major
          ? Integer.compare(major, other.major)
          : minor.compareTo(other.minor);
    }
  }

  public sealed interface Shape permits Circle, Flat, Group, Named {}

  public record Circle(double radius) implements Shape {}

  public sealed interface Flat extends Shape {}

  public record Square(int side) implements Flat {}

  public enum Nothing implements Flat {
    POINT,
    LINE {
      @Override
      public String toString() {
        return "a line";
      }
    }
  }

  public record Group(List<Shape> shapes, Flat first) implements Shape {}

  public abstract static sealed class Result<T> permits Ok, Err, Both {}

  /** A final class of its own. */
  public static final class Ok<T> extends Result<T> {
    final T value;

    @WireCreator
    public Ok(T value) {
      this.value = value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ok<?> ok && Objects.equals(value, ok.value);
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(value);
    }
  }

  /** Without a type variable. */
  public static final class Err<X> extends Result<X> {
    private final String message;

    private Err(String message) {
      this.message = message;
    }

    @WireCreator
    static <Y> Err<Y> of(String message) {
      return new Err<>(message);
    }

    public String getMessage() {
      return message;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Err<?> err && Objects.equals(message, err.message);
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(message);
    }
  }

  public static final class Both extends Result<Integer> {
    private final boolean sure;

    @WireCreator
    public Both(boolean sure) {
      this.sure = sure;
    }

    public boolean isSure() {
      return sure;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Both both && sure == both.sure;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(sure);
    }
  }

  /** A class that says what it is made of. */
  public static final class Money {
    private final String currency;
    private final long cents;

    @WireCreator
    public Money(String currency, long cents) {
      this.currency = currency;
      this.cents = cents;
    }

    public String currency() {
      return currency;
    }

    public long getCents() {
      return cents;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Money money
          && cents == money.cents
          && Objects.equals(currency, money.currency);
    }

    @Override
    public int hashCode() {
      return Objects.hash(currency, cents);
    }
  }

  /** A class with a codec of its own. */
  @WireCodec(CelsiusCodec.class)
  public static final class Celsius {
    final double degrees;

    public Celsius(double degrees) {
      this.degrees = degrees;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Celsius celsius
          && Double.doubleToLongBits(degrees) == Double.doubleToLongBits(celsius.degrees);
    }

    @Override
    public int hashCode() {
      return Double.hashCode(degrees);
    }
  }

  static final class CelsiusCodec implements Codec<Celsius> {
    @Override
    public void write(WireWriter out, Celsius value) {
      out.writeDouble(value.degrees);
    }

    @Override
    public Celsius read(WireReader in) {
      return new Celsius(in.readDouble());
    }
  }

  /** A generic class with a codec for one of its types. */
  @WireCodec(SpanCodec.class)
  public static final class Span<T extends Comparable<T>> {
    final T from;

    public Span(T from) {
      this.from = from;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Span<?> span && Objects.equals(from, span.from);
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(from);
    }
  }

  abstract static class BaseCodec<X> implements Codec<X> {}

  static final class SpanCodec extends BaseCodec<Span<Integer>> {
    @Override
    public void write(WireWriter out, Span<Integer> value) {
      out.writeBoxedInt(value.from);
    }

    @Override
    public Span<Integer> read(WireReader in) {
      return new Span<>(in.readBoxedInt());
    }
  }

  /** A permitted class with a codec. */
  @WireCodec(NamedCodec.class)
  public static non-sealed class Named implements Shape {
    final String name;

    public Named(String name) {
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Named named && Objects.equals(name, named.name);
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(name);
    }
  }

  static final class NamedCodec implements Codec<Named> {
    @Override
    public void write(WireWriter out, Named value) {
      out.writeString(value.name);
    }

    @Override
    public Named read(WireReader in) {
      return new Named(in.readString());
    }
  }

  /** A generic class with a creator. */
  public static final class Wrapped<T> {
    private final List<T> things;
    private final Class<?> other = Object.class;

    private Wrapped(List<T> things) {
      this.things = things;
    }

    @WireCreator
    public static <E> Wrapped<E> around(List<E> things) {
      return new Wrapped<>(things);
    }

    public List<T> getThings() {
      return things;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Wrapped<?> wrapped && Objects.equals(things, wrapped.things);
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(things);
    }
  }

  @Parallel
  public static Positions<BigDecimal> inBigDecimal(Positions<BigDecimal> value) {
    return value;
  }

  @Parallel
  public static Positions<BigInteger> inBigInteger(Positions<BigInteger> value) {
    return value;
  }

  @Parallel
  public static Positions<URI> inURI(Positions<URI> value) {
    return value;
  }

  @Parallel
  public static Positions<ByteBuffer> inByteBuffer(Positions<ByteBuffer> value) {
    return value;
  }

  @Parallel
  public static Positions<Path> inPath(Positions<Path> value) {
    return value;
  }

  @Parallel
  public static Positions<Duration> inDuration(Positions<Duration> value) {
    return value;
  }

  @Parallel
  public static Positions<Instant> inInstant(Positions<Instant> value) {
    return value;
  }

  @Parallel
  public static Positions<LocalDate> inLocalDate(Positions<LocalDate> value) {
    return value;
  }

  @Parallel
  public static Positions<LocalDateTime> inLocalDateTime(Positions<LocalDateTime> value) {
    return value;
  }

  @Parallel
  public static Positions<LocalTime> inLocalTime(Positions<LocalTime> value) {
    return value;
  }

  @Parallel
  public static Positions<MonthDay> inMonthDay(Positions<MonthDay> value) {
    return value;
  }

  @Parallel
  public static Positions<OffsetDateTime> inOffsetDateTime(Positions<OffsetDateTime> value) {
    return value;
  }

  @Parallel
  public static Positions<OffsetTime> inOffsetTime(Positions<OffsetTime> value) {
    return value;
  }

  @Parallel
  public static Positions<Period> inPeriod(Positions<Period> value) {
    return value;
  }

  @Parallel
  public static Positions<Year> inYear(Positions<Year> value) {
    return value;
  }

  @Parallel
  public static Positions<YearMonth> inYearMonth(Positions<YearMonth> value) {
    return value;
  }

  @Parallel
  public static Positions<ZoneId> inZoneId(Positions<ZoneId> value) {
    return value;
  }

  @Parallel
  public static Positions<ZoneOffset> inZoneOffset(Positions<ZoneOffset> value) {
    return value;
  }

  @Parallel
  public static Positions<ZonedDateTime> inZonedDateTime(Positions<ZonedDateTime> value) {
    return value;
  }

  @Parallel
  public static Positions<BitSet> inBitSet(Positions<BitSet> value) {
    return value;
  }

  @Parallel
  public static Positions<OptionalDouble> inOptionalDouble(Positions<OptionalDouble> value) {
    return value;
  }

  @Parallel
  public static Positions<OptionalInt> inOptionalInt(Positions<OptionalInt> value) {
    return value;
  }

  @Parallel
  public static Positions<OptionalLong> inOptionalLong(Positions<OptionalLong> value) {
    return value;
  }

  @Parallel
  public static Positions<UUID> inUUID(Positions<UUID> value) {
    return value;
  }

  @Parallel
  public static Positions<DayOfWeek> inDayOfWeek(Positions<DayOfWeek> value) {
    return value;
  }

  @Parallel
  public static Positions<Month> inMonth(Positions<Month> value) {
    return value;
  }

  @Parallel
  public static Positions<Boolean> inBoolean(Positions<Boolean> value) {
    return value;
  }

  @Parallel
  public static Positions<Byte> inByte(Positions<Byte> value) {
    return value;
  }

  @Parallel
  public static Positions<Short> inShort(Positions<Short> value) {
    return value;
  }

  @Parallel
  public static Positions<Character> inCharacter(Positions<Character> value) {
    return value;
  }

  @Parallel
  public static Positions<Integer> inInteger(Positions<Integer> value) {
    return value;
  }

  @Parallel
  public static Positions<Long> inLong(Positions<Long> value) {
    return value;
  }

  @Parallel
  public static Positions<Float> inFloat(Positions<Float> value) {
    return value;
  }

  @Parallel
  public static Positions<Double> inDouble(Positions<Double> value) {
    return value;
  }

  @Parallel
  public static Positions<String> inString(Positions<String> value) {
    return value;
  }

  @Parallel
  public static Positions<Color> inColor(Positions<Color> value) {
    return value;
  }

  @Parallel
  public static Positions<Version> inVersion(Positions<Version> value) {
    return value;
  }

  @Parallel
  public static Positions<Shape> inShape(Positions<Shape> value) {
    return value;
  }

  @Parallel
  public static Positions<Result<Integer>> inResultInteger(Positions<Result<Integer>> value) {
    return value;
  }

  @Parallel
  public static Positions<Money> inMoney(Positions<Money> value) {
    return value;
  }

  @Parallel
  public static Positions<Celsius> inCelsius(Positions<Celsius> value) {
    return value;
  }

  @Parallel
  @WireCodec(LocaleCodec.class)
  public static Positions<Locale> inLocale(@WireCodec(LocaleCodec.class) Positions<Locale> value) {
    return value;
  }

  @Parallel
  public static Positions<Span<Integer>> inSpanInteger(Positions<Span<Integer>> value) {
    return value;
  }

  @Parallel
  public static Positions<Wrapped<String>> inWrappedString(Positions<Wrapped<String>> value) {
    return value;
  }

  @Parallel
  public static Positions<int[]> inInts(Positions<int[]> value) {
    return value;
  }

  @Parallel
  public static Positions<Optional<String>> inOptionalString(Positions<Optional<String>> value) {
    return value;
  }

  @Parallel
  public static Positions<Deque<String>> inDequeString(Positions<Deque<String>> value) {
    return value;
  }

  @Parallel
  public static Positions<SortedSet<Integer>> inSortedSetInteger(Positions<SortedSet<Integer>> value) {
    return value;
  }

  @Parallel
  public static Positions<NavigableSet<Version>> inNavigableSetVersion(Positions<NavigableSet<Version>> value) {
    return value;
  }

  @Parallel
  public static Positions<ArrayList<Integer>> inArrayListInteger(Positions<ArrayList<Integer>> value) {
    return value;
  }

  @Parallel
  public static Positions<LinkedList<String>> inLinkedListString(Positions<LinkedList<String>> value) {
    return value;
  }

  @Parallel
  public static Positions<ArrayDeque<Integer>> inArrayDequeInteger(Positions<ArrayDeque<Integer>> value) {
    return value;
  }

  @Parallel
  public static Positions<HashSet<String>> inHashSetString(Positions<HashSet<String>> value) {
    return value;
  }

  @Parallel
  public static Positions<LinkedHashSet<Long>> inLinkedHashSetLong(Positions<LinkedHashSet<Long>> value) {
    return value;
  }

  @Parallel
  public static Positions<TreeSet<String>> inTreeSetString(Positions<TreeSet<String>> value) {
    return value;
  }

  @Parallel
  public static Positions<EnumSet<Color>> inEnumSetColor(Positions<EnumSet<Color>> value) {
    return value;
  }

  @Parallel
  public static Positions<SortedMap<String, Integer>> inSortedMapStringInteger(Positions<SortedMap<String, Integer>> value) {
    return value;
  }

  @Parallel
  public static Positions<NavigableMap<LocalDate, String>> inNavigableMapLocalDateString(Positions<NavigableMap<LocalDate, String>> value) {
    return value;
  }

  @Parallel
  public static Positions<HashMap<String, Color>> inHashMapStringColor(Positions<HashMap<String, Color>> value) {
    return value;
  }

  @Parallel
  public static Positions<LinkedHashMap<Integer, String>> inLinkedHashMapIntegerString(Positions<LinkedHashMap<Integer, String>> value) {
    return value;
  }

  @Parallel
  public static Positions<TreeMap<Version, Money>> inTreeMapVersionMoney(Positions<TreeMap<Version, Money>> value) {
    return value;
  }

  @Parallel
  public static Positions<EnumMap<Color, Shape>> inEnumMapColorShape(Positions<EnumMap<Color, Shape>> value) {
    return value;
  }

  @Parallel
  public static Positions<Map.Entry<String, Celsius>> inMapEntryStringCelsius(Positions<Map.Entry<String, Celsius>> value) {
    return value;
  }

  @Parallel
  public static Positions<Map<Shape, List<Celsius>>> inMapShapeListCelsius(Positions<Map<Shape, List<Celsius>>> value) {
    return value;
  }
}
