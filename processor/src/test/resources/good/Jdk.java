package demo;

import dev.brood.Parallel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.UUID;

/** Classes of the JDK that travel as what they are. */
public final class Jdk {
  private Jdk() {}

  public enum Level {
    LOW,
    HIGH
  }

  @Parallel
  public static OptionalInt values(UUID id, Path path, Duration duration, BitSet[] bits) {
    return OptionalInt.empty();
  }

  @Parallel
  public static Deque<String> sequences(ArrayDeque<Integer> deque, Map.Entry<UUID, Path> entry) {
    return null;
  }

  @Parallel
  public static NavigableMap<LocalDate, Level> sorted(SortedSet<String> set) {
    return null;
  }

  @Parallel
  public static EnumMap<Level, HashMap<String, Long>> enums(EnumSet<Level> levels) {
    return null;
  }
}
