package demo;

import dev.brood.Parallel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Type variables that are fixed by their bounds, or by a subtype. */
final class Generic {
  private Generic() {}

  record Shape(double area) {}

  enum Color {
    RED,
    GREEN
  }

  @Parallel
  static <T extends Shape> T biggest(List<T> shapes) {
    return shapes.stream().max(Comparator.comparing(Shape::area)).orElseThrow();
  }

  @Parallel
  static <S extends Shape, C extends Color> Map<C, List<S>> group(Map<C, S> shapes, C color, S s) {
    return Map.of(color, List.of(s));
  }

  @SafeVarargs
  @Parallel
  static <T extends Shape> int count(T... shapes) {
    return shapes.length;
  }

  @Parallel
  static <T extends Shape> void none(T shape) {}

  interface Sorter<T> {
    List<T> sort(List<T> values);

    T first(List<T> values);

    <S extends Shape> List<S> shapes(T count, List<S> shapes);
  }

  abstract static class Reversing<E> implements Sorter<E> {
    @Override
    public E first(List<E> values) {
      return values.get(values.size() - 1);
    }

    @Override
    public <S extends Shape> List<S> shapes(E count, List<S> shapes) {
      return shapes;
    }
  }

  @Parallel
  static class IntSorter extends Reversing<Integer> {
    @Override
    public List<Integer> sort(List<Integer> values) {
      return values.stream().sorted().toList();
    }
  }
}
