package dev.brood.internal.pool;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers to tables, under which a pool's workers know them. They stay for the pool's whole
 * life: there are only so many classes. Thread-safe.
 */
final class Numbers {
  private final ConcurrentMap<TableRef, Integer> numbers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, TableRef> known = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The same number for the same table, from 0. */
  int of(TableRef table) {
    Integer number = numbers.get(table);
    return number != null ? number : numbers.computeIfAbsent(table, this::assign);
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
