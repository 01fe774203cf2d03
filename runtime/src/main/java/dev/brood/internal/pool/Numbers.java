package dev.brood.internal.pool;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Gives numbers to tables and services, under which a pool's workers know them. Thread-safe. */
final class Numbers {
  private final ConcurrentMap<Object, Integer> numbers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Object> known = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The same number for the same table or service, from 0. */
  int of(Object tableOrService) {
    Integer number = numbers.get(tableOrService);
    return number != null ? number : numbers.computeIfAbsent(tableOrService, this::assign);
  }

  private int assign(Object tableOrService) {
    int number = next.getAndIncrement();
    known.put(number, tableOrService);
    return number;
  }

  /** The table with that number; null if there is none. */
  @Nullable TableRef table(int number) {
    return known.get(number) instanceof TableRef table ? table : null;
  }
}
