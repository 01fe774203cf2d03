package dev.brood.processor;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two values are the same to the last bit: arrays by their elements, floating-point numbers
 * by their bits, sets and maps in their order.
 */
final class SameValue {
  private SameValue() {}

  static boolean same(Object a, Object b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    if (a instanceof Double x && b instanceof Double y) {
      return Double.doubleToRawLongBits(x) == Double.doubleToRawLongBits(y);
    }
    if (a instanceof Float x && b instanceof Float y) {
      return Float.floatToRawIntBits(x) == Float.floatToRawIntBits(y);
    }
    if (a.getClass().isArray()) {
      return a.getClass() == b.getClass() && sameElements(a, b);
    }
    if (a.getClass().isRecord()) {
      return a.getClass() == b.getClass() && sameComponents(a, b);
    }
    if (a instanceof Optional<?> x && b instanceof Optional<?> y) {
      return same(x.orElse(null), y.orElse(null));
    }
    if (a instanceof Map.Entry<?, ?> x && b instanceof Map.Entry<?, ?> y) {
      return same(x.getKey(), y.getKey()) && same(x.getValue(), y.getValue());
    }
    if (a instanceof ByteBuffer x && b instanceof ByteBuffer y) {
      return x.equals(y) && x.order() == y.order();
    }
    if (a instanceof HashSet<?> x && !(a instanceof LinkedHashSet<?>)) {
      return x.equals(b);
    }
    if (a instanceof HashMap<?, ?> x && !(a instanceof LinkedHashMap<?, ?>)) {
      return x.equals(b);
    }
    if (a instanceof Collection<?> x && b instanceof Collection<?> y) {
      return a instanceof Set<?> == b instanceof Set<?> && sameInOrder(x, y);
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return sameInOrder(x.keySet(), y.keySet()) && sameInOrder(x.values(), y.values());
    }
    return a.equals(b);
  }

  private static boolean sameElements(Object a, Object b) {
    int length = Array.getLength(a);
    if (Array.getLength(b) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!same(Array.get(a, i), Array.get(b, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameComponents(Object a, Object b) {
    try {
      for (RecordComponent component : a.getClass().getRecordComponents()) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        if (!same(accessor.invoke(a), accessor.invoke(b))) {
          return false;
        }
      }
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean sameInOrder(Iterable<?> a, Iterable<?> b) {
    Iterator<?> x = a.iterator();
    Iterator<?> y = b.iterator();
    while (x.hasNext() && y.hasNext()) {
      if (!same(x.next(), y.next())) {
        return false;
      }
    }
    return !x.hasNext() && !y.hasNext();
  }
}
