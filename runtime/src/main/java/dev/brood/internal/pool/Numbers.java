package dev.brood.internal.pool;

import dev.brood.internal.channel.ProtocolException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers to tables, under which a pool's workers know them. They stay for the pool's whole
 * life: there are only so many classes. Only workers could name ones that are not there, which is
 * why those that they name are bounded, for all workers of the pool together. Thread-safe.
 */
final class Numbers {
  /** So many tables workers may name. */
  private static final int MAX_NAMED = 1 << 16;

  /** So many characters the names of these may have in all. */
  private static final long MAX_CHARACTERS = 1 << 24;

  private final Map<TableRef, TableRef> named = new HashMap<>();
  private long characters;

  private final ConcurrentMap<TableRef, Integer> numbers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, TableRef> known = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The same number for the same table, from 0. */
  int of(TableRef table) {
    Integer number = numbers.get(table);
    return number != null ? number : numbers.computeIfAbsent(table, this::assign);
  }

  /**
   * The table that a worker names, always the same one.
   *
   * @throws ProtocolException if workers have named more than there can be
   */
  synchronized TableRef named(String className, long fingerprint) throws ProtocolException {
    TableRef table = new TableRef(className, fingerprint, null);
    TableRef known = named.get(table);
    if (known != null) {
      return known;
    }
    if (named.size() == MAX_NAMED || characters + className.length() > MAX_CHARACTERS) {
      throw new ProtocolException(
          "workers of this pool have named " + named.size() + " tables: that are too many");
    }
    characters += className.length();
    named.put(table, table);
    return table;
  }

  private int assign(TableRef table) {
    int number = next.getAndIncrement();
    known.put(number, table);
    return number;
  }

  /** The table with that number; null if there is none. */
  @Nullable TableRef table(int number) {
    return known.get(number);
  }
}
