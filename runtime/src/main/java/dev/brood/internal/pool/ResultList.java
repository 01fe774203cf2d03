package dev.brood.internal.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of many calls, which come in any order. Used by one thread at a time.
 *
 * <p>They are kept in short arrays until all are there: a collector of garbage wants to know of
 * each new object that an old array gets, and every long array is old.
 */
final class ResultList<T extends @Nullable Object> {
  private static final int SHORT = 1024;

  private final List<Object[]> arrays = new ArrayList<>();
  private int size;

  void put(long place, T result) {
    int index = Math.toIntExact(place);
    while (index / SHORT >= arrays.size()) {
      arrays.add(new Object[SHORT]);
    }
    arrays.get(index / SHORT)[index % SHORT] = result;
    size = Math.max(size, index + 1);
  }

  /** All results, once each place has one. */
  @SuppressWarnings("unchecked") // they were put in as such
  List<T> list() {
    List<Object> all = new ArrayList<>(size);
    for (Object[] array : arrays) {
      all.addAll(Arrays.asList(array).subList(0, Math.min(SHORT, size - all.size())));
    }
    return (List<T>) (List<?>) all;
  }
}
