package dev.brood.internal.pool;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers to tables, under which a pool's workers know them. They stay for the pool's whole
 * life: there are only so many classes. Workers could name ones that are not there, so those that
 * they name are bounded, for all of them together. Thread-safe.
 */
final class Numbers {
  private final int mostNamed;
  private final long mostCharacters;
  private int named;
  private long characters;
  private int next;

  private final ConcurrentMap<TableRef, Integer> numbers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, TableRef> known = new ConcurrentHashMap<>();

  /** For more classes than a program has. */
  Numbers() {
    this(1 << 16, 1 << 24);
  }

  /**
   * For a number of tables.
   *
   * @param mostNamed so many of them workers may name
   * @param mostCharacters so many characters the names of these may have in all
   */
  Numbers(int mostNamed, long mostCharacters) {
    this.mostNamed = mostNamed;
    this.mostCharacters = mostCharacters;
  }

  /** The same number for the same table, from 0. */
  int of(TableRef table) {
    Integer number = numbers.get(table);
    return number != null ? number : assign(table);
  }

  /** Gives a number to a table that a worker has named, if there are not too many of those. */
  boolean admit(TableRef table) {
    if (numbers.containsKey(table)) {
      return true;
    }
    synchronized (this) {
      int length = table.className().length();
      if (named == mostNamed || length > mostCharacters - characters) {
        return numbers.containsKey(table);
      }
      int before = next;
      int unused = assign(table);
      if (next > before) {
        named++;
        characters += length;
      }
      return true;
    }
  }

  private synchronized int assign(TableRef table) {
    Integer number = numbers.get(table);
    if (number != null) {
      return number;
    }
    known.put(next, table);
    numbers.put(table, next);
    return next++;
  }

  /** The table with that number; null if there is none. */
  @Nullable TableRef table(int number) {
    return known.get(number);
  }
}
