package dev.brood.contract;

import dev.brood.Parallel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every kind that travels. */
final class Data {
  private Data() {}

  /** What has a value of its own even where nothing is given. */
  record Primitives(
      boolean truth,
      byte small,
      short middle,
      char letter,
      int number,
      long large,
      float rough,
      double fine) {}

  /** What may be null. */
  @SuppressWarnings("ArrayRecordComponent") // records with arrays travel as well
  record Objects(
      @Nullable Integer boxed,
      @Nullable Double real,
      @Nullable String text,
      @Nullable Colour colour,
      int @Nullable [] numbers,
      String @Nullable [] @Nullable [] texts,
      @Nullable BigInteger integer,
      @Nullable BigDecimal decimal,
      @Nullable UUID id,
      @Nullable URI uri,
      @Nullable Path path,
      @Nullable BitSet bits) {}

  /** Times, up to the last one that there is. */
  record Times(
      Instant instant,
      Duration duration,
      LocalDate date,
      LocalTime time,
      LocalDateTime both,
      ZonedDateTime zoned) {}

  /** What holds others. */
  record Containers(
      List<@Nullable String> list,
      Set<Integer> set,
      Map<String, List<Integer>> map,
      SortedMap<Integer, String> sorted,
      Deque<Long> deque,
      Optional<String> optional,
      OptionalInt number,
      EnumSet<Colour> colours,
      EnumMap<Colour, Shape> shapes,
      Map.Entry<String, Integer> entry) {}

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  /** One of several. */
  sealed interface Shape permits Circle, Box {}

  record Circle(double radius) implements Shape {}

  record Box(Shape inner, int width) implements Shape {}

  /** As deep as one likes, or in a circle, by way of the list. */
  record Node(int value, List<Node> next) {}

  @Parallel
  static Primitives primitives(Primitives value) {
    return value;
  }

  @Parallel
  static Objects objects(Objects value) {
    return value;
  }

  @Parallel
  static Times times(Times value) {
    return value;
  }

  @Parallel
  static Containers containers(Containers value) {
    return value;
  }

  @Parallel
  static int depth(Node node) {
    int depth = 0;
    for (Node at = node; !at.next().isEmpty(); at = at.next().get(0)) {
      depth++;
    }
    return depth;
  }

  /** The sum of what stands at a few places; all else is zero. */
  @Parallel
  static long checksum(byte[] large) {
    long sum = large.length;
    for (int at = 0; at < large.length; at += 1 << 20) {
      sum = sum * 31 + large[at];
    }
    return sum;
  }

  @Parallel
  static byte[] large(int size) {
    byte[] large = new byte[size];
    for (int at = 0; at < size; at += 1 << 20) {
      large[at] = (byte) (at >> 20);
    }
    return large;
  }

  /** Writes so much to the standard output, and what is no text to the standard error. */
  @Parallel
  static int flood(int mebibytes) throws IOException {
    byte[] bytes =
        "0123456789abcdef 0123456789abcdef 0123456789abcdef 0123456789abc\n"
            .repeat(1 << 14)
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < mebibytes; i++) {
      System.out.write(bytes);
    }
    byte[] binary = new byte[1 << 16];
    new Random(1).nextBytes(binary);
    System.err.write(binary);
    int read = System.in.read();
    System.out.close();
    return read;
  }
}
