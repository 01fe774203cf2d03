package dev.brood.wire;

import static dev.brood.wire.JdkCodecs.malformed;
import static dev.brood.wire.JdkCodecs.text;

import java.time.DateTimeException;
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
import org.jspecify.annotations.Nullable;

/**
 * How the types of {@code java.time} travel: by their numbers, to the nanosecond and to the limits
 * of each type. Null travels too.
 */
public final class TimeCodecs {
  private TimeCodecs() {}

  /** Writes a duration. */
  public static void writeDuration(WireWriter out, @Nullable Duration value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value.getSeconds());
      out.writeInt(value.getNano());
    }
  }

  /** Reads a duration. */
  public static @Nullable Duration readDuration(WireReader in) {
    try {
      return in.readBoolean() ? Duration.ofSeconds(in.readLong(), in.readInt()) : null;
    } catch (ArithmeticException e) {
      throw malformed(e);
    }
  }

  /** Writes an instant. */
  public static void writeInstant(WireWriter out, @Nullable Instant value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value.getEpochSecond());
      out.writeInt(value.getNano());
    }
  }

  /** Reads an instant. */
  public static @Nullable Instant readInstant(WireReader in) {
    try {
      return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    } catch (DateTimeException | ArithmeticException e) {
      throw malformed(e);
    }
  }

  /** Writes a date. */
  public static void writeLocalDate(WireWriter out, @Nullable LocalDate value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value.toEpochDay());
    }
  }

  /** Reads a date. */
  public static @Nullable LocalDate readLocalDate(WireReader in) {
    try {
      return in.readBoolean() ? LocalDate.ofEpochDay(in.readLong()) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a time of day. */
  public static void writeLocalTime(WireWriter out, @Nullable LocalTime value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value.toNanoOfDay());
    }
  }

  /** Reads a time of day. */
  public static @Nullable LocalTime readLocalTime(WireReader in) {
    try {
      return in.readBoolean() ? LocalTime.ofNanoOfDay(in.readLong()) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a date and time of day. */
  public static void writeLocalDateTime(WireWriter out, @Nullable LocalDateTime value) {
    out.writeBoolean(value != null);
    if (value != null) {
      writeDateTime(out, value);
    }
  }

  /** Reads a date and time of day. */
  public static @Nullable LocalDateTime readLocalDateTime(WireReader in) {
    try {
      return in.readBoolean() ? readDateTime(in) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a day of any year. */
  public static void writeMonthDay(WireWriter out, @Nullable MonthDay value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeByte((byte) value.getMonthValue());
      out.writeByte((byte) value.getDayOfMonth());
    }
  }

  /** Reads a day of any year. */
  public static @Nullable MonthDay readMonthDay(WireReader in) {
    try {
      return in.readBoolean() ? MonthDay.of(in.readByte(), in.readByte()) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a date and time with an offset. */
  public static void writeOffsetDateTime(WireWriter out, @Nullable OffsetDateTime value) {
    out.writeBoolean(value != null);
    if (value != null) {
      writeDateTime(out, value.toLocalDateTime());
      out.writeInt(value.getOffset().getTotalSeconds());
    }
  }

  /** Reads a date and time with an offset. */
  public static @Nullable OffsetDateTime readOffsetDateTime(WireReader in) {
    try {
      return in.readBoolean() ? OffsetDateTime.of(readDateTime(in), readOffset(in)) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a time of day with an offset. */
  public static void writeOffsetTime(WireWriter out, @Nullable OffsetTime value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value.toLocalTime().toNanoOfDay());
      out.writeInt(value.getOffset().getTotalSeconds());
    }
  }

  /** Reads a time of day with an offset. */
  public static @Nullable OffsetTime readOffsetTime(WireReader in) {
    try {
      return in.readBoolean()
          ? OffsetTime.of(LocalTime.ofNanoOfDay(in.readLong()), readOffset(in))
          : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a period. */
  public static void writePeriod(WireWriter out, @Nullable Period value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeInt(value.getYears());
      out.writeInt(value.getMonths());
      out.writeInt(value.getDays());
    }
  }

  /** Reads a period. */
  public static @Nullable Period readPeriod(WireReader in) {
    return in.readBoolean() ? Period.of(in.readInt(), in.readInt(), in.readInt()) : null;
  }

  /** Writes a year. */
  public static void writeYear(WireWriter out, @Nullable Year value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeInt(value.getValue());
    }
  }

  /** Reads a year. */
  public static @Nullable Year readYear(WireReader in) {
    try {
      return in.readBoolean() ? Year.of(in.readInt()) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a month of a year. */
  public static void writeYearMonth(WireWriter out, @Nullable YearMonth value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeInt(value.getYear());
      out.writeByte((byte) value.getMonthValue());
    }
  }

  /** Reads a month of a year. */
  public static @Nullable YearMonth readYearMonth(WireReader in) {
    try {
      return in.readBoolean() ? YearMonth.of(in.readInt(), in.readByte()) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a time zone, by its identifier. */
  public static void writeZoneId(WireWriter out, @Nullable ZoneId value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeString(value.getId());
    }
  }

  /** Reads a time zone, by its identifier. */
  public static @Nullable ZoneId readZoneId(WireReader in) {
    try {
      return in.readBoolean() ? ZoneId.of(text(in)) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes an offset from UTC. */
  public static void writeZoneOffset(WireWriter out, @Nullable ZoneOffset value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeInt(value.getTotalSeconds());
    }
  }

  /** Reads an offset from UTC. */
  public static @Nullable ZoneOffset readZoneOffset(WireReader in) {
    try {
      return in.readBoolean() ? readOffset(in) : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  /** Writes a date and time in a time zone. */
  public static void writeZonedDateTime(WireWriter out, @Nullable ZonedDateTime value) {
    out.writeBoolean(value != null);
    if (value != null) {
      writeDateTime(out, value.toLocalDateTime());
      out.writeInt(value.getOffset().getTotalSeconds());
      out.writeString(value.getZone().getId());
    }
  }

  /** Reads a date and time in a time zone. */
  public static @Nullable ZonedDateTime readZonedDateTime(WireReader in) {
    try {
      return in.readBoolean()
          ? ZonedDateTime.ofInstant(readDateTime(in), readOffset(in), ZoneId.of(text(in)))
          : null;
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  private static void writeDateTime(WireWriter out, LocalDateTime value) {
    out.writeLong(value.toLocalDate().toEpochDay());
    out.writeLong(value.toLocalTime().toNanoOfDay());
  }

  private static LocalDateTime readDateTime(WireReader in) {
    LocalDate date = LocalDate.ofEpochDay(in.readLong());
    return LocalDateTime.of(date, LocalTime.ofNanoOfDay(in.readLong()));
  }

  private static ZoneOffset readOffset(WireReader in) {
    return ZoneOffset.ofTotalSeconds(in.readInt());
  }
}
