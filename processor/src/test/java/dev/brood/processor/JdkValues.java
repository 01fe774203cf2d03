package dev.brood.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Values of the JDK's own classes, from a source of randomness: their limits often. */
final class JdkValues {
  static final Map<Class<?>, Function<Random, Object>> SOURCES = new HashMap<>();

  static {
    put(BigInteger.class, JdkValues::bigInteger);
    put(BigDecimal.class, random -> new BigDecimal(bigInteger(random), random.nextInt()));
    put(
        URI.class,
        random -> URI.create(oneOf(random, "", "a?b#c", "mailto:é@x", "http://[::1]/%20")));
    put(UUID.class, random -> new UUID(random.nextLong(), random.nextLong()));
    put(Path.class, random -> Path.of(oneOf(random, "", "a", "/", "/é/../b", "a/b/c.txt")));
    put(ByteBuffer.class, JdkValues::buffer);
    put(BitSet.class, random -> BitSet.valueOf(new long[] {random.nextLong(), random.nextInt(3)}));
    put(
        OptionalInt.class,
        random -> oneOf(random, OptionalInt.empty(), OptionalInt.of(random.nextInt())));
    put(
        OptionalLong.class,
        random -> oneOf(random, OptionalLong.empty(), OptionalLong.of(random.nextLong())));
    put(
        OptionalDouble.class,
        random -> oneOf(random, OptionalDouble.empty(), OptionalDouble.of(-0.0)));
    put(Locale.class, random -> oneOf(random, Locale.ROOT, Locale.GERMANY, Locale.CHINA));
    put(
        Duration.class,
        random ->
            oneOf(
                random,
                Duration.ZERO,
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofSeconds(random.nextLong() / 2, random.nextInt())));
    put(
        Instant.class,
        random ->
            oneOf(
                random,
                Instant.MIN,
                Instant.MAX,
                Instant.ofEpochSecond(random.nextInt(), random.nextInt())));
    put(LocalDate.class, JdkValues::date);
    put(LocalTime.class, JdkValues::time);
    put(LocalDateTime.class, JdkValues::dateTime);
    put(MonthDay.class, random -> oneOf(random, MonthDay.of(2, 29), MonthDay.from(date(random))));
    put(
        OffsetDateTime.class,
        random ->
            oneOf(
                random,
                OffsetDateTime.MIN,
                OffsetDateTime.MAX,
                OffsetDateTime.of(dateTime(random), offset(random))));
    put(
        OffsetTime.class,
        random ->
            oneOf(
                random,
                OffsetTime.MIN,
                OffsetTime.MAX,
                OffsetTime.of(time(random), offset(random))));
    put(Period.class, random -> Period.of(random.nextInt(), random.nextInt(), random.nextInt()));
    put(
        Year.class,
        random ->
            oneOf(
                random, Year.of(Year.MIN_VALUE), Year.of(Year.MAX_VALUE), Year.from(date(random))));
    put(YearMonth.class, random -> YearMonth.from(date(random)));
    put(ZoneId.class, JdkValues::zone);
    put(ZoneOffset.class, JdkValues::offset);
    put(ZonedDateTime.class, JdkValues::zoned);
  }

  private JdkValues() {}

  private static <T> void put(Class<T> type, Function<Random, T> source) {
    SOURCES.put(type, source::apply);
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  private static BigInteger bigInteger(Random random) {
    return oneOf(
        random,
        BigInteger.ZERO,
        BigInteger.ONE.negate(),
        BigInteger.valueOf(Long.MIN_VALUE),
        new BigInteger(random.nextInt(300), random));
  }

  private static ByteBuffer buffer(Random random) {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.position(random.nextInt(bytes.length + 1));
    return random.nextBoolean() ? buffer.order(ByteOrder.LITTLE_ENDIAN) : buffer.slice();
  }

  private static LocalDate date(Random random) {
    return oneOf(
        random,
        LocalDate.MIN,
        LocalDate.MAX,
        LocalDate.EPOCH,
        LocalDate.ofEpochDay(random.nextInt()));
  }

  private static LocalTime time(Random random) {
    long nanos = (random.nextLong() >>> 1) % (LocalTime.MAX.toNanoOfDay() + 1);
    return oneOf(random, LocalTime.MIN, LocalTime.MAX, LocalTime.ofNanoOfDay(nanos));
  }

  private static LocalDateTime dateTime(Random random) {
    return LocalDateTime.of(date(random), time(random));
  }

  private static ZoneOffset offset(Random random) {
    return oneOf(
        random,
        ZoneOffset.UTC,
        ZoneOffset.MIN,
        ZoneOffset.MAX,
        ZoneOffset.ofTotalSeconds(random.nextInt(7200)));
  }

  private static ZoneId zone(Random random) {
    String id = oneOf(random, "Europe/Berlin", "UTC", "GMT+2", "America/St_Johns", "Z");
    return random.nextBoolean() ? offset(random) : ZoneId.of(id);
  }

  /** Often in the hour that an autumn night has twice. */
  private static ZonedDateTime zoned(Random random) {
    LocalDateTime twice = LocalDateTime.of(2024, 10, 27, 2, 30);
    ZonedDateTime autumn = ZonedDateTime.of(twice, ZoneId.of("Europe/Berlin"));
    return oneOf(
        random,
        autumn.withEarlierOffsetAtOverlap(),
        autumn.withLaterOffsetAtOverlap(),
        ZonedDateTime.of(LocalDateTime.of(2024, 3, 31, 2, 30), zone(random)),
        ZonedDateTime.ofInstant(Instant.ofEpochSecond(random.nextInt()), zone(random)));
  }
}
