package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brood.Pool;
import dev.brood.WireException;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Program;
import dev.brood.contract.kit.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Values travel whole, be they empty, extreme, deep or large; or it is said why they do not. */
class DataTest {
  /** Above what a stack holds, if one frame or more goes with each level. */
  private static final int TOO_DEEP = 1_000_000;

  private static final int DEEP = 200;

  @TempDir private Path directory;

  private static List<Data.Primitives> primitives() {
    return List.of(
        new Data.Primitives(false, (byte) 0, (short) 0, '\0', 0, 0, 0, 0),
        new Data.Primitives(
            true,
            Byte.MIN_VALUE,
            Short.MIN_VALUE,
            Character.MAX_VALUE,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            Float.MIN_VALUE,
            Double.MIN_VALUE),
        new Data.Primitives(
            true,
            Byte.MAX_VALUE,
            Short.MAX_VALUE,
            '\uD800',
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Float.NEGATIVE_INFINITY,
            -0.0));
  }

  @ForEachKind
  @Scenario(42)
  void primitivesAreWhatTheyWere(Kind kind) {
    try (Pool pool = kind.start(1)) {
      for (Data.Primitives value : primitives()) {
        assertThat(pool.call(DataParallel.primitives(value))).isEqualTo(value);
      }
      double odd = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
      float oddToo = Float.intBitsToFloat(0x7fc0_beef);
      Data.Primitives came =
          pool.call(
              DataParallel.primitives(
                  new Data.Primitives(true, (byte) 1, (short) 1, 'x', 1, 1, oddToo, odd)));
      assertThat(Double.doubleToRawLongBits(came.fine())).isEqualTo(0x7ff8_0000_dead_beefL);
      assertThat(Float.floatToRawIntBits(came.rough())).isEqualTo(0x7fc0_beef);
    }
  }

  private static Stream<Data.Objects> objects() {
    return Stream.of(
        new Data.Objects(null, null, null, null, null, null, null, null, null, null, null, null),
        new Data.Objects(
            0,
            -0.0,
            "",
            Data.Colour.RED,
            new int[0],
            new String[0][],
            BigInteger.ZERO,
            BigDecimal.ZERO,
            new UUID(0, 0),
            URI.create(""),
            Path.of(""),
            new BitSet()),
        new Data.Objects(
            Integer.MIN_VALUE,
            Double.NaN,
            "unpaired \uD800 and \uDC00, a pair \uD83D\uDE00, a zero \0",
            Data.Colour.BLUE,
            new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE},
            new String[][] {null, {}, {null, "x"}},
            BigInteger.TWO.pow(10_000).negate(),
            new BigDecimal(BigInteger.TEN.pow(100), Integer.MIN_VALUE),
            UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"),
            URI.create("http://user@host:1/a%20b?c#d"),
            Path.of("/a b/ä/../c"),
            BitSet.valueOf(new long[] {1, 0, Long.MIN_VALUE})));
  }

  /** Arrays of arrays among others compare by what is in them. */
  private static @Nullable Object[] parts(Data.Objects value) {
    return new @Nullable Object[] {
      value.boxed(),
      value.real(),
      value.text(),
      value.colour(),
      value.numbers(),
      value.texts(),
      value.integer(),
      value.decimal(),
      value.id(),
      value.uri(),
      value.path(),
      value.bits()
    };
  }

  @ForEachKind
  @Scenario(42)
  void objectsAreEqualOrNull(Kind kind) {
    try (Pool pool = kind.start(1)) {
      objects()
          .forEach(
              value ->
                  assertThat(
                          Arrays.deepEquals(
                              parts(pool.call(DataParallel.objects(value))), parts(value)))
                      .as("%s", value)
                      .isTrue());
    }
  }

  @ForEachKind
  @Scenario(42)
  void timesAreThoseOfTheFirstAndLastDay(Kind kind) {
    ZonedDateTime zoned = ZonedDateTime.of(LocalDateTime.MAX, ZoneOffset.MIN);
    try (Pool pool = kind.start(1)) {
      for (Data.Times value :
          List.of(
              new Data.Times(
                  Instant.MIN,
                  Duration.ofSeconds(Long.MIN_VALUE),
                  LocalDate.MIN,
                  LocalTime.MIN,
                  LocalDateTime.MIN,
                  zoned),
              new Data.Times(
                  Instant.MAX,
                  Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                  LocalDate.MAX,
                  LocalTime.MAX,
                  LocalDateTime.MAX,
                  zoned))) {
        assertThat(pool.call(DataParallel.times(value))).isEqualTo(value);
      }
    }
  }

  private static Data.Containers containers() {
    EnumMap<Data.Colour, Data.Shape> shapes = new EnumMap<>(Data.Colour.class);
    shapes.put(Data.Colour.GREEN, new Data.Box(new Data.Box(new Data.Circle(1.5), 2), 3));
    return new Data.Containers(
        Arrays.asList("a", null, ""),
        Set.of(1, 2, 3),
        Map.of("none", List.of(), "two", List.of(1, 2)),
        new TreeMap<>(Map.of(3, "c", 1, "a")),
        new ArrayDeque<>(List.of(5L, 4L)),
        Optional.of("there"),
        OptionalInt.empty(),
        EnumSet.of(Data.Colour.BLUE),
        shapes,
        Map.entry("key", 7));
  }

  @ForEachKind
  @Scenario(42)
  void containersHoldWhatTheyHeld(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Data.Containers value = containers();
      Data.Containers came = pool.call(DataParallel.containers(value));
      assertThat(came.deque()).containsExactly(5L, 4L);
      assertThat(came)
          .usingRecursiveComparison()
          .ignoringFields("deque")
          .ignoringCollectionOrder()
          .isEqualTo(value);
      assertThat(came.sorted().firstKey()).isEqualTo(1);
    }
  }

  private static Data.Node nested(int depth) {
    Data.Node node = new Data.Node(0, List.of());
    for (int i = 1; i <= depth; i++) {
      node = new Data.Node(i, List.of(node));
    }
    return node;
  }

  @ForEachKind
  @Scenario(43)
  void whatIsTooDeepOrCircularIsSaidToBe(Kind kind) {
    List<Data.Node> circle = new ArrayList<>();
    Data.Node circular = new Data.Node(1, circle);
    circle.add(circular);
    try (Pool pool = kind.start(1)) {
      assertThat(pool.call(DataParallel.depth(nested(DEEP)))).isEqualTo(DEEP);
      for (Data.Node bad : List.of(circular, nested(TOO_DEEP))) {
        assertThat(catchThrowable(() -> pool.call(DataParallel.depth(bad))))
            .isExactlyInstanceOf(WireException.class)
            .hasMessageContaining("deep");
        assertThat(pool.call(DataParallel.depth(nested(1)))).as("the pool serves on").isEqualTo(1);
      }
    }
  }

  @ForEachKind
  @Scenario(44)
  @OnlyFor(value = CHILD_JVMS, because = "it is about what passes between processes")
  void aGibibyteEachWay(Kind kind) throws IOException {
    List<String> command = Program.command(directory, LargeMain.class);
    command.add(1, "-Xmx4600m"); // what it has itself, both ways, and one copy of that on its way
    Program.Ended ended = Program.run(command);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo("argument, result, both\n");
    assertThat(ended.exitCode()).isZero();
  }
}
