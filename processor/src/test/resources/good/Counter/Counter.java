package demo;

import dev.brood.Parallel;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A service: one counter in each worker. */
@Parallel
public class Counter extends Base<Integer>
    implements Function<String, Integer>, Store<String>, Comparable<String>, Closeable {
  private static final long serialVersionUID = 1L;

  private int count;

  /** Begins at 0. */
  public Counter() {
    this(0, Map.of());
  }

  public Counter(int start, Map<String, Integer> out) {
    count = start + out.size();
  }

  @SafeVarargs
  public Counter(Start start, List<String>... more) throws IOException {
    this(start.value(), Map.of());
  }

  private Counter(String secret) {}

  /** Where to begin. */
  public record Start(int value) {}

  public int increment(int by) {
    return count += by;
  }

  @Override
  public void put(String key) throws IOException {
    throw new IOException(key);
  }

  @Override
  public Integer apply(String text) {
    return text.length();
  }

  @Override
  public int compareTo(String other) {
    return 0;
  }

  @Parallel
  public static int twice(int x) {
    return 2 * x;
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return "" + count;
  }

  private void secret(Thread thread) {}
}
