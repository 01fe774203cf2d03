package dev.brood;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call of many: the method's result, or the failure that stands in its place.
 *
 * @param <R> the method's result
 */
public sealed interface Outcome<R extends @Nullable Object> {

  /** Whether there is a result. */
  default boolean isSuccess() {
    return this instanceof Success;
  }

  /**
   * The result.
   *
   * @throws CompletionException if there is none; its cause is the failure
   */
  R get();

  /** Why there is no result; null if there is one. */
  @Nullable Throwable failure();

  /** The method returned. */
  record Success<R extends @Nullable Object>(R value) implements Outcome<R> {
    @Override
    public R get() {
      return value;
    }

    @Override
    public @Nullable Throwable failure() {
      return null;
    }
  }

  /**
   * The method threw an exception, or the call was lost.
   *
   * @param failure what the method threw, or the {@link BroodException} that tells how the call was
   *     lost
   */
  record Failure<R extends @Nullable Object>(Throwable failure) implements Outcome<R> {
    @Override
    public R get() {
      throw new CompletionException(failure);
    }
  }
}
