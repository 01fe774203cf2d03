package demo;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Function;

/** An interface with a type argument, whose users close it. */
public interface Store<T> extends AutoCloseable, Serializable {
  void put(T key) throws IOException;

  default boolean isEmpty() {
    return true;
  }

  default void each(Function<T, T> function) {}

  @Override
  void close() throws IOException;
}
