package dev.brood.internal.pool;

import org.jspecify.annotations.Nullable;

/** Throwables in words. Their own are user code, which may fail. */
final class Words {
  private Words() {}

  /** What {@code toString} says; the type's name if it fails. */
  static String of(@Nullable Throwable throwable) {
    if (throwable == null) {
      return "nothing";
    }
    try {
      return throwable.toString();
    } catch (Throwable e) {
      return throwable.getClass().getName();
    }
  }
}
