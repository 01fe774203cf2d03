package dev.brood.wire;

import dev.brood.WireException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What generated code needs for collections that do not take every element. */
public final class CollectionCodecs {
  private CollectionCodecs() {}

  /**
   * Makes sure that a sorted collection has the natural order: no other order travels, for it is
   * code.
   *
   * @param comparator the collection's
   * @throws WireException if it has another order
   */
  public static void requireNaturalOrder(@Nullable Comparator<?> comparator) {
    if (comparator != null && !comparator.equals(Comparator.naturalOrder())) {
      throw new WireException(
          "a sorted collection has an order of its own, "
              + comparator.getClass().getName()
              + ", and code is never sent: pass a collection in natural order, or a List");
    }
  }

  /**
   * Adds an element that was read.
   *
   * @throws WireException if the collection takes no null, or cannot compare the element
   */
  public static <E extends @Nullable Object> void add(Collection<E> collection, E element) {
    try {
      collection.add(element);
    } catch (NullPointerException | ClassCastException e) {
      throw new WireException("malformed: a collection refuses an element", e);
    }
  }

  /**
   * Puts a key and a value that were read.
   *
   * @throws WireException if the map takes no null, or cannot compare the key
   */
  public static <K extends @Nullable Object, V extends @Nullable Object> void put(
      Map<K, V> map, K key, V value) {
    try {
      map.put(key, value);
    } catch (NullPointerException | ClassCastException e) {
      throw new WireException("malformed: a map refuses a key", e);
    }
  }
}
