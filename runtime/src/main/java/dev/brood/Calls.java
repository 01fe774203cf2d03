package dev.brood;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many calls, described one after the other as they are wanted: inputs, and a function that makes a
 * {@link Call} of each. Every operation of a {@link Pool} on many calls takes them:
 *
 * <pre>{@code
 * pool.outcomes(Calls.of(orders, OrdersParallel::price));
 * pool.stream(Calls.of(IntStream.range(0, 1_000_000), MathsParallel::square));
 * }</pre>
 *
 * <p>The function runs in this process and only describes calls, so it may capture anything. Inputs
 * are pulled a bounded number ahead, by one thread at a time. Calls over a stream can be used once;
 * the stream is closed at the end.
 *
 * @param <R> the methods' result
 */
public final class Calls<R extends @Nullable Object>
    implements Iterable<Call<? extends R>>, AutoCloseable {
  private final Supplier<Iterator<Call<? extends R>>> source;
  private final Runnable close;

  private Calls(Supplier<Iterator<Call<? extends R>>> source, Runnable close) {
    this.source = source;
    this.close = close;
  }

  /** One call for each input of anything that can be iterated over. */
  public static <T extends @Nullable Object, R extends @Nullable Object> Calls<R> of(
      Iterable<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(function, "function");
    return new Calls<>(() -> new OfObjects<>(inputs.iterator(), function), () -> {});
  }

  /** One call for each element of an array, which is not to be modified meanwhile. */
  public static <T extends @Nullable Object, R extends @Nullable Object> Calls<R> of(
      T[] inputs, Function<? super T, ? extends Call<? extends R>> function) {
    return of(Arrays.asList(inputs), function);
  }

  /** One call for each element of a stream, which is read sequentially and bit by bit. */
  public static <T extends @Nullable Object, R extends @Nullable Object> Calls<R> of(
      Stream<T> inputs, Function<? super T, ? extends Call<? extends R>> function) {
    Objects.requireNonNull(function, "function");
    return new Calls<>(() -> new OfObjects<>(inputs.iterator(), function), closing(inputs));
  }

  /** One call for each number of a range or of an array: {@code IntStream.range(0, 1_000)}. */
  public static <R extends @Nullable Object> Calls<R> of(
      IntStream inputs, IntFunction<? extends Call<? extends R>> function) {
    Objects.requireNonNull(function, "function");
    return new Calls<>(() -> new OfInts<>(inputs.iterator(), function), closing(inputs));
  }

  /** One call for each number of a range or of an array: {@code LongStream.range(0, 1_000)}. */
  public static <R extends @Nullable Object> Calls<R> of(
      LongStream inputs, LongFunction<? extends Call<? extends R>> function) {
    Objects.requireNonNull(function, "function");
    return new Calls<>(() -> new OfLongs<>(inputs.iterator(), function), closing(inputs));
  }

  /** Calls that are there already. */
  public static <R extends @Nullable Object> Calls<R> of(
      Iterable<? extends Call<? extends R>> calls) {
    return of(calls, Function.identity());
  }

  private static Runnable closing(BaseStream<?, ?> inputs) {
    Objects.requireNonNull(inputs, "inputs");
    return inputs::close;
  }

  /** Describes the calls, one after the other. */
  @Override
  public Iterator<Call<? extends R>> iterator() {
    return source.get();
  }

  /** Closes the stream of inputs, if it is one. Pools do that themselves. */
  @Override
  public void close() {
    close.run();
  }

  private record OfObjects<T extends @Nullable Object, R extends @Nullable Object>(
      Iterator<? extends T> inputs, Function<? super T, ? extends Call<? extends R>> function)
      implements Iterator<Call<? extends R>> {
    @Override
    public boolean hasNext() {
      return inputs.hasNext();
    }

    @Override
    public Call<? extends R> next() {
      return function.apply(inputs.next());
    }
  }

  private record OfInts<R extends @Nullable Object>(
      PrimitiveIterator.OfInt inputs, IntFunction<? extends Call<? extends R>> function)
      implements Iterator<Call<? extends R>> {
    @Override
    public boolean hasNext() {
      return inputs.hasNext();
    }

    @Override
    public Call<? extends R> next() {
      return function.apply(inputs.nextInt());
    }
  }

  private record OfLongs<R extends @Nullable Object>(
      PrimitiveIterator.OfLong inputs, LongFunction<? extends Call<? extends R>> function)
      implements Iterator<Call<? extends R>> {
    @Override
    public boolean hasNext() {
      return inputs.hasNext();
    }

    @Override
    public Call<? extends R> next() {
      return function.apply(inputs.nextLong());
    }
  }
}
