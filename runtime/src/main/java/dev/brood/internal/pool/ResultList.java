package dev.brood.internal.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of many calls, which come in any order. Used by one thread at a time. */
final class ResultList<T extends @Nullable Object> {
  private final List<@Nullable T> list = new ArrayList<>();

  void put(long place, T result) {
    while (list.size() <= place) {
      list.add(null);
    }
    list.set((int) place, result);
  }

  /** All results, once each place has one. */
  @SuppressWarnings("NullAway") // null only where T allows it
  List<T> list() {
    return list;
  }
}
