package dev.brood.internal.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of a map, which come in any order. Used by the owner of the map only. */
final class ResultList<R extends @Nullable Object> implements MapRun.Results<R> {
  private final List<@Nullable R> list = new ArrayList<>();

  @Override
  public void put(long place, R result) {
    while (list.size() <= place) {
      list.add(null);
    }
    list.set((int) place, result);
  }

  /** All results, once each place has one. */
  @SuppressWarnings("NullAway") // null only where R allows it
  List<R> list() {
    return list;
  }
}
