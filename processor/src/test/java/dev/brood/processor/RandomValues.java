package dev.brood.processor;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Values of any type that travels, from a seed: extreme ones often, null where it may be. */
final class RandomValues {
  private static final int MAX_DEPTH = 6;

  private static final Map<Class<?>, Function<Random, Object>> SIMPLE = new HashMap<>();

  static {
    SIMPLE.put(Boolean.class, Random::nextBoolean);
    SIMPLE.put(Byte.class, random -> (byte) extreme(random, Byte.MIN_VALUE, Byte.MAX_VALUE));
    SIMPLE.put(Short.class, random -> (short) extreme(random, Short.MIN_VALUE, Short.MAX_VALUE));
    SIMPLE.put(Character.class, random -> (char) extreme(random, 0, Character.MAX_VALUE));
    SIMPLE.put(
        Integer.class, random -> (int) extreme(random, Integer.MIN_VALUE, Integer.MAX_VALUE));
    SIMPLE.put(Long.class, random -> extreme(random, Long.MIN_VALUE, Long.MAX_VALUE));
    SIMPLE.put(Float.class, RandomValues::someFloat);
    SIMPLE.put(Double.class, RandomValues::someDouble);
    SIMPLE.put(String.class, RandomValues::someString);
    SIMPLE.putAll(JdkValues.SOURCES);
    Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class)
        .forEach((primitive, box) -> SIMPLE.put(primitive, SIMPLE.get(box)));
  }

  private static final Map<Class<?>, Class<?>> IMPLEMENTATIONS =
      Map.of(
          List.class, ArrayList.class,
          Deque.class, LinkedList.class,
          Set.class, LinkedHashSet.class,
          SortedSet.class, TreeSet.class,
          NavigableSet.class, TreeSet.class,
          Map.class, LinkedHashMap.class,
          SortedMap.class, TreeMap.class,
          NavigableMap.class, TreeMap.class);

  /** What takes no null as an element or key. */
  private static final Set<Class<?>> NON_NULL =
      Set.of(
          ArrayDeque.class,
          SortedSet.class,
          NavigableSet.class,
          TreeSet.class,
          EnumSet.class,
          SortedMap.class,
          NavigableMap.class,
          TreeMap.class,
          EnumMap.class);

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  Object next(Type type) {
    return next(type, Map.of(), 0);
  }

  private Object next(Type type, Map<TypeVariable<?>, Type> variables, int depth) {
    return next(type, variables, depth, true);
  }

  private Object next(
      Type type, Map<TypeVariable<?>, Type> variables, int depth, boolean mayBeNull) {
    Type actual = variables.getOrDefault(type, type);
    if (!(actual instanceof Class<?> primitive && primitive.isPrimitive())
        && mayBeNull
        && random.nextInt(depth > MAX_DEPTH ? 2 : 8) == 0) {
      return null;
    }
    if (actual instanceof GenericArrayType array) {
      return array(array.getGenericComponentType(), variables, depth);
    }
    if (actual instanceof ParameterizedType parameterized) {
      return parameterized(parameterized, variables, depth);
    }
    Class<?> raw = (Class<?>) actual;
    if (raw.isArray()) {
      return array(raw.getComponentType(), variables, depth);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
    }
    if (raw.isRecord()) {
      return structure(raw, variables, depth);
    }
    return SIMPLE.containsKey(raw)
        ? SIMPLE.get(raw).apply(random)
        : ofTheProgram(raw, variables, depth);
  }

  private int size(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> depth == 0 ? random.nextInt(200) : 1;
      default -> random.nextInt(Math.max(2, 5 - depth));
    };
  }

  private Object array(Type component, Map<TypeVariable<?>, Type> variables, int depth) {
    int size = size(depth);
    Object array = Array.newInstance(raw(component, variables), size);
    for (int i = 0; i < size; i++) {
      Array.set(array, i, next(component, variables, depth + 1));
    }
    return array;
  }

  private static Class<?> raw(Type type, Map<TypeVariable<?>, Type> variables) {
    Type actual = variables.getOrDefault(type, type);
    if (actual instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType(), variables).arrayType();
    }
    return actual instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) actual;
  }

  /** A type argument in which nothing is left open: an array of a variable, or a type of one. */
  private static Type bound(Type type, Map<TypeVariable<?>, Type> variables) {
    if (type instanceof GenericArrayType array) {
      Type component = bound(array.getGenericComponentType(), variables);
      return component instanceof Class<?> simple
          ? simple.arrayType()
          : (GenericArrayType) () -> component;
    }
    if (type instanceof ParameterizedType open) {
      Type[] arguments = open.getActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = bound(arguments[i], variables);
      }
      return new Bound((Class<?>) open.getRawType(), List.of(arguments));
    }
    return variables.getOrDefault(type, type);
  }

  private record Bound(Class<?> rawType, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return rawType;
    }

    @Override
    public Type getOwnerType() {
      return rawType.getDeclaringClass();
    }
  }

  private Object parameterized(
      ParameterizedType type, Map<TypeVariable<?>, Type> variables, int depth) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = bound(arguments[i], variables);
    }
    if (!raw.getName().startsWith("java.")) {
      Map<TypeVariable<?>, Type> inner = new HashMap<>();
      for (int i = 0; i < arguments.length; i++) {
        inner.put(raw.getTypeParameters()[i], arguments[i]);
      }
      return raw.isRecord() ? structure(raw, inner, depth) : ofTheProgram(raw, inner, depth);
    }
    if (raw == Map.Entry.class) {
      return new SimpleImmutableEntry<>(
          next(arguments[0], variables, depth + 1), next(arguments[1], variables, depth + 1));
    }
    if (raw == Optional.class) {
      return Optional.ofNullable(next(arguments[0], variables, depth + 1));
    }
    int size = size(depth);
    boolean holdsNull = !NON_NULL.contains(raw);
    if (Map.class.isAssignableFrom(raw)) {
      @SuppressWarnings({"unchecked", "rawtypes"})
      Map<Object, Object> map =
          raw == EnumMap.class
              ? new EnumMap((Class) arguments[0])
              : (Map<Object, Object>) create(raw);
      for (int i = 0; i < size; i++) {
        map.put(
            next(arguments[0], variables, depth + 1, holdsNull),
            next(arguments[1], variables, depth + 1));
      }
      return map;
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    Collection<Object> collection =
        raw == EnumSet.class
            ? EnumSet.noneOf((Class) arguments[0])
            : (Collection<Object>) create(raw);
    for (int i = 0; i < size; i++) {
      collection.add(next(arguments[0], variables, depth + 1, holdsNull));
    }
    return collection;
  }

  private static Object create(Class<?> container) {
    try {
      Class<?> type = IMPLEMENTATIONS.getOrDefault(container, container);
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sealed type, or a class that its only constructor makes of its parts. */
  private Object ofTheProgram(Class<?> type, Map<TypeVariable<?>, Type> variables, int depth) {
    if (type.isSealed()) {
      List<Class<?>> leaves = new ArrayList<>(List.of(type.getPermittedSubclasses()));
      Class<?> leaf = leaves.get(random.nextInt(leaves.size()));
      if (leaf.getTypeParameters().length == 0) {
        return next(leaf, Map.of(), depth, false);
      }
      TypeVariable<?> own = leaf.getTypeParameters()[0];
      Map<TypeVariable<?>, Type> bound = new HashMap<>();
      bound.put(own, variables.get(type.getTypeParameters()[0]));
      return ofTheProgram(leaf, bound, depth);
    }
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    Type[] types = constructor.getGenericParameterTypes();
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = next(types[i], variables, depth + 1);
    }
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object structure(Class<?> type, Map<TypeVariable<?>, Type> variables, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = next(components[i].getGenericType(), bind(variables, type), depth + 1);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      return structure(type, variables, depth); // it did not like the values
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<TypeVariable<?>, Type> bind(
      Map<TypeVariable<?>, Type> variables, Class<?> type) {
    return type.getTypeParameters().length == 0 ? Map.of() : variables;
  }

  private static long extreme(Random random, long minimum, long maximum) {
    return switch (random.nextInt(6)) {
      case 0 -> minimum;
      case 1 -> maximum;
      case 2 -> random.nextInt(3) - (minimum < 0 ? 1 : 0);
      default -> random.nextLong();
    };
  }

  private static Object someFloat(Random random) {
    float[] special = {
      0f, -0f, Float.NaN, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY
    };
    return random.nextBoolean()
        ? special[random.nextInt(special.length)]
        : Float.intBitsToFloat(random.nextInt());
  }

  private static Object someDouble(Random random) {
    double[] special = {
      0, -0d, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY
    };
    return random.nextBoolean()
        ? special[random.nextInt(special.length)]
        : Double.longBitsToDouble(random.nextLong());
  }

  /** Plain, accented, Chinese, beyond 16 bits, or unpaired surrogates. */
  private static Object someString(Random random) {
    int[] bounds = {0x7F, 0xFF, 0xFFFF, 0x10FFFF};
    int bound = bounds[random.nextInt(bounds.length)];
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(random.nextInt(bound));
    }
    return text.toString();
  }
}
