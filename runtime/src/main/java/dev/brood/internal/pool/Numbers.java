package dev.brood.internal.pool;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives numbers to tables and services, under which a pool's workers know them. Thread-safe. */
final class Numbers {
  private final ConcurrentMap<Object, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The same number for the same table or service, from 0. */
  int of(Object tableOrService) {
    Integer number = numbers.get(tableOrService);
    return number != null
        ? number
        : numbers.computeIfAbsent(tableOrService, o -> next.getAndIncrement());
  }
}
